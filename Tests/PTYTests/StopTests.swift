import Foundation
import Testing

/// A stopped program leaves a usable terminal, and comes back as it was.
@Suite(.serialized)
struct StopTests {
  @Test func `Ctrl-Z gives the terminal back until the program goes on`() throws {
    try stopAndGoOn { $0.type("\u{1A}") }
  }

  @Test func `a stop from outside gives the terminal back until the program goes on`() throws {
    try stopAndGoOn { $0.signal(SIGTSTP) }
  }

  private func stopAndGoOn(_ stop: (borrowing PseudoTerminal) -> Void) throws {
    var terminal = try PseudoTerminal()
    let showsHome = terminal.shows("The speed of light")
    try #require(showsHome)
    stop(terminal)
    let stops = terminal.stops()
    #expect(stops)
    #expect(terminal.traces() == [])

    terminal.goOn()
    let showsHomeAgain = terminal.shows("The speed of light")
    #expect(showsHomeAgain)
    #expect(terminal.traces() != [])
    terminal.type("q")
    let ending = terminal.ending()
    #expect(ending == .exited(0))
    #expect(terminal.traces() == [])
  }

  @Test func `a stop that cannot be caught is followed by a whole new picture`() throws {
    var terminal = try PseudoTerminal()
    let showsHome = terminal.shows("The speed of light")
    try #require(showsHome)
    terminal.signal(SIGSTOP)
    let stops = terminal.stops()
    #expect(stops)
    terminal.goOn()
    let showsHomeAgain = terminal.shows("The speed of light")
    #expect(showsHomeAgain)
  }

  @Test func `a terminal that grew while the program was stopped is filled`() throws {
    var terminal = try PseudoTerminal(columns: 30, rows: 8)
    let hasScreen = terminal.shows("\u{1B}[?1049h")
    try #require(hasScreen)
    terminal.type("\u{1A}")
    let stops = terminal.stops()
    #expect(stops)
    terminal.resize(columns: 80, rows: 24)
    terminal.goOn()
    let showsHome = terminal.shows("The speed of light")
    #expect(showsHome)
  }
}
