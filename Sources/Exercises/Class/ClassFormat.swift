/// The forms that a report on a class can have, by their names on the command line.
package enum ClassFormat: String, CaseIterable, Sendable {
  /// For people.
  case text
  /// The table of points, for spreadsheets.
  case csv
  /// `geolearn/class/v1`
  case json
  /// One page, with a report on each learner, that needs nothing beside it.
  case html
}

extension ClassReport {
  /// The report in a form; all forms tell the same points.
  package func text(as format: ClassFormat) -> String {
    switch format {
    case .text: text()
    case .csv: csv()
    case .json: json()
    case .html: html()
    }
  }
}
