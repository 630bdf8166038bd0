import Drawing

extension PresentScreen {
  /// Every key that does something now.
  func keys() -> [KeyGroup] {
    let picture = page.showsPicture ? page.conclusion.pictureGroups(isInSight: true) : []
    let way = KeyHint(
      page.isTyping ? "Esc" : "q", [page.isTyping ? .escape : .character("q")],
      page.isTyping ? "no more typing" : "end the presentation")
    let groups = [presenting] + picture.map(\.withoutClickerKeys)
    return groups.filter { !$0.hints.isEmpty }
      + [.everywhere(isHome: false, way: way, taken: isLetter)]
  }

  private var presenting: KeyGroup {
    guard !page.isTyping else { return KeyGroup(title: "Presenting", hints: []) }
    var hints = [
      KeyHint(
        "← →", [.left, .right], "one part or event back, on; PgUp and PgDn of a clicker, Enter"),
      KeyHint("N n", [.character("N"), .character("n")], "the step before, the next one"),
      KeyHint(
        "[ ]", [.character("["), .character("]")], "the section before, the next one"),
      KeyHint("5 G", [.character("5"), .character("G")], "the fifth step; G alone: the last one"),
      KeyHint("b", [.character("b")], "a black screen, until a key is pressed"),
      KeyHint("mouse", [], "point at a word, wherever it stands"),
    ]
    if page.erratum != nil {
      hints.append(
        KeyHint("e", [.character("e")], "what the handout says, and what is wrong with it"))
    }
    return KeyGroup(title: "Presenting", hints: hints)
  }
}

extension KeyGroup {
  /// The group with a capital letter for the act that has the letter of clickers.
  fileprivate var withoutClickerKeys: KeyGroup {
    KeyGroup(
      title: title,
      hints: hints.map { hint in
        hint.keys == [.character("b")]
          ? KeyHint("B", [.character("B")], hint.meaning, word: hint.word) : hint
      })
  }
}
