import Content

/// Task 3: a feed that keeps to the law.
struct FeedExam: DesignExam {
  private let submission: DesignSubmission

  init(_ submission: DesignSubmission) { self.submission = submission }

  let runs: [String] = []
  mutating func perform(_ run: Int) {}
  var parts: [Verdict] { [] }
  var picture: Directive { submission.scene("residency-map") }
  static func points(of item: String) -> Int { 0 }
}
