import ArgumentParser
import Drawing
import Testing
import geolearn

/// Flags, variables and the terminal
struct DisplayTests {
  private func display(
    _ arguments: String, _ environment: [String: String] = [:], codeset: String = "UTF-8"
  ) throws -> Display {
    let usual = ["TERM": "xterm-256color"].merging(environment) { $1 }
    let invocation = Invocation(
      environment: usual, folder: "/", isInputTerminal: true, isOutputTerminal: true,
      codeset: codeset)
    return try Display(DisplayOptions.parse(words(arguments)), invocation)
  }

  @Test(
    arguments: [
      ("", [:], Theme.terminal), ("", ["GEOLEARN_THEME": "light"], .light),
      ("--theme dark", ["GEOLEARN_THEME": "light"], .dark), ("", ["GEOLEARN_THEME": ""], .terminal),
    ] as [(String, [String: String], Theme)])
  func `a flag wins over its variable`(
    arguments: String, environment: [String: String], theme: Theme
  ) throws {
    #expect(try display(arguments, environment).theme == theme)
  }

  @Test(
    arguments: [
      ("", [:], true), ("", ["NO_COLOR": "1"], false), ("", ["NO_COLOR": ""], true),
      ("--color always", ["NO_COLOR": "1"], true), ("--no-color", [:], false),
      ("--color never", [:], false), ("", ["CI": "true"], false), ("", ["TERM": "dumb"], false),
    ] as [(String, [String: String], Bool)])
  func `colours are used where they are wanted`(
    arguments: String, environment: [String: String], isUsed: Bool
  ) throws {
    #expect(try display(arguments, environment).usesColour == isUsed)
  }

  @Test func `marks follow the locale, and the flag wins`() throws {
    #expect(try display("").marks == .braille)
    #expect(try display("", codeset: "ANSI_X3.4-1968").marks == .ascii)
    #expect(try display("--ascii").marks == .ascii)
  }

  @Test func `a variable with no such value is answered with those that there are`() {
    #expect(
      throws: CommandFailure(
        "GEOLEARN_THEME is 'drak'; did you mean 'dark'?", .usage)
    ) { try display("", ["GEOLEARN_THEME": "drak"]) }
  }

  @Test func `two flags that contradict each other are refused`() throws {
    let output = try Workplace().run("render home --no-color --color always")
    #expect(output.complaint.contains("contradict each other; give one of them."))
    #expect(output.code == .usage)
  }
}
