/// An argument that a learner may change: `w: 2 in 1...3`.
package struct Knob: Equatable, Sendable {
  package let key: String
  /// One of the choices.
  package let value: String
  /// In the order in which they were written.
  package let choices: [String]

  /// Every setting is tried by the tests, so there can be only so many.
  static let mostChoices = 100

  package init(key: String, value: String, choices: [String]) {
    self.key = key
    self.value = value
    self.choices = choices
  }

  /// Reads `VALUE in CHOICES`; `nil` for a plain value, such as a sentence with the word "in".
  init?(key: String, text: String) throws(KnobError) {
    guard let (value, rest) = text.divided(by: " in "),
      let choices = try Self.integers(rest) ?? Self.alternatives(rest)
    else { return nil }
    guard Set(choices).count == choices.count else {
      throw KnobError(message: "\(key) has a choice twice; keep one of the two")
    }
    guard choices.contains(value) else {
      let isRange = !rest.contains("|")
      let remedy =
        isRange
        ? "it must be \(choices[0]) to \(choices[choices.count - 1])"
        : suggestion(for: value, in: choices)
      throw KnobError(message: "\(key) is \(value); \(remedy)")
    }
    self.init(key: key, value: value, choices: choices)
  }

  /// The choices of `1...3`; `nil` when the text is no range.
  private static func integers(_ text: String) throws(KnobError) -> [String]? {
    guard let (first, last) = text.divided(by: "..."), let least = Int(first),
      let greatest = Int(last)
    else { return nil }
    guard least <= greatest else {
      throw KnobError(message: "\(text) is empty; write \(greatest)...\(least)")
    }
    let (steps, overflow) = greatest.subtractingReportingOverflow(least)
    guard !overflow, steps < mostChoices else {
      throw KnobError(message: "\(text) has too many choices; at most \(mostChoices) are allowed")
    }
    return (least...greatest).map(String.init)
  }

  /// The choices of `a | b | c`; `nil` when the text has no such bar.
  private static func alternatives(_ text: String) -> [String]? {
    text.contains(" | ") ? text.split(separator: " | ").map(\.trimmed) : nil
  }
}

/// What is wrong with a knob.
struct KnobError: Error {
  let message: String
}

extension StringProtocol {
  /// The text without white space at either end.
  var trimmed: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return String(self[..<end].drop { $0.isWhitespace })
  }

  /// What stands before and after the first occurrence of a separator, without outer spaces.
  func divided(by separator: String) -> (String, String)? {
    guard let range = firstRange(of: separator) else { return nil }
    return (self[..<range.lowerBound].trimmed, self[range.upperBound...].trimmed)
  }
}
