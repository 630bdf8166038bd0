import Testing
import geolearn

/// `geolearn --help` and its kin
struct HelpTests {
  private static let commands = [
    "learn", "present", "check", "hint", "init", "reset", "calc", "calc quorum", "calc floor",
    "calc availability", "calc detection", "calc lag", "calc failover", "calc placement",
    "calc patterns", "calc residency", "calc erasure", "calc crdt", "calc trace",
    "render", "lint", "doctor", "watch", "replay", "grade", "integration", "demo",
    "demo list", "demo run", "record", "export",
  ]

  @Test(arguments: commands)
  func `the help of every command has an example of it`(command: String) throws {
    let output = try Workplace().run("\(command) --help")
    #expect(output.text.contains("Example"))
    #expect(output.text.contains("  geolearn \(command)"))
    #expect(output.code == .success)
  }

  @Test func `the first help names every command`() throws {
    let text = try Workplace().run("--help").text
    for command in Self.commands where !command.contains(" ") {
      #expect(text.contains("\n  \(command) "))
    }
  }

  @Test func `the version is told`() throws {
    #expect(try Workplace().run("--version").text == "\(Version.text)\n")
  }

  @Test(arguments: ["calc quorun", "calc quorun --leader us-east --format json"])
  func `a calculator with a letter wrong is answered with the right one`(line: String) throws {
    #expect(
      try Workplace().run(line)
        == CommandOutput(
          complaint: "Error: no calculator is called 'quorun'; did you mean 'quorum'?\n",
          code: .usage))
  }

  @Test(arguments: ["calc", "calc --help", "help calc"])
  func `the calculators are listed, and nothing else`(line: String) throws {
    let output = try Workplace().run(line)
    #expect(output.text.contains("\n  quorum "))
    #expect(!output.text.contains("unnamed"))
    #expect(output.code == .success)
  }

  @Test func `an unknown option is a usage error with the nearest one`() throws {
    let output = try Workplace().run("lint --lesons x")
    #expect(output.complaint.contains("Did you mean '--lessons'?"))
    #expect(output.code == .usage)
  }
}
