import Content

/// What a learner can do to a running picture by keys.
///
/// Whatever is done becomes an entry of the directive, so that the run with it is staged like any
/// other, and undoing it is the directive of before.
package struct Controls: Equatable, Sendable {
  /// For the help.
  package let title: String
  /// What an act is done to: turned like knobs, but turning them changes nothing by itself.
  package let targets: [Knob]
  package let acts: [Act]
  /// Whether an act ends its run: what came later is given up, and what it does is played.
  package let endsRun: Bool

  package init(title: String, targets: [Knob], acts: [Act], endsRun: Bool) {
    self.title = title
    self.targets = targets
    self.acts = acts
    self.endsRun = endsRun
  }
}

/// Something that a learner does by one key.
package struct Act: Equatable, Sendable {
  package let key: Character
  /// For the footer; `nil` for what only the help tells.
  package let word: String?
  /// For the help.
  package let meaning: String
  /// Whether every key after it is typed into the picture, until Esc.
  package let beginsTyping: Bool

  package init(_ key: Character, _ meaning: String, word: String? = nil, beginsTyping: Bool = false)
  {
    self.key = key
    self.word = word
    self.meaning = meaning
    self.beginsTyping = beginsTyping
  }
}

/// What the keyboard sends to a picture.
package enum Stroke: Equatable, Sendable {
  /// The key of an act.
  case act(Character)
  /// What is typed after an act that begins typing.
  case character(Character)
  case erase, left, right
}
