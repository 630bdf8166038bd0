import Foundation
import Testing
import geolearn

/// `geolearn demo`
struct DemoTests {
  private static let demo = """
    demo A write
    ```scene quorum-write
    leader: us-east
    voters: us-east, eu-west, ap-southeast
    ```
    say Look.
    play until the leader commits
    expect at 85 ms: the leader commits
    expect narration 2 of 3

    """

  private func run(_ demo: String, _ options: String) throws -> CommandOutput {
    let place = try Workplace()
    try place.write(demo, to: "mine.demo")
    return place.run("demo run mine.demo \(options)")
  }

  @Test func `the demos of the course are listed with their titles`() throws {
    let output = try Workplace().run("demo list")
    #expect(output.text.contains(" The 85 ms quorum\n"))
    #expect(output.code == .success)
    #expect(try Workplace().run("demo") == output)
  }

  @Test func `--check says whether everything is as expected`() throws {
    #expect(try run(Self.demo, "--check") == CommandOutput("mine.demo: as expected\n"))
    let wrong = Self.demo.replacing("85 ms", with: "140 ms").replacing("2 of 3", with: "3 of 3")
    let told = "The vote of eu-west is back; 2 of 3 have the entry; the leader commits."
    #expect(
      try run(wrong, "--check")
        == CommandOutput(
          complaint: """
            mine.demo:8:8: error: '\(told)' should be at 140 ms; it is at 85 ms
            mine.demo:9:8: error: the narration does not say '3 of 3'; it says '\(told)'

            """, code: .failed))
  }

  @Test(arguments: ["", "--plain"])
  func `without a screen it is told in lines`(options: String) throws {
    #expect(
      try run(Self.demo, options).text == """
        A write
          Look.
          eu-west has the entry and votes for it.
          ap-southeast has the entry and votes for it.
          The vote of eu-west is back; 2 of 3 have the entry; the leader commits.

        """)
  }

  @Test(
    arguments: [
      (
        "demo run qourum", 64,
        "no demo is called 'qourum'; did you mean 'quorum'?; a path to a .demo file is taken too"
      ),
      ("demo run nowhere.demo", 66, "there is no file 'nowhere.demo' that can be read"),
    ] as [(String, Int32, String)])
  func `a demo that is not there is said so`(line: String, code: Int32, message: String) throws {
    let output = try Workplace().run(line)
    #expect(output.complaint == "Error: \(message)\n")
    #expect(output.code.code == code)
  }

  @Test(arguments: [
    ("sya hello", "the demo has mistakes\nmine.demo:1:1: error: a demo begins with its title"),
    ("demo A\nplay", "the demo has a mistake\nmine.demo:2:1: error: there is no picture yet"),
  ])
  func `mistakes have their places`(demo: String, message: String) throws {
    let output = try run(demo, "--check")
    #expect(output.complaint.hasPrefix("Error: \(message)"))
    #expect(output.code == .data)
  }

  @Test func `lint plays the demos of a course`() throws {
    let place = try Workplace()
    let assets = "\(place.folder)/assets"
    let shipped = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../assets").standardizedFileURL.path
    try FileManager.default.copyItem(atPath: shipped, toPath: assets)
    try FileManager.default.removeItem(atPath: "\(assets)/demos")
    try place.write(
      Self.demo.replacing("85 ms", with: "140 ms"), to: "assets/demos/mine.demo")
    try place.write(LintTests.lesson, to: "mine/01-quorums.md")
    let output = place.run("lint --lessons mine --assets assets")
    #expect(
      output.text.hasPrefix(
        "assets/demos/mine.demo:8:8: error: 'The vote of eu-west is back; 2 of 3 have the entry; "
          + "the leader commits.' should be at 140 ms; it is at 85 ms\n"))
    #expect(output.code == .data)
  }
}
