/// The colours that the program brings along. Colour only repeats what glyphs and words already say.
///
/// The hues are those of Okabe and Ito, which people with any kind of colour vision can tell apart,
/// moved to the nearest index with a contrast of at least 4.5 to 1 on the theme's background.
enum ColourScheme: String, CaseIterable, Sendable {
  /// The sixteen colours of the user's terminal on its own background.
  case terminal = "default"
  /// Near-black on the whole screen.
  case dark
  /// White on the whole screen.
  case light
  /// No colours at all; what has the focus is reversed, and nothing else.
  case mono
  /// White, black text and darker hues, for a room with daylight.
  case projector
  /// Black, white text and bright hues, for a dark room.
  case contrast

  /// What the whole screen is painted with before anything is drawn.
  var background: Color {
    switch self {
    case .terminal, .mono: .terminalDefault
    case .dark: .indexed(233)
    case .light, .projector: .indexed(231)
    case .contrast: .indexed(16)
    }
  }

  func paint(for role: Role) -> Paint {
    switch self {
    case .terminal: terminalPaint(for: role)
    case .mono: monoPaint(for: role)
    case .dark, .light, .projector, .contrast: palettePaint(for: role)
    }
  }

  private func palettePaint(for role: Role) -> Paint {
    let hasBoldStates = [.projector, .contrast].contains(self) && role.isState
    return Paint(
      foreground: .indexed(paletteIndex(of: role)),
      background: role == .focus ? focusBackground : background,
      isBold: role == .strong || role == .focus || hasBoldStates)
  }

  /// Behind the focus, the only filled background: a dark blue, or text and background exchanged.
  private var focusBackground: Color {
    switch self {
    case .projector: .indexed(16)
    case .contrast: .indexed(231)
    case .terminal, .dark, .light, .mono: .indexed(24)
    }
  }

  private func paletteIndex(of role: Role) -> Int {
    switch self {
    case .light: lightIndex(of: role)
    case .projector: projectorIndex(of: role)
    case .contrast: contrastIndex(of: role)
    case .dark, .terminal, .mono: darkIndex(of: role)
    }
  }
}

private func darkIndex(of role: Role) -> Int {
  switch role {
  case .text: 252
  case .faint: 245
  case .strong: 231
  case .leader: 178
  case .voter: 74
  case .nonVoter: 175
  case .healthy: 35
  case .lost: 166
  case .message: 221
  case .link: 67
  case .land: 239
  case .focus: 231
  }
}

private func lightIndex(of role: Role) -> Int {
  switch role {
  case .text: 235
  case .faint: 242
  case .strong: 16
  case .leader: 130
  case .voter: 61
  case .nonVoter: 96
  case .healthy: 29
  // The nearest index to this red is that of the leader; 160 is the next.
  case .lost: 160
  case .message: 94
  case .link: 25
  case .land: 250
  case .focus: 231
  }
}

private func projectorIndex(of role: Role) -> Int {
  switch role {
  case .text: 16
  case .faint: 240
  case .strong: 16
  case .leader: 94
  case .voter: 19
  case .nonVoter: 90
  case .healthy: 22
  case .lost: 124
  case .message: 58
  case .link: 24
  case .land: 249
  case .focus: 231
  }
}

private func contrastIndex(of role: Role) -> Int {
  switch role {
  case .text: 231
  case .faint: 250
  case .strong: 231
  case .leader: 214
  case .voter: 117
  case .nonVoter: 213
  case .healthy: 84
  case .lost: 209
  case .message: 227
  case .link: 111
  case .land: 240
  case .focus: 16
  }
}

private func terminalPaint(for role: Role) -> Paint {
  switch role {
  case .text, .link: Paint()
  // Bright black would be invisible in some palettes; dim is legible or does nothing.
  case .faint, .land: Paint(isDim: true)
  case .strong: Paint(isBold: true)
  case .leader: Paint(foreground: .ansi(3))
  case .voter: Paint(foreground: .ansi(6))
  case .nonVoter: Paint(foreground: .ansi(5))
  case .healthy: Paint(foreground: .ansi(2))
  case .lost: Paint(foreground: .ansi(1))
  case .message: Paint(foreground: .ansi(11))
  case .focus: Paint(isReversed: true)
  }
}

private func monoPaint(for role: Role) -> Paint {
  switch role {
  case .text, .voter, .healthy, .link: Paint()
  case .faint, .nonVoter, .land: Paint(isDim: true)
  case .strong, .leader, .message: Paint(isBold: true)
  case .lost: Paint(isBold: true, isUnderlined: true)
  case .focus: Paint(isReversed: true)
  }
}
