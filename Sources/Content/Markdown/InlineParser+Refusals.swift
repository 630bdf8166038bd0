extension InlineParser {
  /// Notes Markdown and HTML that are outside the subset, instead of showing them wrongly.
  mutating func refuseForeignMarkup() {
    guard let message = foreignMarkup() else { return }
    fail(at: position, message)
  }

  private func foreignMarkup() -> String? {
    switch character(0) {
    case "!" where character(1) == "[":
      "images are not supported; use a scene, or say it in words"
    case "<": htmlRefusal()
    case "~" where isDoubleTilde:
      "strikethrough is not supported; leave the words out"
    case "_" where opensWord:
      "emphasis is written *so*; write \\_ for a plain underscore"
    case "&" where isEntity:
      "entities are not supported; write the character itself, or \\& for a plain &"
    case "}": "a } without a {; write \\} for a plain brace"
    case "[", "]":
      "a link is written [text](target); write \\\(character(0) ?? "[") for a plain bracket"
    case "\n" where character(-1) == " " && character(-2) == " ":
      "a line break inside a paragraph is not supported; remove the spaces at the end of the line"
    default: nil
    }
  }

  private func htmlRefusal() -> String? {
    guard let next = character(1), next.isLetter || "/!?".contains(next) else { return nil }
    let rest = String(prose.characters[position...].prefix(8))
    if rest.hasPrefix("<!--") {
      return "a speaker note <!-- ... --> must stand on lines of its own"
    }
    if rest.hasPrefix("<http") { return "a link is written [text](target)" }
    return "HTML is not supported; write \\< for a plain <"
  }

  /// Whether an underscore stands before a word and not within one.
  private var opensWord: Bool {
    let isWithin = character(-1).map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
    return !isWithin && (character(1).map { !$0.isWhitespace } ?? false)
  }

  /// Whether just two tildes stand here: three are a fence, which is refused as a block.
  private var isDoubleTilde: Bool {
    character(-1) != "~" && character(1) == "~" && character(2) != "~"
  }

  private var isEntity: Bool {
    let name = prose.characters[(position + 1)...].prefix {
      $0.isLetter || $0.isNumber || $0 == "#"
    }
    return !name.isEmpty && character(name.count + 1) == ";"
  }
}
