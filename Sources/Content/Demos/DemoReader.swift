import GeoModel

extension Demo {
  /// Reads a demonstration.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: its path.
  ///   - atlas: where the numbers in its texts look up regions: in the topology `module`, unless
  ///     one says otherwise.
  /// - Throws: every mistake that can be seen without knowing scenes.
  package init(parsing text: String, file: String, atlas: Atlas) throws(Diagnostics) {
    let topology: Topology
    do throws(AtlasError) {
      topology = try atlas.topology(named: "module")
    } catch {
      throw Diagnostics([Diagnostic(file: file, line: 1, message: error.description)])
    }
    var reader = DemoReader(
      file: file, numbers: NumberSource(topology: topology, atlas: atlas),
      lines: SourceLine.lines(of: text))
    self = try reader.demo()
  }
}

/// Reads line after line, and notes every mistake.
struct DemoReader {
  /// Longer ones nobody watches.
  static let mostLines = 500
  static let longestWait = Duration.seconds(60)

  let file: String
  let numbers: NumberSource
  private var rest: ArraySlice<SourceLine>
  private var title: String?
  private var read: [Demo.Line] = []
  var mistakes: [Diagnostic] = []

  init(file: String, numbers: NumberSource, lines: [SourceLine]) {
    self.file = file
    self.numbers = numbers
    rest = lines[...]
    mistakes = lines.flatMap { $0.controlCharacters(in: file) }
  }

  mutating func demo() throws(Diagnostics) -> Demo {
    while let line = rest.popFirst(), read.count <= Self.mostLines {
      if line.isBlank || line.text.hasPrefix("#") { continue }
      if title == nil { requireTitle(line) }
      if line.text.hasPrefix("`") { readFence(line) } else { readStatement(line) }
    }
    if read.count > Self.mostLines {
      fail(at: SourceLine(text: "", number: 1), "at most \(Self.mostLines) lines can be a demo")
    }
    if read.isEmpty, mistakes.isEmpty {
      fail(
        at: SourceLine(text: "", number: 1),
        "there is nothing to show; begin with 'demo TITLE', and then a scene")
    }
    guard mistakes.isEmpty else { throw Diagnostics(mistakes) }
    return Demo(title: title ?? "", file: file, lines: read)
  }

  mutating func fail(at line: SourceLine, _ message: String) {
    mistakes.append(
      Diagnostic(file: file, line: line.number, column: line.column, message: message))
  }

  private mutating func requireTitle(_ line: SourceLine) {
    guard line.word != "demo" else { return }
    fail(at: line, "a demo begins with its title: demo TITLE")
    title = ""
  }

  // MARK: - Lines

  /// A fence as lessons have it, to the line that closes it.
  private mutating func readFence(_ line: SourceLine) {
    let body = rest.prefix { !$0.closes(line.fence) }
    rest = rest[body.endIndex...]
    guard rest.popFirst() != nil else {
      return fail(at: line, "the fence that begins here has no end; close it with \(line.fence)")
    }
    let words = line.fenceWords
    guard words.count == 2, words[0] == Directive.Kind.scene.rawValue else {
      return fail(at: line, "a demo has no fence but ```scene NAME")
    }
    let directive = Directive(
      kind: words[0], name: words[1], body: body.map(\.text).joined(separator: "\n"), file: file,
      line: line.number)
    add(.scene(directive), at: line)
  }

  /// A line that begins with its word, with the indented lines below that continue it.
  private mutating func readStatement(_ line: SourceLine) {
    var lines = [line.dropping(line.word.count).withoutIndentation]
    while let next = rest.first, next.indentation > 0, !next.isBlank {
      lines.append(next.withoutIndentation)
      rest.removeFirst()
    }
    guard !line.word.isEmpty else {
      return fail(at: line, "an indented line continues one that begins with a word such as say")
    }
    guard let word = DemoWord(rawValue: line.word) else {
      let remedy = suggestion(for: line.word, in: DemoWord.allCases.map(\.rawValue))
      return fail(at: line, "a line cannot begin with '\(line.word)'; \(remedy)")
    }
    guard lines.contains(where: { !$0.isBlank }) || word == .play else {
      return fail(at: line, "'\(word.rawValue)' says nothing; \(word.usage)")
    }
    if word == .demo { return readTitle(lines, at: line) }
    let place = lines[0].isBlank ? line : lines[0]
    deeds(of: word, lines).forEach { add($0, at: place) }
  }

  private mutating func readTitle(_ lines: [SourceLine], at line: SourceLine) {
    if title != nil { fail(at: line, "a demo has one title; use 'step TITLE'") }
    title = text(lines).plainText
  }

  private mutating func add(_ deed: Demo.Deed, at line: SourceLine) {
    read.append(Demo.Line(number: line.number, column: line.column, deed: deed))
  }

  /// A text with emphasis, code and numbers of the model.
  mutating func text(_ lines: [SourceLine]) -> [Inline] {
    var parser = InlineParser(prose: Prose(lines), file: file, numbers: numbers)
    let inlines = parser.parse()
    mistakes += parser.diagnostics
    return inlines
  }
}

/// What a line of a demo can begin with.
enum DemoWord: String, CaseIterable {
  case demo, step, page, turn, press, type, play, say, wait, expect

  /// How the line is written.
  var usage: String {
    switch self {
    case .demo, .step: "write '\(rawValue) TITLE'"
    case .page: "write 'page SECTION.STEP', such as page 2.6"
    case .turn: "write 'turn NAME to VALUE'"
    case .press: "write 'press KEY'"
    case .type: "write 'type TEXT'"
    case .play: "write 'play', 'play to TIME' or 'play until TEXT'"
    case .say: "write 'say TEXT'"
    case .wait: "write 'wait TIME', such as wait 2 s"
    case .expect: "write 'expect \(DemoExpectationWord.all) TEXT', or 'expect at TIME: TEXT'"
    }
  }
}

extension SourceLine {
  /// The first word; empty where the line is indented.
  var word: String { String(text.prefix { $0 != " " }) }

  var withoutIndentation: SourceLine { dropping(indentation) }
}
