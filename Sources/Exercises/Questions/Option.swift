/// One of the answers among which a learner chooses.
struct Option: Sendable {
  let text: Template
  /// As the model decides.
  let isTrue: Bool
  /// What to tell a learner who chooses it.
  let because: Template
}

extension Option {
  /// The letter of the option at a position: a, b, c.
  static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(97 + index)))
  }

  /// More would not fit on a page.
  static let most = 8

  /// The position of the option that an answer names by number, letter or text.
  static func index(of answer: String, in texts: [String]) -> Int? {
    let answer = normalised(answer)
    let names = texts.indices.map { index in
      ["\(index + 1)", letter(index), normalised(texts[index])]
    }
    return names.firstIndex { $0.contains(answer) }
  }

  /// In small letters, with single spaces, without punctuation.
  private static func normalised(_ text: String) -> String {
    text.lowercased().filter { !".,;:!?()\"'".contains($0) }
      .split { $0.isWhitespace }.joined(separator: " ")
  }
}
