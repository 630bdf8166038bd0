import Foundation
import Testing

/// However the program ends, the learner's terminal is as it was before.
@Suite(.serialized)
struct EndingTests {
  private static let lastWordsOfHome = "The speed of light"

  private static func home() throws -> PseudoTerminal {
    var terminal = try PseudoTerminal()
    let showsHome = terminal.shows(lastWordsOfHome)
    try #require(showsHome)
    return terminal
  }

  @Test func `the home screen says the program's name`() throws {
    var terminal = try PseudoTerminal()
    let showsName = terminal.shows("geolearn")
    #expect(showsName)
  }

  @Test func `q ends the program with 0`() throws {
    var terminal = try Self.home()
    terminal.type("q")
    let ending = terminal.ending()
    #expect(ending == .exited(0))
    #expect(terminal.traces() == [])
  }

  @Test func `Ctrl-C ends the program with 130`() throws {
    var terminal = try Self.home()
    terminal.type("\u{3}")
    let ending = terminal.ending()
    #expect(ending == .exited(130))
    #expect(terminal.traces() == [])
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal to end gives 128 and its number`(signal: Int32) throws {
    var terminal = try Self.home()
    terminal.signal(signal)
    let ending = terminal.ending()
    #expect(ending == .exited(128 + signal))
    #expect(terminal.traces() == [])
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT])
  func `a crash gives the terminal back and is still seen as one`(signal: Int32) throws {
    var terminal = try Self.home()
    terminal.signal(signal)
    let ending = terminal.ending()
    #expect(ending == .killed(signal: signal))
    #expect(terminal.traces() == [])
  }

  @Test func `a program whose terminal is gone ends by itself`() throws {
    var terminal = try Self.home()
    terminal.hangUp()
    let ending = terminal.ending()
    #expect(ending == .exited(129))
  }
}
