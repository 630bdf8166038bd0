import Testing
import geolearn

/// `geolearn present` where nothing is shown
struct PresentTests {
  @Test func `the steps of the course fit a projector, and that is said`() throws {
    let output = try Workplace().run("present 2 --validate")
    #expect(output == CommandOutput("13 steps at 80x24: everything fits\n"))
  }

  @Test func `what does not fit is named with its file, its step and its measure`() throws {
    let place = try Workplace()
    let lines = (1...20).map { "- Line \($0)." }.joined(separator: "\n")
    try place.write(
      "---\nminutes: 5\n---\n\n# One\n\n## Short\n\nText.\n\n---\n\n## Long\n\n\(lines)\n",
      to: "mine/01-one.md")
    #expect(
      place.run("present --validate --lessons mine")
        == CommandOutput(
          """
          lessons/01-one.md: step 2, 'Long': the text needs 20 rows, and there are 19
          2 steps at 80x24: 1 of their parts do not fit

          """, code: .failed))
    #expect(place.run("present --validate --lessons mine --size 80x25").code == .success)
  }

  @Test(
    arguments: [
      // command line, complaint, code
      (
        "present",
        "a presentation needs a terminal that can move its cursor; "
          + "use geolearn learn --plain without one", 69
      ),
      (
        "present --follow",
        "a presentation needs a terminal that can move its cursor; "
          + "use geolearn learn --plain without one", 69
      ),
      ("present --auto 5", "--auto is '5'; it must be a time such as 30s, 1.5s or 2min", 64),
      ("present --notes --follow", "--notes and --follow do not go together; give one.", 64),
      ("present 2 --notes", "--notes shows what is presented; leave '2' out.", 64),
      (
        "present 1 --auto 20s --validate", "--auto and --validate do not go together; give one.",
        64
      ),
      (
        "present --theme plaid",
        "--theme is 'plaid'; it must be default, dark, light, mono, projector or contrast", 64
      ),
      ("present --theme drak", "--theme is 'drak'; did you mean 'dark'?", 64),
    ] as [(String, String, Int32)])
  func `what cannot be presented is said`(line: String, complaint: String, code: Int32) throws {
    let output = try Workplace().run(line)
    #expect(output.complaint.hasPrefix("Error: \(complaint)"))
    #expect(output.code.code == code)
    #expect(output.text == "")
  }

  @Test func `a page that does not exist is answered with those that do`() throws {
    let output = try Workplace().run("present 77")
    #expect(output.complaint.hasPrefix("Error: there is no page '77'; there are home, 1, 2"))
    #expect(output.code.code == 64)
  }
}
