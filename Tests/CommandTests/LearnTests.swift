import ArgumentParser
import Testing
import geolearn

/// `geolearn learn` where there is no screen
struct LearnTests {
  @Test(
    arguments: [
      (false, ["TERM": "xterm"], true, LearningMode.screen),
      (false, ["TERM": "xterm"], false, .status),
      (true, ["TERM": "xterm"], true, .plain),
      (false, ["TERM": "xterm", "GEOLEARN_PLAIN": "1"], true, .plain),
      (false, ["TERM": "xterm", "GEOLEARN_PLAIN": "0"], true, .screen),
      (false, ["TERM": "dumb"], true, .plain),
      (false, ["TERM": "dumb"], false, .plain),
      (false, [:], true, .plain),
    ] as [(Bool, [String: String], Bool, LearningMode)])
  func `the course is opened as the terminal allows`(
    asksForPlain: Bool, environment: [String: String], isTerminal: Bool, mode: LearningMode
  ) {
    let invocation = Invocation(
      environment: environment, folder: "/", isInputTerminal: isTerminal,
      isOutputTerminal: isTerminal)
    #expect(LearningMode(asksForPlain: asksForPlain, invocation) == mode)
  }

  @Test func `a pipe is told what to do next`() throws {
    let output = try Workplace().run("")
    #expect(output.text.contains("Next: begin with section 1: geolearn learn 1\n"))
    #expect(output.code == .success)
  }

  @Test func `an author hears of every mistake when he opens his lessons`() throws {
    let place = try Workplace()
    let frame = "---\nminutes: 5\n---\n\n# One\n\n## Step\n\n"
    try place.write("\(frame)<b>\n\n---\n\n## Two\n\n{locl}\n", to: "mine/01-one.md")
    let exercise = "```exercise prediction\nid: \"1.a\"\nask: How long?\ncompute: local\n```\n"
    try place.write("\(frame)\(exercise)", to: "mine/02-two.md")
    #expect(
      place.run("learn --lessons mine")
        == CommandOutput(
          complaint: """
            Error: the course has mistakes
            lessons/01-one.md:9:1: error: HTML is not supported; write \\< for a plain <
            lessons/01-one.md:15:1: error: no number is called 'locl'; did you mean 'local'?
            lessons/02-two.md:9:1: error: the id is found before the page is read; write it as in 'id: 1.a'

            """, code: .data))
  }

  @Test func `what was done is counted`() throws {
    let place = try Workplace()
    _ = place.run("check 1.1 --answer \"85 ms\"")
    #expect(place.run("learn").text.contains("Task 1  Latency math: 1 of 9 items\n"))
  }

  @Test func `a command with a letter wrong is answered with the right one`() throws {
    #expect(
      try Workplace().run("chekc")
        == CommandOutput(
          complaint: "Error: there is no command or page 'chekc'; did you mean 'check'?\n",
          code: .usage))
  }

  @Test(arguments: [
    ("2", "Section 2, The speed of light. Step 1 of "),
    ("section2.3", "Section 2, The speed of light. Step 3 of "),
    ("5.2", "Section 5, CRDTs. Step 2 of "),
    ("3.2", "Task 3, A GDPR-compliant feed. Item 2 of "),
    ("2.3", "Task 2, Your own PN-counter. Item 3 of "),
    ("task1", "Task 1, Latency math. Item 1 of "),
    ("1.3", "Task 1, Latency math. Item "),
    ("2.commit", "Section 2, The speed of light. Step "),
  ])
  func `a page can be opened by its name`(name: String, title: String) throws {
    let place = try Workplace()
    #expect(try place.conversation("learn \(name)", []).hasPrefix(title))
  }

  @Test func `what is heard is written into a transcript`() throws {
    let text = try Workplace().conversation("learn task1", ["85 ms", "q"])
    #expect(text.contains("Your answer, or h for a hint: 85 ms\nPASS 1.1  85 ms is right.\n"))
  }

  @Test func `the journal remembers a conversation`() throws {
    let place = try Workplace()
    _ = try place.conversation("learn task1", ["h", "140 ms", "85 ms"])
    #expect(
      place.journal == [
        "visited task-1-latency-math 1", "hinted 1.1 1", "graded 1.1 fail", "graded 1.1 pass",
      ])
  }
}

extension Workplace {
  /// What the plain reader says to some lines, until the input ends.
  borrowing func conversation(_ line: String, _ lines: [String]) throws -> String {
    let command = try Geolearn.parseAsRoot(words(line)) as? LearnCommand
    var rest = lines[...]
    var text = ""
    _ = try command?.converse(
      invocation(["TERM": "dumb"]), listen: { rest.popFirst() }, say: { text += $0 })
    return text
  }
}
