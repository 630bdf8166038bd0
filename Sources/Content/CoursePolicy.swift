/// What a teacher allows in his course, as `docs/course-file.md` describes it.
package struct CoursePolicy: Equatable, Sendable {
  /// Which numbers a learner is asked in.
  enum Variants: Equatable, Sendable {
    case asWritten
    case byFolder
    case same(UInt64)
  }

  var hints = true
  var solutions = true
  var skipping = true
  /// Whether only right and wrong are told.
  package var isExam = false
  var variants = Variants.asWritten
  /// The seeds of some learners, by name.
  var seeds: [String: UInt64] = [:]
  /// Who is asked: the name of the folder with his answers.
  package var learner = ""

  package init() {}

  package var allowsHints: Bool { hints && !isExam }
  package var allowsSolutions: Bool { solutions && !isExam }
  /// Whether a number may be seen without a guess.
  package var allowsSkipping: Bool { skipping }

  /// The seed of the learner's numbers; `nil` for the numbers of the course.
  package var seed: UInt64? {
    if let own = seeds[learner] { return own }
    switch variants {
    case .asWritten: return nil
    case .byFolder: return Self.seed(ofFolder: learner)
    case .same(let seed): return seed
    }
  }

  /// The seed that belongs to the name of a folder: FNV-1a with 32 bits, short enough to be typed.
  ///
  /// The order of names tells nothing about the order of seeds, and a seed is the same everywhere.
  package static func seed(ofFolder name: String) -> UInt64 {
    UInt64(name.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 })
  }
}

extension CoursePolicy {
  /// Reads the file of a course, and how long its lessons are planned to take.
  ///
  /// - Parameter lessons: how lessons are called: `section2`, `task1`.
  static func parse(
    _ text: String, file: String, lessons: [String]
  ) throws(Diagnostic) -> (policy: CoursePolicy, minutes: [String: Int]) {
    var arguments = try Arguments(
      Directive(kind: "course", name: "", body: text, file: file, line: 0))
    var policy = CoursePolicy()
    policy.hints = try arguments.flag("hints", default: true)
    policy.solutions = try arguments.flag("solutions", default: true)
    policy.skipping = try arguments.flag("skipping", default: true)
    policy.isExam = try arguments.flag("exam", default: false)
    policy.variants = try arguments.variants()
    policy.seeds = try arguments.seeds()
    let minutes = try arguments.minutes(of: lessons)
    try arguments.finish()
    return (policy, minutes)
  }
}

extension Arguments {
  fileprivate mutating func variants() throws(Diagnostic) -> CoursePolicy.Variants {
    switch try optionalString("variants") {
    case nil, "as-written": return .asWritten
    case "by-folder": return .byFolder
    case let text?:
      guard let seed = UInt64(text) else {
        throw failure(
          "variants", "variants is \(text); it must be as-written, by-folder or a whole number")
      }
      return .same(seed)
    }
  }

  fileprivate mutating func seeds() throws(Diagnostic) -> [String: UInt64] {
    var seeds: [String: UInt64] = [:]
    for (name, text) in try pairs("seeds") {
      guard let seed = UInt64(text) else {
        throw failure("seeds", "the seed of \(name) is \(text); it must be a whole number")
      }
      seeds[name] = seed
    }
    return seeds
  }

  fileprivate mutating func minutes(of lessons: [String]) throws(Diagnostic) -> [String: Int] {
    var planned: [String: Int] = [:]
    for (name, text) in try pairs("minutes") {
      guard lessons.contains(name) else {
        throw failure(
          "minutes", "no lesson is called '\(name)'; \(suggestion(for: name, in: lessons))")
      }
      guard let minutes = Int(text), (1...600).contains(minutes) else {
        throw failure("minutes", "\(name) takes \(text) minutes; it must be 1 to 600")
      }
      planned[name] = minutes
    }
    return planned
  }
}
