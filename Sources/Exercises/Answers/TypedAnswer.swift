import Content

/// An answer taken apart: the number, and the assumptions under which it is meant.
struct TypedAnswer: Equatable {
  /// What stands before the assumptions: `170 ms`.
  let number: String
  /// One of the choices of each knob that is stated.
  let assumptions: [String: String]

  private static let longest = 200

  init(_ answer: Answer, knobs: [Knob]) throws(AnswerError) {
    guard answer.text.count <= Self.longest else {
      throw AnswerError("the answer is too long", help: Self.usage(knobs))
    }
    let parts = StatedParts(answer.text, keys: knobs.map(\.key))
    var stated = answer.assumptions
    for (key, value) in parts.assumptions {
      guard !parts.isStatedTwice(key) else {
        throw AnswerError("\(key) is stated twice", help: "state it once")
      }
      stated[key] = value
    }
    number = try Self.number(parts.head, knobs: knobs)
    assumptions = try Self.choices(stated, knobs: knobs)
  }

  /// The text before the first assumption, which is one number and no more.
  private static func number(_ head: String, knobs: [Knob]) throws(AnswerError) -> String {
    let characters = Array(head)
    let cut = characters.indices.first { index in
      ",;(".contains(characters[index]) && !isDecimalComma(characters, at: index)
    }
    guard let cut else { return head }
    let rest = String(characters[(cut + 1)...]).trimmed { $0.isWhitespace || ",;)".contains($0) }
    guard rest.isEmpty else { throw unknown(rest, knobs: knobs) }
    return String(characters[..<cut]).trimmed
  }

  private static func unknown(_ text: String, knobs: [Knob]) -> AnswerError {
    let word = String(text.prefix { !$0.isWhitespace && $0 != ":" && $0 != "=" })
    if let near = nearest(to: word.lowercased(), in: knobs.map(\.key)) {
      let message =
        near == word.lowercased()
        ? "\(near) is named without a value"
        : "no assumption is called '\(word.presentable)'; did you mean '\(near)'?"
      return AnswerError(message, help: usage(knobs))
    }
    return AnswerError(
      "'\(text.presentable)' is not an assumption of this question", help: usage(knobs))
  }

  private static func usage(_ knobs: [Knob]) -> String {
    guard let knob = knobs.first else { return "give the answer alone" }
    return "give the answer, then what you assume, if you do: ..., \(knob.key) \(knob.value)"
  }

  private static func choices(
    _ stated: [String: String], knobs: [Knob]
  ) throws(AnswerError) -> [String: String] {
    var choices: [String: String] = [:]
    for (key, value) in stated.sorted(by: { $0.key < $1.key }) {
      guard let knob = knobs.first(where: { $0.key == key }) else {
        throw unknown(key, knobs: knobs)
      }
      choices[key] = try choice(value, of: knob)
    }
    return choices
  }

  private static func choice(_ value: String, of knob: Knob) throws(AnswerError) -> String {
    if let choice = knob.choices.first(where: { normalised($0) == normalised(value) }) {
      return choice
    }
    let remedy = nearest(to: value.lowercased(), in: knob.choices).map { "did you mean '\($0)'?" }
    let all = knob.choices.joined(separator: " | ")
    throw AnswerError(
      "\(knob.key) is '\(value.presentable)'; \(remedy ?? "that is not offered here")",
      help: "\(knob.key) may be: \(all)")
  }

  /// Lists are the same in any order, with commas or without.
  private static func normalised(_ value: String) -> [String.SubSequence] {
    value.lowercased().trimmed { $0 == "." }.split { $0 == "," || $0.isWhitespace }.sorted()
  }
}

/// A text divided where the names of assumptions stand.
private struct StatedParts {
  let head: String
  let assumptions: [(key: String, value: String)]

  init(_ text: String, keys: [String]) {
    let words = Self.words(of: text)
    let starts = words.indices.filter { index in
      keys.contains(words[index].name) && Self.hasValue(words, after: index, keys: keys)
    }
    head = Self.joined(words[..<(starts.first ?? words.count)])
    assumptions = zip(starts, starts.dropFirst() + [words.count]).map { start, end in
      (words[start].name, Self.joined(words[(start + 1)..<end]))
    }
  }

  func isStatedTwice(_ key: String) -> Bool {
    assumptions.count { $0.key == key } > 1
  }

  /// A word with the punctuation around it.
  private struct Word {
    let text: String

    /// The word alone, in small letters.
    var name: String { text.trimmed { "(,;:=)".contains($0) }.lowercased() }
    /// Whether it ends a phrase, so that a value cannot follow.
    var endsPhrase: Bool { text.hasSuffix(",") || text.hasSuffix(";") || text.hasSuffix(")") }
  }

  private static func words(of text: String) -> [Word] {
    let characters = Array(text)
    var spaced = ""
    for (index, character) in characters.enumerated() {
      spaced.append(character)
      let ends = ",;:=".contains(character) && !isDecimalComma(characters, at: index)
      if ends { spaced.append(" ") }
    }
    return spaced.split { $0.isWhitespace }.map { Word(text: String($0)) }
  }

  private static func hasValue(_ words: [Word], after index: Int, keys: [String]) -> Bool {
    guard !words[index].endsPhrase, index + 1 < words.count else { return false }
    return !keys.contains(words[index + 1].name)
  }

  /// Words that only join an assumption to what stands before it.
  private static let joints: Set<String> = [
    "with", "if", "when", "where", "and", "the", "assuming", "is", "are", "as", "for", "in", "",
  ]

  private static func joined(_ words: ArraySlice<Word>) -> String {
    let isJoint = { (word: Word) in joints.contains(word.name) }
    let kept = words.drop(while: isJoint).reversed().drop(while: isJoint).reversed()
    return kept.map(\.text).joined(separator: " ")
      .trimmed { $0.isWhitespace || ",;:=()".contains($0) }
  }
}

/// Whether the character is a comma between two digits: `42,5`.
private func isDecimalComma(_ characters: [Character], at index: Int) -> Bool {
  guard characters[index] == ",", index > 0, index + 1 < characters.count else { return false }
  return characters[index - 1].isNumber && characters[index + 1].isNumber
}
