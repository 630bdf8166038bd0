/// The verdicts on a set of answers, for people and for programs.
package struct Report: Sendable {
  /// In the order of the exercises.
  package var verdicts: [Verdict]
  /// The version of the program.
  package var version: String
  /// The name of the topology in which the answers were judged.
  package var topology: String
  /// The seed of the variants; 0 for the questions as they were written.
  package var seed: UInt64
  /// When the check began, such as `2026-11-23T15:00:00Z`; leave it out for reports that must be
  /// the same for the same answers.
  package var started: String?

  /// When the answers were judged, for those formats that cannot do without.
  package var judged = ""
  /// What is told of the submission, where a Classroom 50 runner asks for the report.
  package var submission: ClassroomSubmission?

  /// What stood around the learner's program; `nil` where none was run.
  package var containment: [String]?

  package init(
    verdicts: [Verdict], version: String, topology: String, seed: UInt64 = 0,
    started: String? = nil, containment: [String]? = nil
  ) {
    self.verdicts = verdicts
    self.version = version
    self.topology = topology
    self.seed = seed
    self.started = started
    self.containment = containment
  }

  /// How many points were reached.
  package var score: Int { verdicts.reduce(0) { $0 + $1.score } }

  /// How many points there are.
  package var maxScore: Int { verdicts.reduce(0) { $0 + $1.maxScore } }

  /// The exit code of the program that makes the report.
  package var exitCode: Int32 { Outcome.exitCode(for: verdicts.map(\.outcome)) }

  /// The tasks, each with its verdicts.
  var tasks: [(name: String, verdicts: [Verdict])] {
    let names = verdicts.map(Self.taskName).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return names.map { name in (name, verdicts.filter { Self.taskName($0) == name }) }
  }

  private static func taskName(_ verdict: Verdict) -> String {
    verdict.task.map { "task\($0)" } ?? "other"
  }
}
