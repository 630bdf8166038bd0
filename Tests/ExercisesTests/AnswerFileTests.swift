import Content
import Exercises
import Testing

struct AnswerFileTests {
  private func exercises() throws -> [Exercise] {
    [
      try exercise(
        "estimate",
        """
        id: 1.1
        ask: A client in us-east writes to the leader in $leader. How long?
        leader: us-east in us-east | eu-west
        voters: us-east, eu-west in us-east, eu-west | us-east, eu-west, ap-southeast
        compute: commit $leader of $voters
        """),
      try exercise(
        "choice",
        """
        id: 1.3b
        ask: Why?
        options:
          - {say: No reason., if: majority of 3 = 1, because: No.}
          - {say: More than half., if: majority of 3 = 2, because: Yes.}
        """),
    ]
  }

  private func parse(_ text: String) throws -> [String: Answer] {
    try AnswerFile.parse(text, file: "answers/task1.yaml", exercises: try exercises())
  }

  @Test(
    arguments: [
      ("\"1.1\":\n  answer: 85 ms\n", ["1.1": Answer("85 ms")]),
      ("1.1: 85 ms\n1.3b: 2\n", ["1.1": Answer("85 ms"), "1.3b": Answer("2")]),
      (
        "1.1:\n  answer: 85 ms\n  leader: eu-west\n",
        ["1.1": Answer("85 ms", assumptions: ["leader": "eu-west"])]
      ),
      (
        "1.1:\n  answer: 85 ms\n  voters: [us-east, eu-west]\n",
        ["1.1": Answer("85 ms", assumptions: ["voters": "us-east, eu-west"])]
      ),
      ("1.1:\n  answer:\n  leader: ~\n", ["1.1": Answer("")]),
      ("1.1:\n", ["1.1": Answer("")]),
      ("1.1: null\n", ["1.1": Answer("")]),
      ("1.1: ''\n", ["1.1": Answer("")]),
      (
        "1.1: {answer: 85, leader: us-east}",
        ["1.1": Answer("85", assumptions: ["leader": "us-east"])]
      ),
      ("1.1: 1.10\n", ["1.1": Answer("1.10")]),
      ("1.1: \"85 ms\"\r\n", ["1.1": Answer("85 ms")]),
      ("", [:]), ("# nothing yet\n", [:]), ("~", [:]),
    ] as [(String, [String: Answer])])
  func `answers are mappings or bare values`(text: String, answers: [String: Answer]) throws {
    #expect(try parse(text) == answers)
  }

  @Test(arguments: [
    ("1.2: 85 ms", "1:1: error: no item is called '1.2'; did you mean '1.1'?"),
    ("1.1: 85 ms\n1.3d: a", "2:1: error: no item is called '1.3d'; did you mean '1.3b'?"),
    ("task: 1", "1:1: error: no item is called 'task'; it must be 1.1 or 1.3b"),
    (
      "1.1:\n  answer: 85 ms\n  ledaer: eu-west",
      "3:3: error: 1.1 has no 'ledaer'; did you mean 'leader'?"
    ),
    ("1.3b:\n  leader: us-east", "2:3: error: 1.3b has no 'leader'; it must be answer"),
    ("1.1:\n  answer: {ms: 85}", "2:11: error: answer must be one value or a list of them"),
    ("1.1: 85 ms\n1.1: 140 ms", "1:1: error: '1.1' is answered twice; keep one answer"),
    ("- 85 ms", "1:1: error: a file of answers has lines such as '\"1.1\": 85 ms'"),
    ("85 ms", "1:1: error: a file of answers has lines such as '\"1.1\": 85 ms'"),
    ("1.1: [85 ms", "2:1: error: this is not YAML: did not find expected ',' or ']'"),
    ("1.1: a: b", "1:7: error: this is not YAML: mapping values are not allowed in this context"),
    ("\t1.1: 85 ms", "1:1: error: this is not YAML: "),
    ("1.1: *x", "1:6: error: this is not YAML: "),
  ])
  func `a mistake in the file is named with its place`(text: String, message: String) {
    #expect {
      try parse(text)
    } throws: { error in
      "\(error)".hasPrefix("answers/task1.yaml:\(message)")
    }
  }

  @Test func `all mistakes are named at once`() {
    #expect {
      try parse("1.2: 1\n1.1: {answr: 2}\n")
    } throws: { error in
      (error as? Diagnostics)?.all.count == 2
    }
  }

  @Test func `a file that is too long is not read`() {
    #expect {
      try parse("1.1: " + String(repeating: "8", count: 200_000))
    } throws: { error in
      "\(error)".contains("the file is too long")
    }
  }

  @Test func `the template asks every question and lists every assumption`() throws {
    #expect(
      AnswerFile.template(for: try exercises(), title: "Task 1: Latency math") == """
        # Task 1: Latency math
        #
        # Write each answer behind 'answer:'. A number needs its unit, such as ms. Where an assumption
        # is listed, the answer is judged under it: change it if you mean another one.

        # A client in us-east writes to the leader in us-east. How long?
        #   us-east to eu-west and back: 85 ms
        #   us-east to ap-southeast and back: 140 ms
        #   eu-west to ap-southeast and back: 130 ms
        "1.1":
          answer:
          leader: us-east  # us-east | eu-west
          voters: us-east, eu-west  # us-east, eu-west | us-east, eu-west, ap-southeast

        # Why?
        #   a No reason.
        #   b More than half.
        "1.3b":
          answer:

        """)
  }

  @Test func `the template of every shipped item can be read, and answers no question`() throws {
    let exercises = try ExerciseSet(try shippedCourse()).graded
    let template = AnswerFile.template(for: exercises, title: "All")
    let answers = try AnswerFile.parse(template, file: "x", exercises: exercises)
    #expect(answers.count == exercises.count)
    for exercise in exercises {
      let answer = try #require(answers[exercise.id])
      #expect(answer.text == (exercise.kind == .program ? "pn_counter.py" : ""))
    }
    #expect(template.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test func `the default assumptions of the template change no verdict`() throws {
    let exercises = try ExerciseSet(try shippedCourse()).selection("task1")
    let template = AnswerFile.template(for: exercises, title: "All")
      .replacing("answer:\n", with: "answer: 85 ms\n")
    let answers = try AnswerFile.parse(template, file: "x", exercises: exercises)
    for exercise in exercises {
      let answer = try #require(answers[exercise.id])
      #expect(exercise.verdict(for: answer) == exercise.verdict(for: Answer("85 ms")))
    }
  }
}
