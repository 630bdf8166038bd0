/// What a learner answers, and what he assumes.
package struct Answer: Equatable, Sendable {
  /// As typed: `85 ms`; it may state assumptions too: `170 ms, leader eu-west`.
  package var text: String
  /// Values by the names of knobs: `"leader": "eu-west"`. The text has the last word.
  package var assumptions: [String: String]

  package init(_ text: String, assumptions: [String: String] = [:]) {
    self.text = text
    self.assumptions = assumptions
  }
}

/// Why an answer cannot be judged, and how to write it.
struct AnswerError: Error, Equatable {
  let message: String
  let help: String

  init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }
}

extension String {
  /// The text as it can be shown anywhere: no control characters, and not long.
  package var presentable: String {
    let limit = 60
    let line = String(map { $0.isPrintable ? $0 : "?" })
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }
}

extension Character {
  private static let unprintable: Set<Unicode.GeneralCategory> = [
    .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
  ]

  /// Whether the character leaves the terminal and the direction of the text alone.
  var isPrintable: Bool {
    unicodeScalars.allSatisfy { !Self.unprintable.contains($0.properties.generalCategory) }
  }
}

extension StringProtocol {
  /// The text without white space at either end.
  var trimmed: String { trimmed { $0.isWhitespace } }

  /// The text without such characters at either end.
  func trimmed(where isUnwanted: (Character) -> Bool) -> String {
    let start = drop(while: isUnwanted)
    return String(start.reversed().drop(while: isUnwanted).reversed())
  }
}
