import Content
import Exercises
import Testing

struct ProgramItemTests {
  private let ids = ["2.1", "2.2", "2.3", "2.4"]

  @Test func `task 2 has four items for a program and one for an integer`() throws {
    let exercises = try ExerciseSet(try shippedCourse()).selection("task2")
    #expect(exercises.map(\.id) == ids + ["2.5"])
    #expect(exercises.map(\.kind) == [.program, .program, .program, .program, .integerMerge])
    #expect(exercises.map(\.points) == [8, 26, 6, 6, 4])
  }

  @Test(arguments: ["\"2.1\": my/counter.py", "\"2.1\": {file: my/counter.py}"])
  func `a file of answers names the program`(text: String) throws {
    let answers = try AnswerFile.parse(text, file: "x", exercises: [try shipped("2.1")])
    #expect(answers == ["2.1": Answer("my/counter.py")])
  }

  @Test func `an item of a program has no answer to type`() throws {
    #expect {
      try AnswerFile.parse("\"2.1\": {answer: 6}", file: "x", exercises: [try shipped("2.1")])
    } throws: { error in
      "\(error)" == "x:1:9: error: 2.1 has no 'answer'; it must be file"
    }
  }

  @Test func `without being run a program is neither right nor wrong`() throws {
    let verdict = try shipped("2.1").verdict(for: Answer("counter.py"))
    #expect(verdict.outcome == .error)
    #expect(verdict.help == "geolearn check 2.1 --file counter.py")
    #expect(try shipped("2.1").verdict(for: Answer("")).outcome == .skipped)
    #expect(try shipped("2.1").verdict(for: Answer("")).maxScore == 8)
  }

  @Test func `the template names the program and says how to write a history`() throws {
    let exercises = try ["2.4", "2.5"].map(shipped)
    let template = AnswerFile.template(
      for: exercises, title: "Task 2", program: "PNCounter.java")
    #expect(template.hasPrefix("# Task 2\n#\n# An item with 'file:' is answered by that program"))
    #expect(template.contains("\"2.4\":\n  file: PNCounter.java\n"))
    #expect(
      template.hasSuffix(
        """
        "2.5":
          merge:  # sum | maximum | last-write
          history:  # such as: A +1, B -2, A into B
          assume:  # exactly-once, if you do

        """))
  }

  @Test func `a block for a program has no right and no wrong lines`() throws {
    #expect(throws: Diagnostic.self) {
      try exercise("program", "id: 2.1\nask: Write it.\nright: [1]")
    }
    let block = try exercise("program", "id: 2.9\nask: Write it.\nhints: [a, b, c]\nsolution: So.")
    #expect(
      block.selfTest().map(\.message) == [
        "exercise 2.9: no check belongs to it; is there an item 2.9 that a program answers?"
      ])
  }

  @Test func `points are told where an item is worth more than one`() throws {
    let judgement = wrongPrograms[0].judgement
    let report = Report(verdicts: judgement.verdicts, version: "1.0", topology: "module")
    let text = report.text()
    #expect(
      text.contains(
        """
        FAIL     2.4  1 of 2 checks passed.
                      - The scenario, one merge after the other
                        A counts 3, B counts 5 and takes 2 back; merged both ways, both
                        say the same sum. Here A.value() says -2; it must be -1. Your
                        counter answers like one whose merge adds up what both know.
                          A.decrement("A")
                          B.merge(A)
                          A.merge(B)
                          A.value()
                        Next: Let a merge take, for each id and each of the two maps,
                        the greater of the two numbers.

        1 of 4 passed, 28 of 46 points

        """))
    #expect(text.contains("\n              - Merging with itself\n              - Inflation"))
    #expect(report.json().contains("\"score\": 28,\n  \"max_score\": 46,"))
    #expect(report.json().contains("\"id\": \"2.2-self\",\n          \"task_id\": 2,"))
    #expect(report.json().contains("\"counterexample\": [\n"))
  }

  @Test func `the points of an item are those of its checks`() throws {
    for program in [wrongPrograms[0], rightPrograms[0]] {
      for verdict in program.judge(3).verdicts {
        #expect(verdict.maxScore == (try shipped(verdict.id)).points)
        let passed = verdict.parts.filter { $0.outcome == .pass }
        #expect(verdict.score == passed.reduce(0) { $0 + $1.maxScore })
      }
    }
  }
}
