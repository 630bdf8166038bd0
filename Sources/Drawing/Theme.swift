/// A colour of a terminal.
package enum Color: Hashable, Sendable {
  /// What the terminal has when no colour is set.
  case terminalDefault
  /// One of the sixteen colours that the user's terminal defines, 0 to 15.
  case ansi(Int)
  /// A colour of the xterm palette, 16 to 255, the same everywhere.
  case indexed(Int)
}

/// How a terminal draws a cell.
package struct Paint: Equatable, Sendable {
  package var foreground: Color
  package var background: Color
  package var isBold: Bool
  package var isDim: Bool
  package var isReversed: Bool
  package var isUnderlined: Bool

  package init(
    foreground: Color = .terminalDefault, background: Color = .terminalDefault,
    isBold: Bool = false, isDim: Bool = false, isReversed: Bool = false,
    isUnderlined: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isDim = isDim
    self.isReversed = isReversed
    self.isUnderlined = isUnderlined
  }
}

/// How roles look. Colour only repeats what glyphs and words already say.
package struct Theme: Hashable, Sendable {
  package let name: String
  private let scheme: ColourScheme
  private var changes = Changes()

  /// Colours in the place of those of the scheme; `nil` where the scheme's stay.
  package struct Changes: Hashable, Sendable {
    package var background: Color?
    package var focusBackground: Color?
    package var foregrounds: [Role: Color] = [:]

    package init() {}
  }

  private init(_ scheme: ColourScheme) {
    name = scheme.rawValue
    self.scheme = scheme
  }

  /// A theme of somebody's own: another one with some colours changed.
  package init(named name: String, from theme: Theme, changing changes: Changes) {
    self.name = name
    scheme = theme.scheme
    self.changes = changes
  }

  /// The sixteen colours of the user's terminal on its own background.
  package static let terminal = Theme(.terminal)
  /// Near-black on the whole screen.
  package static let dark = Theme(.dark)
  /// White on the whole screen.
  package static let light = Theme(.light)
  /// No colours at all; what has the focus is reversed, and nothing else.
  package static let mono = Theme(.mono)
  /// White, black text and darker hues, for a room with daylight.
  package static let projector = Theme(.projector)
  /// Black, white text and bright hues, for a dark room.
  package static let contrast = Theme(.contrast)

  /// What the whole screen is painted with before anything is drawn.
  package var background: Color { changes.background ?? scheme.background }

  /// How a cell of this style is drawn.
  package func paint(for style: Style) -> Paint {
    var paint = scheme.paint(for: style.role)
    if let foreground = changes.foregrounds[style.role] {
      paint.foreground = foreground
      paint.isDim = false
    }
    if style.role != .focus {
      paint.background = background
    } else if let ground = changes.focusBackground {
      paint.background = ground
      paint.isReversed = false
    }
    paint.isBold = paint.isBold || style.isBold
    paint.isDim = paint.isDim && !style.isBold
    paint.isReversed = paint.isReversed || style.isReversed
    return paint
  }
}

/// The themes of the program, in the order in which they are gone through.
extension Theme: CaseIterable, RawRepresentable {
  package static let allCases = ColourScheme.allCases.map { Theme($0) }

  package var rawValue: String { name }

  package init?(rawValue: String) {
    guard let scheme = ColourScheme(rawValue: rawValue) else { return nil }
    self.init(scheme)
  }
}

extension Role {
  /// Whether the role says in which state a replica or a message is.
  package var isState: Bool {
    switch self {
    case .leader, .voter, .nonVoter, .healthy, .lost, .message: true
    case .text, .faint, .strong, .link, .land, .focus: false
    }
  }
}
