import Testing

/// No size, and no change of it, is too much.
@Suite(.serialized)
struct SizeTests {
  @Test(arguments: [(1, 1), (2, 1), (1, 24), (39, 11), (400, 120)])
  func `the program runs and ends on a screen of any size`(columns: Int, rows: Int) throws {
    var terminal = try PseudoTerminal(columns: columns, rows: rows)
    let hasScreen = terminal.shows("\u{1B}[?1049h")
    #expect(hasScreen)
    terminal.type("\r \u{1B}[C\u{1B}[B?\u{3}")
    let ending = terminal.ending()
    #expect(ending == .exited(130))
    #expect(terminal.traces() == [])
  }

  @Test func `a larger screen is filled at once`() throws {
    var terminal = try PseudoTerminal(columns: 1, rows: 1)
    let hasScreen = terminal.shows("\u{1B}[?1049h")
    #expect(hasScreen)
    terminal.resize(columns: 80, rows: 24)
    let showsHome = terminal.shows("The speed of light")
    #expect(showsHome)
  }

  @Test func `many changes of size during an animation do no harm`() throws {
    var terminal = try PseudoTerminal()
    let showsHome = terminal.shows("The speed of light")
    #expect(showsHome)
    terminal.type("\r ")
    for step in 0..<50 {
      terminal.resize(columns: 1 + step * 37 % 200, rows: 1 + step * 13 % 60)
      if step % 10 == 0 { terminal.type("\u{1B}[C") }
    }
    terminal.type("\u{3}")
    let ending = terminal.ending()
    #expect(ending == .exited(130))
    #expect(terminal.traces() == [])
  }
}
