import Drawing
import Testing

struct ThemeTests {
  private static let painted: [Theme] = [.dark, .light, .projector, .contrast]
  private static let states = Role.allCases.filter(\.isState)

  @Test(arguments: painted, Role.allCases.filter { $0 != .land })
  func `every role that carries text has a contrast of 4.5 to 1`(theme: Theme, role: Role) throws {
    let paint = theme.paint(for: Style(role))
    let ratio = contrast(
      try luminance(of: paint.foreground), try luminance(of: paint.background))
    #expect(ratio >= 4.5, "\(role) in \(theme) has \(ratio)")
  }

  @Test(arguments: Role.allCases.filter { $0 != .land })
  func `in a dark room, every role that carries text has a contrast of 7 to 1`(role: Role) throws {
    let paint = Theme.contrast.paint(for: Style(role))
    let ratio = contrast(
      try luminance(of: paint.foreground), try luminance(of: paint.background))
    #expect(ratio >= 7, "\(role) has \(ratio)")
  }

  @Test(arguments: painted)
  func `land is quieter than everything else and still visible`(theme: Theme) throws {
    let paint = theme.paint(for: Style(.land))
    let ratio = contrast(
      try luminance(of: paint.foreground), try luminance(of: theme.background))
    #expect((1.5...4.5).contains(ratio), "\(ratio)")
  }

  @Test(arguments: Theme.allCases.filter { $0 != .mono })
  func `no two states share a colour`(theme: Theme) {
    let colours = ThemeTests.states.map { theme.paint(for: Style($0)).foreground }
    for (index, colour) in colours.enumerated() {
      #expect(!colours[..<index].contains(colour), "\(ThemeTests.states[index])")
      #expect(colour != .terminalDefault)
    }
  }

  @Test(arguments: Role.allCases, [Theme.terminal, .mono])
  func `the default and the mono theme leave the background to the terminal`(
    role: Role, theme: Theme
  ) {
    #expect(theme.paint(for: Style(role)).background == .terminalDefault)
    #expect(theme.background == .terminalDefault)
  }

  @Test(arguments: Role.allCases)
  func `the mono theme has no colours`(role: Role) {
    #expect(Theme.mono.paint(for: Style(role)).foreground == .terminalDefault)
  }

  @Test(arguments: Role.allCases)
  func `the default theme uses the sixteen colours only`(role: Role) {
    switch Theme.terminal.paint(for: Style(role)).foreground {
    case .terminalDefault: break
    case .ansi(let index): #expect((0...15).contains(index))
    case .indexed(let index): Issue.record("\(role) has index \(index)")
    }
  }

  @Test(arguments: Theme.allCases)
  func `the focus looks different from every other role`(theme: Theme) {
    let focus = theme.paint(for: Style(.focus))
    for role in Role.allCases where role != .focus {
      let paint = theme.paint(for: Style(role))
      #expect(paint.background != focus.background || paint.isReversed != focus.isReversed)
    }
  }

  @Test(arguments: Theme.allCases)
  func `bold and reversed of a style are always kept`(theme: Theme) {
    for role in Role.allCases {
      let paint = theme.paint(for: Style(role, isBold: true, isReversed: true))
      #expect(paint.isBold && paint.isReversed && !paint.isDim)
    }
  }

  @Test func `themes are called by the names that learners type`() {
    #expect(
      Theme.allCases.map(\.rawValue)
        == ["default", "dark", "light", "mono", "projector", "contrast"])
  }
}

/// The relative luminance of WCAG 2.2 of a colour of the xterm palette.
private func luminance(of colour: Color) throws -> Double {
  guard case .indexed(let index) = colour else { throw NoIndex() }
  let weights = [0.2126, 0.7152, 0.0722]
  return zip(weights, xtermChannels(index)).reduce(0) { sum, pair in
    sum + pair.0 * linear(Double(pair.1) / 255)
  }
}

private struct NoIndex: Error {}

private func xtermChannels(_ index: Int) -> [Int] {
  if index >= 232 { return Array(repeating: 8 + 10 * (index - 232), count: 3) }
  let levels = [0, 95, 135, 175, 215, 255]
  return [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map { levels[$0] }
}

/// The exponent 2.4 of the standard, as a fifth root, so that no mathematics library is needed.
private func linear(_ channel: Double) -> Double {
  if channel <= 0.04045 { return channel / 12.92 }
  let base = (channel + 0.055) / 1.055
  var root = base
  for _ in 0..<40 { root -= (root - base / (root * root * root * root)) / 5 }
  return base * base * root * root
}

private func contrast(_ one: Double, _ other: Double) -> Double {
  (max(one, other) + 0.05) / (min(one, other) + 0.05)
}
