/// A graded task that is answered by a design.
package enum DesignTask: String, CaseIterable, Sendable {
  case feed = "3"
  case platform = "4"

  /// - Parameter id: the task itself, `3`, an item of it, `3.2`, or a requirement, `3.2-law`.
  package init?(_ id: String) {
    self.init(rawValue: String(id.prefix { $0 != "." }))
  }

  /// Where a design to begin with is, among the files of the course.
  package var starter: String { "assets/tasks/task\(rawValue).yaml" }

  private var exam: any DesignExam.Type {
    switch self {
    case .feed: FeedExam.self
    case .platform: PlatformExam.self
    }
  }

  func exam(of submission: DesignSubmission) -> any DesignExam { exam.init(submission) }

  /// How many points there are for an item.
  func points(of item: String) -> Int { exam.points(of: item) }
}
