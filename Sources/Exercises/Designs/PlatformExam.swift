import Content

/// Task 4: an e-commerce platform in India and the EU.
struct PlatformExam: DesignExam {
  private let submission: DesignSubmission

  init(_ submission: DesignSubmission) { self.submission = submission }

  let runs: [String] = []
  mutating func perform(_ run: Int) {}
  var parts: [Verdict] { [] }
  var picture: Directive { submission.scene("residency-map") }
  static func points(of item: String) -> Int { 0 }
}
