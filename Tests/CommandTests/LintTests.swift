import Testing
import geolearn

/// `geolearn lint`
struct LintTests {
  static let lesson = """
    ---
    minutes: 5
    topology: module
    ---

    # Quorums

    ## One step

    ```scene quorum-write
    leader: us-east in us-east | eu-west
    voters: us-east, eu-west
    ```

    """

  private func lint(_ lesson: String) throws -> CommandOutput {
    let place = try Workplace()
    try place.write(lesson, to: "mine/01-quorums.md")
    return place.run("lint --lessons mine")
  }

  private static let warning =
    "assets/topologies/module.yaml:20:5: warning: 140 ms from us-east to ap-southeast "
    + "is faster than light in fibre: the floor is 152 ms\n"

  @Test func `the shipped course has no mistakes`() throws {
    let output = try Workplace().run("lint")
    #expect(output.text.contains(": no mistakes, "))
    #expect(output.code == .success)
  }

  @Test func `a good lesson ends with a summary`() throws {
    #expect(
      try lint(Self.lesson)
        == CommandOutput(
          Self.warning + "1 lesson, 1 scene, no items: no mistakes, 1 warning\n"))
  }

  @Test func `a knob is tried at every setting`() throws {
    let output = try lint(Self.lesson.replacing("| eu-west", with: "| eu-wset"))
    #expect(
      output.text.hasSuffix(
        """
        lessons/01-quorums.md:11:9: error: no region is called 'eu-wset'; did you mean 'eu-west'?
        1 lesson, 1 scene, no items: 1 mistake, 1 warning

        """))
    #expect(output.code == .data)
  }

  @Test func `a lesson that cannot be read is a mistake`() throws {
    let output = try lint(Self.lesson.replacing("topology: module", with: "topology: modul"))
    #expect(output.text.contains("lessons/01-quorums.md:3:"))
    #expect(output.text.contains("no topology is called 'modul'; did you mean 'module'?"))
    #expect(output.code == .data)
  }

  @Test func `a folder that is not there is said so`() throws {
    #expect(
      try Workplace().run("lint --lessons nowhere")
        == CommandOutput(
          complaint: "Error: there is no folder 'nowhere' that can be read\n", code: .noInput))
  }
}
