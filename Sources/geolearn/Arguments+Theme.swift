import Content
import Drawing

extension Arguments {
  /// Which theme is chosen; `nil` where none is.
  mutating func theme(among themes: [Theme]) throws(Diagnostic) -> Theme? {
    guard let name = try optionalString("theme") else { return nil }
    guard let theme = themes.first(where: { $0.name == name }) else {
      throw failure(
        "theme", "theme is '\(name)'; \(suggestion(for: name, in: themes.map(\.name)))")
    }
    return theme
  }

  /// Themes of one's own: `themes: {night: {from: dark, background: 17, leader: 214}}`.
  mutating func ownThemes() throws(Diagnostic) -> [Theme] {
    guard var written = try mapping("themes") else { return [] }
    var themes: [Theme] = []
    for name in written.keys {
      guard Theme(rawValue: name) == nil else {
        throw written.failure(name, "\(name) is a theme of the program; give yours another name")
      }
      guard var colours = try written.mapping(name) else { continue }
      themes.append(try colours.ownTheme(named: name))
      try colours.finish()
    }
    try written.finish()
    return themes
  }

  private mutating func ownTheme(named name: String) throws(Diagnostic) -> Theme {
    let usual = try optionalString("from") ?? Theme.dark.name
    guard let theme = Theme(rawValue: usual) else {
      let names = Theme.allCases.map(\.name)
      throw failure("from", "from is '\(usual)'; \(suggestion(for: usual, in: names))")
    }
    var changes = Theme.Changes()
    changes.background = try colour("background")
    changes.focusBackground = try colour("focus-background")
    for role in Role.allCases {
      changes.foregrounds[role] = try colour(role.name)
    }
    return Theme(named: name, from: theme, changing: changes)
  }

  /// A number of the xterm palette, or `default`; the first sixteen are the terminal's own.
  private mutating func colour(_ key: String) throws(Diagnostic) -> Color? {
    guard let text = try optionalString(key) else { return nil }
    if text == "default" { return .terminalDefault }
    guard let number = Int(text), (0...255).contains(number) else {
      throw failure(
        key,
        "\(key) is '\(text)'; it must be a colour from 0 to 255 of the xterm palette, or default")
    }
    return number < 16 ? .ansi(number) : .indexed(number)
  }
}

extension Role {
  /// What a theme calls it: `non-voter`.
  var name: String { self == .nonVoter ? "non-voter" : "\(self)" }
}

extension Theme {
  /// What is hard to read in it, of what can be known without the terminal.
  var faults: [String] {
    Role.allCases.filter { $0 != .land }.compactMap { role in
      let paint = paint(for: Style(role))
      guard let contrast = paint.foreground.contrast(with: paint.background),
        contrast < Color.legibleContrast
      else { return nil }
      let tenths = (contrast * 10).rounded(.down) / 10
      return "\(role.name) has a contrast of \(tenths) to 1 to what is behind it"
    }
  }
}
