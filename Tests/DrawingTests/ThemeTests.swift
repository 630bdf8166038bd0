import Drawing
import Testing

struct ThemeTests {
  private static let painted: [Theme] = [.dark, .light, .projector, .contrast]
  private static let states = Role.allCases.filter(\.isState)

  @Test(arguments: painted, Role.allCases.filter { $0 != .land })
  func `every role that carries text has a contrast of 4.5 to 1`(theme: Theme, role: Role) throws {
    let paint = theme.paint(for: Style(role))
    let ratio = try #require(paint.foreground.contrast(with: paint.background))
    #expect(ratio >= 4.5, "\(role) in \(theme) has \(ratio)")
  }

  @Test(arguments: Role.allCases.filter { $0 != .land })
  func `in a dark room, every role that carries text has a contrast of 7 to 1`(role: Role) throws {
    let paint = Theme.contrast.paint(for: Style(role))
    let ratio = try #require(paint.foreground.contrast(with: paint.background))
    #expect(ratio >= 7, "\(role) has \(ratio)")
  }

  @Test(arguments: painted)
  func `land is quieter than everything else and still visible`(theme: Theme) throws {
    let paint = theme.paint(for: Style(.land))
    let ratio = try #require(paint.foreground.contrast(with: theme.background))
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

  /// The ratios that the standard's own examples have.
  @Test(arguments: [
    (Color.indexed(16), Color.indexed(231), 21.0), (.indexed(231), .indexed(231), 1),
    (.indexed(231), .indexed(243), 4.54), (.indexed(196), .indexed(231), 4.00),
  ])
  func `contrast is that of the standard`(one: Color, other: Color, ratio: Double) throws {
    let measured = try #require(one.contrast(with: other))
    #expect(abs(measured - ratio) < 0.005, "\(measured)")
    #expect(other.contrast(with: one) == measured)
  }

  @Test func `what the terminal decides has no contrast that is known`() {
    #expect(Color.ansi(1).contrast(with: .indexed(16)) == nil)
    #expect(Color.indexed(16).contrast(with: .terminalDefault) == nil)
  }

  @Test func `a theme of one's own has the colours of another but those that are changed`() {
    var changes = Theme.Changes()
    changes.background = .indexed(17)
    changes.focusBackground = .indexed(231)
    changes.foregrounds = [.leader: .indexed(214), .faint: .ansi(7)]
    let own = Theme(named: "night", from: .terminal, changing: changes)
    #expect(own != .terminal && own.name == "night")
    #expect(own.background == .indexed(17))
    #expect(
      own.paint(for: Style(.leader)) == Paint(foreground: .indexed(214), background: .indexed(17)))
    #expect(own.paint(for: .faint) == Paint(foreground: .ansi(7), background: .indexed(17)))
    #expect(
      own.paint(for: Style(.voter)).foreground
        == Theme.terminal.paint(for: Style(.voter)).foreground)
    let focus = own.paint(for: Style(.focus))
    #expect(focus.background == .indexed(231) && !focus.isReversed)
    #expect(
      Theme(named: "same", from: .dark, changing: .init()).paint(for: .text)
        == Theme.dark.paint(for: .text))
  }

  @Test func `themes are called by the names that learners type`() {
    #expect(
      Theme.allCases.map(\.rawValue)
        == ["default", "dark", "light", "mono", "projector", "contrast"])
  }
}
