import Testing

/// What is sent suits the terminal that it is sent to.
@Suite(.serialized)
struct EnvironmentTests {
  /// Shows the home screen, quits by `q`, and gives all that was sent.
  private func outputOfHome(
    _ arguments: String = "", environment: [String: String] = [:]
  ) throws -> [UInt8] {
    var terminal = try PseudoTerminal(arguments, environment: environment)
    let showsHome = terminal.shows("The speed of light")
    #expect(showsHome)
    terminal.type("q")
    let ending = terminal.ending()
    #expect(ending == .exited(0))
    #expect(terminal.traces() == [])
    return terminal.output
  }

  // Foreground and background: 30 to 37, 40 to 47, 90 to 107, and 38 and 48 with an index.
  private func hasColour(_ output: [UInt8]) -> Bool {
    String(decoding: output, as: UTF8.self)
      .contains(/\u{1B}\[([0-9;]*;)?([34][0-8]|9[0-7]|10[0-7])(;[0-9;]*)?m/)
  }

  @Test func `a theme brings its colours`() throws {
    #expect(hasColour(try outputOfHome("--theme dark")))
  }

  @Test func `NO_COLOR is obeyed`() throws {
    #expect(!hasColour(try outputOfHome("--theme dark", environment: ["NO_COLOR": "1"])))
  }

  @Test(arguments: ["", "--theme dark", "--theme projector"])
  func `without colour what has the focus is reversed, whatever the theme`(theme: String) throws {
    let output = try outputOfHome(theme, environment: ["NO_COLOR": "1"])
    #expect(String(decoding: output, as: UTF8.self).contains(/\u{1B}\[([0-9;]*;)?7m/))
  }

  @Test func `an empty NO_COLOR means nothing`() throws {
    #expect(hasColour(try outputOfHome("--theme dark", environment: ["NO_COLOR": ""])))
  }

  @Test func `a locale without UTF-8 gets ASCII alone`() throws {
    let output = try outputOfHome(environment: ["LC_ALL": "C"])
    #expect(output.allSatisfy { $0 <= 0x7E })
  }

  @Test func `a locale that this machine lacks still has UTF-8`() throws {
    let output = try outputOfHome(environment: ["LC_ALL": "xx_YY.UTF-8"])
    #expect(output.contains { $0 > 0x7E })
  }

  @Test func `the mouse can be left alone`() throws {
    let output = try outputOfHome("--no-mouse")
    #expect(output.ranges(of: Array("\u{1B}[?1000h".utf8)).isEmpty)
  }

  @Test func `keys that nobody knows are not taken for typing`() throws {
    var terminal = try PseudoTerminal()
    let showsHome = terminal.shows("The speed of light")
    #expect(showsHome)
    terminal.type("\u{1B}[99;9u\u{1B}[?62;c\u{1B}[[A\u{1B}[1;5q\u{1B}Oq")
    terminal.resize(columns: 90, rows: 30)
    let showsHomeAgain = terminal.shows("The speed of light")
    #expect(showsHomeAgain)
  }

  @Test(arguments: [
    ("</dev/null", "xterm", ""), ("| cat", "xterm", ""), ("", "dumb", "q\n"), ("", "", "q\n"),
  ])
  func `without a screen the program speaks plain text and ends`(
    arguments: String, name: String, typed: String
  ) throws {
    var terminal = try PseudoTerminal(arguments, environment: ["TERM": name])
    terminal.type(typed)
    let ending = terminal.ending()
    #expect(ending == .exited(0))
    #expect(!terminal.output.isEmpty)
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.traces() == [])
  }

  @Test func `a closed output does not keep the program alive`() throws {
    var terminal = try PseudoTerminal(">&-")
    let ending = terminal.ending()
    #expect(ending != .stillRunning)
    #expect(terminal.traces() == [])
  }
}
