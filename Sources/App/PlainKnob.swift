import Content

extension Knob {
  /// `leader is us-east; it may be eu-west or ap-southeast.`
  var sentence: String {
    let others = choices.filter { $0 != value }
    guard !others.isEmpty else { return "\(key) is \(value)." }
    return PlainProse.wrapped("\(key) is \(value); it may be \(Self.phrase(others)).", indent: "  ")
  }

  /// More than these are told by their ends.
  private static let mostNamed = 8

  private static func phrase(_ choices: [String]) -> String {
    choices.count > mostNamed
      ? "\(choices[0]) to \(choices[choices.count - 1])" : alternatives(choices)
  }

  /// The knob at a value that somebody typed, or at its next choice, round and round.
  func set(to text: String?) throws(PlainRefusal) -> Knob {
    guard let text else {
      let position = choices.firstIndex(of: value) ?? 0
      return Knob(key: key, value: choices[(position + 1) % choices.count], choices: choices)
    }
    guard let choice = choices.first(where: { $0.lowercased() == text.lowercased() }) else {
      throw PlainRefusal("\(key) cannot be '\(text)'; \(suggestion(for: text, in: choices))")
    }
    return Knob(key: key, value: choice, choices: choices)
  }
}

/// Why a line changes nothing, as a sentence.
struct PlainRefusal: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
