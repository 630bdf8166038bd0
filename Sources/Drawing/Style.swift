/// What a cell stands for. A theme decides how each role looks, so that no picture names a colour.
package enum Role: Character, CaseIterable, Sendable {
  // The raw value is the letter that stands for the role in golden frames.
  /// Ordinary text.
  case text = "."
  /// Secondary text: hints, axes, footers.
  case faint = "-"
  /// The one thing on the page that the learner must take away.
  case strong = "!"
  /// A leader or primary.
  case leader = "L"
  /// A follower that votes.
  case voter = "V"
  /// A replica that does not vote.
  case nonVoter = "N"
  /// Healthy, passed, within the limit.
  case healthy = "H"
  /// Failed, down, lost.
  case lost = "X"
  /// A message on its way.
  case message = "M"
  /// A link between places, a frame, an arc.
  case link = "l"
  /// Land on a map.
  case land = "m"
  /// What the keyboard acts on: the selected line, the knob in focus.
  case focus = "F"
}

/// How a cell is drawn: its role, and marks that every terminal has.
package struct Style: Equatable, Sendable {
  package var role: Role
  package var isBold = false
  package var isReversed = false

  package init(_ role: Role, isBold: Bool = false, isReversed: Bool = false) {
    self.role = role
    self.isBold = isBold
    self.isReversed = isReversed
  }

  package static let text = Style(.text)
  package static let faint = Style(.faint)
  package static let strong = Style(.strong, isBold: true)
}
