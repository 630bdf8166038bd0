import Drawing

/// The theme that is chosen, and those that come after it, round and round: the program's, and one's
/// own where it is not among them.
struct ThemeRing: Sendable {
  private(set) var theme: Theme
  private let all: [Theme]

  init(_ theme: Theme) {
    self.theme = theme
    all = Theme.allCases + (Theme.allCases.contains(theme) ? [] : [theme])
  }

  mutating func turn() {
    theme = all[((all.firstIndex(of: theme) ?? 0) + 1) % all.count]
  }
}
