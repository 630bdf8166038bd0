import Content

/// How a task examines a design: what is run, and what must come of it.
protocol DesignExam: Sendable {
  init(_ submission: DesignSubmission)

  /// The runs, named for people, in the order in which they are done.
  var runs: [String] { get }

  /// Does one of them, and keeps what was measured.
  mutating func perform(_ run: Int)

  /// The verdicts on all requirements, in the order of the task; asked for after all runs.
  var parts: [Verdict] { get }

  /// A picture of the whole design.
  var picture: Directive { get }

  /// How many points there are for an item.
  static func points(of item: String) -> Int
}
