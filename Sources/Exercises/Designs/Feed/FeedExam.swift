import Content
import GeoCrypto
import GeoModel

/// Task 3: a feed that keeps to the law.
///
/// The design is judged with every field as what it is (``TaskField``), under both rule sets, and with
/// the smallest group of the course, so that nothing is gained by calling things otherwise.
struct FeedExam: DesignExam {
  private enum Run: String, CaseIterable {
    case law = "Following every field, by the law"
    case policy = "Following every field, by the strict policy"
    case reading = "Loading timelines"
    case erasure = "Erasing a person"
    case absence = "Erasing while a replica is away"
    case restore = "Restoring an old backup"
    case decryption = "Trying every key on every copy"
  }

  private let submission: DesignSubmission
  private var measured: FeedMeasurements

  init(_ submission: DesignSubmission) {
    var submission = submission
    submission.text = submission.design.classified(submission.text, as: TaskField.feed)
    self.submission = submission
    measured = FeedMeasurements(submission)
  }

  var runs: [String] { Run.allCases.map(\.rawValue) }

  mutating func perform(_ run: Int) {
    let design = measured.design
    switch Run.allCases[run] {
    case .law: measured.law = ResidencyAudit(design.under(.none)).findings
    case .policy:
      measured.policy = ResidencyAudit(design.under(.strictEU)).findings
        .filter { $0.rule.source == .policy }
    case .reading: measured.readings = design.timelineReadings
    case .erasure: measured.erasure = ErasureReport(design)
    case .absence:
      measured.absence = ErasureReport(
        design, ErasureCircumstances(away: FeedMeasurements.absence))
    case .restore:
      measured.restore = ErasureReport(
        design,
        ErasureCircumstances(
          restore: FeedMeasurements.restore, backupAge: FeedMeasurements.restore))
    case .decryption:
      measured.shredding = ShreddingTrial.results(of: ErasureReport(design), subject: "ada")
    }
  }

  var parts: [Verdict] { Self.requirements.map { $0.verdict(on: measured) } }

  var picture: Directive { submission.scene("residency-map") }

  static func points(of item: String) -> Int {
    requirements.filter { $0.item == item }.reduce(0) { $0 + $1.points }
  }

  private static let requirements =
    classes + residency + erasure + analytics + shredding
}

/// What came of the runs of a feed.
struct FeedMeasurements: Sendable {
  let submission: DesignSubmission
  /// With every field as what it is.
  let design: Design
  var law: [ResidencyFinding] = []
  var policy: [ResidencyFinding] = []
  var readings: [TimelineReading] = []
  var erasure: ErasureReport?
  var absence: ErasureReport?
  var restore: ErasureReport?
  var shredding: [ShreddingTrial.Result] = []

  /// How long a Cassandra replica is away: longer than any usual grace period.
  static let absence = Duration.seconds(15 * 86_400)
  /// When a backup is restored that was made just before the request.
  static let restore = Duration.seconds(20 * 86_400)

  init(_ submission: DesignSubmission) {
    self.submission = submission
    var design = submission.design.classified(as: TaskField.feed)
    design.leastGroup = max(design.leastGroup, Self.leastGroup)
    self.design = design
  }

  /// A smaller one would be the learner's own; that of the course is the usual one of a design.
  private static let leastGroup = 10
}
