import Testing
import geolearn

/// `--course` and `geolearn new`
struct PackTests {
  /// A place with a course in the folder `mine`.
  private func place(_ rules: String = "id: storage-101\ntitle: Storage\n") throws -> Workplace {
    let place = try Workplace()
    try place.write(rules, to: "mine/course.yaml")
    try place.write(Self.section, to: "mine/lessons/01-quorums.md")
    return place
  }

  private static let section = """
    ---
    minutes: 5
    topology: module
    ---

    # Quorums

    ## One step

    A round trip takes {round-trip us-east to eu-west}.

    """

  @Test func `a pack takes the place of the lessons, under its own title`() throws {
    let text = try place().run("learn --course mine").text
    #expect(text.hasPrefix("geolearn: Storage\n\n  1  Quorums: 1 steps, 5 minutes\n\n"))
  }

  @Test func `the variable names the pack, and the flag wins`() throws {
    let place = try place()
    try place.write("id: other\n", to: "other/course.yaml")
    try place.write(Self.section, to: "other/lessons/01-quorums.md")
    let variable = ["GEOLEARN_COURSE": "mine"]
    #expect(place.run("learn", variable).text.hasPrefix("geolearn: Storage\n"))
    #expect(place.run("learn --course other", variable).text.hasPrefix("geolearn: Other\n"))
  }

  @Test func `a pack has a journal of its own`() throws {
    let place = try place()
    try place.write(try task(), to: "mine/lessons/task-1-first.md")
    #expect(place.run("check 1.1 --answer \"85 ms\" --course mine").code == .success)
    #expect(place.journal == [])
    let kept = try place.text(of: "state/courses/storage-101/journal")
    #expect(kept.hasSuffix("\tgraded 1.1 pass\n"))
    #expect(place.run("learn --course mine").text.contains("Task 1  First: done\n"))
    #expect(place.run("learn").text.contains("Task 1  Latency math: 9 items"))
  }

  /// A task as `new exercise` writes it.
  private func task() throws -> String {
    let place = try place()
    _ = place.run("new exercise first --course mine")
    return try place.text(of: "mine/lessons/task-1-first.md")
  }

  @Test func `a pack may bring a topology of its own, and has the shipped ones besides`() throws {
    let place = try place()
    #expect(place.run("new topology baltic --course mine").code == .success)
    let lesson = Self.section.replacing("topology: module", with: "topology: baltic")
      .replacing("us-east to eu-west", with: "north to far")
    try place.write(lesson, to: "mine/lessons/02-far.md")
    #expect(
      place.run("lint --course mine").text
        == "2 lessons, no scenes, no items: no mistakes, no warnings\n")
    #expect(
      place.run("render 2.1 --page --course mine").text.contains("A round trip takes 240 ms."))
    #expect(place.run("render 1.1 --page --course mine").text.contains("A round trip takes 85 ms."))
  }

  @Test func `the rules of a pack are those of its course.yaml, unless others are named`() throws {
    let place = try place("id: storage-101\nhints: false\n")
    try place.write(try task(), to: "mine/lessons/task-1-first.md")
    try place.write("hints: true\n", to: "kind.yaml")
    try place.write("hints: true\n", to: "course.yaml")
    #expect(place.run("hint 1.1 --course mine").code == .notAllowed)
    #expect(place.run("hint 1.1 --course mine --policy kind.yaml").text.hasPrefix("Hint 1 of 3"))
  }

  @Test(arguments: [
    ("nowhere", "there is no folder 'nowhere' that can be read"),
    (
      "empty", "'empty' is no course: it has no course.yaml; 'geolearn new course DIR' begins one"
    ),
    (
      "bare",
      "'bare' is no course: it has no folder 'lessons'; 'geolearn new course DIR' begins one"
    ),
    (
      "blank",
      "'blank' is no course: there is no .md file in its folder 'lessons'; "
        + "'geolearn new lesson NAME --course blank' writes one"
    ),
  ])
  func `a folder that is no course is told what it has not`(folder: String, says: String) throws {
    let place = try Workplace()
    try place.write("", to: "empty/notes.txt")
    try place.write("id: bare\n", to: "bare/course.yaml")
    try place.write("id: blank\n", to: "blank/course.yaml")
    try place.write("", to: "blank/lessons/notes.txt")
    #expect(
      place.run("learn --course \(folder)")
        == CommandOutput(complaint: "Error: \(says)\n", code: .noInput))
  }

  @Test(arguments: [
    (
      "title: Storage\n",
      "course.yaml:1:1: error: 'id' is missing; a course with a title has one, such as storage-101"
    ),
    (
      "id: Storage 101\n",
      "course.yaml:1:5: error: id is 'Storage 101'; it must be made of a-z, 0-9 and -, such as storage-101"
    ),
    (
      "hints: true\n",
      "course.yaml:1:1: error: 'id' is missing; it must be a name such as storage-101, which no other course has"
    ),
  ])
  func `a course without a good name is told so with its place`(rules: String, says: String) throws
  {
    #expect(
      try place(rules).run("learn --course mine").complaint
        == "Error: the course has mistakes\n\(says)\n")
  }
}

/// `geolearn new`
struct NewTests {
  @Test func `a new course, with every kind of part added, has nothing to mend`() throws {
    let place = try Workplace()
    #expect(
      place.run("new course storage-101").text == """
        storage-101/course.yaml is written: what the course is called, and what its learners may be told
        storage-101/lessons/01-first-steps.md is written: a section with a picture and a prediction; \
        docs/lesson-format.md says what else can be
        storage-101/lessons/task-1-first-task.md is written: a task with a graded number, its wrong \
        answers and its hints

        Try it: geolearn lint --course storage-101
        See it: geolearn --course storage-101

        """)
    for part in ["lesson quorum-reads", "exercise stale-reads", "topology baltic"] {
      #expect(place.run("new \(part) --course storage-101").code == .success)
    }
    let lint = place.run("lint --course storage-101")
    #expect(lint.text == "4 lessons, 4 scenes, 4 items: no mistakes, no warnings\n")
    #expect(lint.code == .success)
  }

  @Test func `a new part has the next free number`() throws {
    let place = try Workplace()
    _ = place.run("new course mine")
    let said = place.run("new lesson quorum-reads --course mine").text
    #expect(said.hasPrefix("mine/lessons/02-quorum-reads.md is written: "))
    #expect(try place.text(of: "mine/lessons/02-quorum-reads.md").contains("\n# Quorum reads\n"))
    let task = place.run("new exercise stale-reads", ["GEOLEARN_COURSE": "mine"]).text
    #expect(task.hasPrefix("mine/lessons/task-2-stale-reads.md is written: "))
  }

  @Test(arguments: [
    ("new course mine", "mine/course.yaml is there already and stays as it is; nothing is written"),
    (
      "new topology baltic --course mine",
      "mine/assets/topologies/baltic.yaml is there already and stays as it is; nothing is written"
    ),
  ])
  func `a file that is there is never touched`(line: String, says: String) throws {
    let place = try Workplace()
    _ = place.run("new course mine")
    try place.write("mine", to: "mine/assets/topologies/baltic.yaml")
    #expect(place.run(line) == CommandOutput(complaint: "Error: \(says)\n", code: .cannotCreate))
    #expect(try place.text(of: "mine/assets/topologies/baltic.yaml") == "mine")
  }

  @Test(
    arguments: [
      (
        "new lesson Quorums",
        "'Quorums' is no name; it must be made of a-z, 0-9 and -, such as quorum-reads", 64
      ),
      (
        "new lesson quorums",
        "'.' is no course: it has no course.yaml; 'geolearn new course DIR' begins one", 66
      ),
    ] as [(String, String, Int32)])
  func `what cannot be begun is told why`(line: String, says: String, code: Int32) throws {
    let output = try Workplace().run(line)
    #expect(output.complaint == "Error: \(says)\n")
    #expect(output.code.code == code)
  }
}

/// What `geolearn lint` finds besides what cannot be read
struct ProofTests {
  private func lint(_ step: String, _ options: String = "") throws -> CommandOutput {
    let place = try Workplace()
    try place.write("id: mine\n", to: "mine/course.yaml")
    let lesson = "---\nminutes: 5\ntopology: module\n---\n\n# Quorums\n\n## One step\n\n\(step)\n"
    try place.write(lesson, to: "mine/lessons/01-quorums.md")
    return place.run("lint --course mine \(options)")
  }

  @Test(arguments: [
    (
      "See [the next](02-next.md).",
      "10:16: error: no lesson is in '02-next.md'; it must be 01-quorums.md"
    ),
    (
      "See [a paper](https://).",
      "10:15: error: 'https://' is no address; write https://, a host and a path"
    ),
    (
      "A write takes 85 ms.",
      "10:15: warning: '85 ms' is typed, and nothing in this lesson computes it; "
        + "let the model say it, as in {round-trip us-east to eu-west}"
    ),
    (
      (1...30).map { "- line \($0)" }.joined(separator: "\n"),
      "8:1: error: at 80x24 this step does not fit: it has to be scrolled"
    ),
  ])
  func `every mistake is told with its line and column`(step: String, says: String) throws {
    #expect(try lint(step).text.contains("mine/lessons/01-quorums.md:\(says)\n"))
  }

  @Test(arguments: [
    "See [this one](01-quorums.md) and [a paper](https://doi.org/10.1145/800215.806583).",
    "A probe every 10 s finds it after {detection every 10 s misses 3 timeout 4 s}.",
    "Four of 4 regions, version 2.1, `85 ms` in code, 99.9 of them.",
  ])
  func `what is right is not complained of`(step: String) throws {
    #expect(try lint(step).text == "1 lesson, no scenes, no items: no mistakes, no warnings\n")
  }

  @Test func `a mistake in course.yaml has its place too`() throws {
    let place = try Workplace()
    _ = place.run("new course mine")
    try place.write("id: mine\nhnits: true\n", to: "mine/course.yaml")
    #expect(
      place.run("lint --course mine").text
        .hasPrefix(
          "mine/course.yaml:2:8: error: no argument is called 'hnits'; did you mean 'hints'?\n"))
  }

  @Test func `programs read the same as people`() throws {
    let output = try lint("A write takes 85 ms.", "--format json")
    #expect(output.code == .success)
    #expect(
      output.text.hasPrefix(
        """
        {
          "lessons": 1,
          "scenes": 0,
          "items": 0,
          "mistakes": 0,
          "warnings": 1,
          "diagnostics": [
            {
              "file": "mine/lessons/01-quorums.md",
              "line": 10,
              "column": 15,
              "severity": "warning",
        """))
  }
}
