/// One mistake of an author: where it is, what is wrong, what would be right.
package struct Diagnostic: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Severity: String, Sendable { case warning, error }

  /// The path as the author knows it, such as `lessons/02-speed-of-light.md`.
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in characters.
  package var column: Int
  package var severity: Severity
  package var message: String

  package init(
    file: String, line: Int, column: Int = 1, severity: Severity = .error, message: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }

  /// One line in the form that editors and terminals turn into a link.
  package var description: String {
    "\(file):\(line):\(column): \(severity.rawValue): \(message)"
  }
}

/// All mistakes of one or more files: an author mends them in one go.
package struct Diagnostics: Error, Equatable, Sendable, CustomStringConvertible {
  /// By file, line and column; never empty where it is thrown.
  package let all: [Diagnostic]

  package init(_ all: [Diagnostic]) {
    self.all = all.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }

  /// One mistake per line.
  package var description: String {
    all.map(\.description).joined(separator: "\n")
  }
}
