/// The forms that a report can have, by their names on the command line.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For people.
  case text
  /// `geolearn/result/v1`, the only one that holds the right answers.
  case json
  /// For continuous integration.
  case junit
  /// The Test Anything Protocol, version 14.
  case tap
  /// The `results.json` of a Gradescope autograder.
  case gradescope
  /// The `results.json` of an Exercism test runner, version 3.
  case exercism
  /// The `result.json` of a Classroom 50 autograder.
  case classroom50
  /// For summaries and comments on the web.
  case markdown
}

extension Report {
  /// The report in a form; all forms tell the same verdicts and points.
  package func text(as format: ReportFormat) -> String {
    switch format {
    case .text: text()
    case .json: json()
    case .junit: junit()
    case .tap: tap()
    case .gradescope: gradescope()
    case .exercism: exercism()
    case .classroom50: classroom50()
    case .markdown: markdown()
    }
  }
}
