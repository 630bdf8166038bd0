import Drawing
import Testing
import geolearn

struct TerminalCapabilitiesTests {
  private func capabilities(
    _ environment: [String: String], isTerminal: Bool = true, codeset: String = "UTF-8"
  ) -> TerminalCapabilities {
    TerminalCapabilities(environment: environment, isTerminal: isTerminal, codeset: codeset)
  }

  @Test(arguments: [
    ("xterm-256color", "UTF-8", Marks.braille), ("xterm", "ANSI_X3.4-1968", .ascii),
    ("linux", "UTF-8", .blocks), ("linux", "ISO-8859-1", .ascii), ("screen", "utf8", .braille),
  ])
  func `marks follow from the terminal and its encoding`(
    name: String, codeset: String, marks: Marks
  ) {
    #expect(capabilities(["TERM": name], codeset: codeset).marks == marks)
  }

  @Test func `a screen needs a terminal that has a name and is not dumb`() {
    #expect(capabilities(["TERM": "xterm"]).hasScreen)
    #expect(!capabilities(["TERM": "xterm"], isTerminal: false).hasScreen)
    #expect(!capabilities(["TERM": "dumb"]).hasScreen)
    #expect(!capabilities([:]).hasScreen)
  }

  @Test func `NO_COLOR counts when it is not empty`() {
    #expect(capabilities([:]).usesColour)
    #expect(capabilities(["NO_COLOR": ""]).usesColour)
    #expect(!capabilities(["NO_COLOR": "0"]).usesColour)
  }
}
