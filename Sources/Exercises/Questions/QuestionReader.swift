import Content
import GeoModel

/// Reads a block; what is wrong with it is thrown with its place in the lesson.
struct QuestionReader: ~Copyable {
  let directive: Directive
  let kind: Exercise.Kind
  let atlas: Atlas
  let topology: Topology
  var arguments: Arguments
  /// Values that the texts refer to by `$name`, in the order of their first use.
  private var settings: [(name: String, value: String)] = []
  /// What the model is asked for, with all values put in.
  var expressions: [String] = []

  /// - Parameter default: the name of the topology where the block names none.
  init(
    _ directive: Directive, default: String, atlas: Atlas, regenerated: Topology?
  ) throws(Diagnostic) {
    let names = Exercise.Kind.allCases.map(\.rawValue)
    guard let kind = Exercise.Kind(rawValue: directive.name) else {
      throw Diagnostic(
        file: directive.file, line: directive.line,
        message: "no exercise is called '\(directive.name)'; "
          + suggestion(for: directive.name, in: names))
    }
    var arguments = try Arguments(directive)
    let named = try arguments.topology(from: atlas, default: `default`)
    self.directive = directive
    self.kind = kind
    self.atlas = atlas
    topology = regenerated ?? named
    self.arguments = arguments
  }

  consuming func question() throws(Diagnostic) -> Question {
    let problem = try problem()
    let hasAnswers = !kind.isAnsweredByFile
    let question = Question(
      id: try arguments.string("id"), ask: try template("ask"), hints: try templates("hints"),
      solution: try optionalTemplate("solution"), scene: try scene(),
      see: try arguments.optionalString("see"),
      right: hasAnswers ? try arguments.optionalStrings("right") ?? [] : [],
      wrong: hasAnswers ? try arguments.optionalStrings("wrong") ?? [] : [], problem: problem,
      topology: topology,
      regions: regions(of: problem))
    try arguments.finish()
    return question
  }

  private mutating func problem() throws(Diagnostic) -> Question.Problem {
    switch kind {
    case .estimate, .prediction: .estimate(try estimate())
    case .choice: .choice(try options())
    case .program: .program
    case .integerMerge: .integerMerge
    case .design: .design
    }
  }
}

extension QuestionReader {
  /// An argument with `$name` replaced by the present values of other arguments.
  mutating func substituted(_ text: String) throws(Diagnostic) -> String {
    var result = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      let name = rest[rest.index(after: dollar)...].prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
      }
      rest = rest[name.endIndex...]
      guard !name.isEmpty else {
        result += "$"
        continue
      }
      let value = try setting(String(name))
      if rest.hasPrefix(Self.countSuffix) {
        rest = rest.dropFirst(Self.countSuffix.count)
        result += "\(value.split(separator: ",").count)"
      } else {
        result += value
      }
    }
    return result + rest
  }

  /// `$voters.count` is how many entries a list has.
  private static let countSuffix = ".count"

  private mutating func setting(_ name: String) throws(Diagnostic) -> String {
    if let known = settings.first(where: { $0.name == name }) { return known.value }
    let value = try arguments.strings(name).joined(separator: ", ")
    settings.append((name, value))
    return value
  }

  /// A text at an argument, which stands there or within it.
  mutating func template(_ text: String, at key: String) throws(Diagnostic) -> Template {
    let text = try substituted(text)
    do throws(MistakenText) {
      return try Template(text, topology: topology, atlas: atlas)
    } catch {
      throw arguments.failure(key, error.message)
    }
  }

  mutating func template(_ key: String) throws(Diagnostic) -> Template {
    try template(try arguments.string(key), at: key)
  }

  private mutating func optionalTemplate(_ key: String) throws(Diagnostic) -> Template? {
    guard let text = try arguments.optionalString(key) else { return nil }
    return try template(text, at: key)
  }

  private mutating func templates(_ key: String) throws(Diagnostic) -> [Template] {
    var templates: [Template] = []
    for text in try arguments.optionalStrings(key) ?? [] {
      templates.append(try template(text, at: key))
    }
    return templates
  }

  /// The scene's name in the first line, then its arguments.
  private mutating func scene() throws(Diagnostic) -> Directive? {
    guard let text = try arguments.optionalString("scene") else { return nil }
    let lines = try substituted(text).split(separator: "\n", maxSplits: 1)
    let (line, _) = arguments.location(of: "scene")
    let hasArguments = lines.count > 1
    // The name stands for the fence: its arguments begin one line below it.
    return Directive(
      kind: "scene", name: lines[0].trimmed, body: hasArguments ? String(lines[1]) : "",
      file: directive.file, line: hasArguments ? line + 1 : line)
  }
}

extension QuestionReader {
  /// Every region that the block's settings, choices and expressions name.
  private func regions(of problem: Question.Problem) -> [RegionID] {
    let texts = settings.map(\.value) + directive.knobs.flatMap(\.choices) + expressions
    var named = Set(texts.flatMap(Self.words).map { RegionID(String($0)) })
    if case .estimate(let estimate) = problem, let instance = estimate.instance {
      named.formUnion(instance.group.replicas + [instance.client])
    }
    return topology.regions.map(\.id).filter(named.contains)
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
