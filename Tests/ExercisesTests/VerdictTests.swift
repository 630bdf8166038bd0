import Content
import Exercises
import Testing

private let write = """
  id: 1.1
  ask: A client in $client writes to a leader in $leader. How long?
  leader: us-east in us-east | eu-west | ap-southeast
  voters: us-east, eu-west, ap-southeast
  client: us-east
  compute: write from $client led by $leader of $voters
  mistakes:
    furthest: A majority of $voters.count is {majority of $voters.count}.
    sum: Times overlap.
    double: Count it once.
    quorum-plus-one: Never reached, furthest comes first.
  hints: [Count votes., Sort., Take the nearest.]
  solution: It takes {write from $client led by $leader of $voters} with leader $leader.
  see: quorums
  scene: |
    quorum-write
    leader: $leader
    voters: $voters
  """

struct VerdictTests {
  @Test(
    arguments: [
      ("85 ms", .pass, "85 ms is right.", nil),
      ("0,085 s", .pass, "0.085 s is right.", nil),
      ("170 ms, leader eu-west", .pass, "170 ms is right with leader eu-west.", nil),
      (
        "140 ms", .fail,
        "140 ms would be right for a write that waits for every replica. A majority of 3 is 2.",
        nil
      ),
      (
        "225 ms", .fail,
        "225 ms would be right for a write that visits one replica after the other. Times overlap.",
        nil
      ),
      ("170 ms", .fail, "170 ms would be right for twice the way. Count it once.", nil),
      (
        "270 ms", .fail,
        "270 ms would be right with leader ap-southeast, which the answer does not say.",
        "if you assume that, say so: 270 ms, leader ap-southeast"
      ),
      (
        "85 s", .fail, "The digits of 85 s are right; the unit is not.",
        "one second is a thousand milliseconds, one millisecond a thousand microseconds"
      ),
      ("99 ms", .fail, "The size is about right, but 99 ms is a little too much.", "Count votes."),
      ("60 ms", .fail, "The size is about right, but 60 ms is too little.", "Count votes."),
      ("0.4 s", .fail, "The form is right, but 0.4 s is several times too much.", "Count votes."),
      (
        "2 ms", .fail, "The form is right, but 2 ms is more than ten times too little.",
        "Count votes."
      ),
      (
        "0 ms", .fail, "The form is right, but 0 ms is too little.", "Count votes."
      ),
    ] as [(String, Outcome, String, String?)])
  func `a verdict says what is right, what is not, and one step`(
    text: String, outcome: Outcome, rationale: String, help: String?
  ) throws {
    let verdict = try exercise("estimate", write).verdict(for: Answer(text))
    #expect(verdict.outcome == outcome)
    #expect(verdict.rationale == rationale)
    #expect(verdict.help == help)
    #expect(verdict.see == "quorums")
  }

  @Test func `a refused answer does not give the number away`() throws {
    let exercise = try exercise("estimate", write)
    for text in ["140 ms", "225 ms", "99 ms", "85", "fast", "2 s", ""] {
      let verdict = exercise.verdict(for: Answer(text))
      let shown = verdict.rationale + (verdict.help ?? "")
      #expect(!shown.contains("85 ms"), "\(text)")
    }
  }

  @Test func `the rule that is listed first explains a number that two rules give`() throws {
    let verdict = try exercise("estimate", write).verdict(for: Answer("140 ms"))
    #expect(verdict.misconception == "furthest")
    #expect(verdict.expected == "85 ms")
    #expect(verdict.actual == "140 ms")
  }

  @Test func `the solution and the replay follow the assumptions of the answer`() throws {
    let exercise = try exercise("estimate", write)
    let answer = Answer("85 ms, leader eu-west")
    #expect(exercise.solution(for: answer) == "It takes 170 ms with leader eu-west.")
    #expect(exercise.solution(for: Answer("?")) == "It takes 85 ms with leader us-east.")
    #expect(
      exercise.verdict(for: answer).replay
        == Directive(
          kind: "scene", name: "quorum-write",
          body: "leader: eu-west\nvoters: us-east, eu-west, ap-southeast", file: exercise.file,
          line: 26))
  }

  @Test func `those who wait for everybody see their own rule played`() throws {
    let body = try exercise("estimate", write).verdict(for: Answer("140 ms")).replay?.body
    #expect(body == "leader: us-east\nvoters: us-east, eu-west, ap-southeast\nrule: all")
  }

  @Test func `the question shows the numbers and the present assumptions`() throws {
    let exercise = try exercise("estimate", write)
    #expect(exercise.ask == "A client in us-east writes to a leader in us-east. How long?")
    #expect(exercise.assumptions.map(\.key) == ["leader"])
    #expect(exercise.unit == "ms")
    #expect(exercise.hints == ["Count votes.", "Sort.", "Take the nearest."])
    #expect(
      exercise.given.map { "\($0) \($1) \($2) \($3)" } == [
        "us-east eu-west 0.085 seconds false", "us-east ap-southeast 0.14 seconds false",
        "eu-west ap-southeast 0.13 seconds false",
      ])
  }

  @Test func `half of the key or less is never right, however small the key`() throws {
    let zones = try exercise(
      "estimate",
      """
      id: x
      ask: How long?
      compute: commit us-east of us-east, us-east, us-east
      """)
    #expect(zones.verdict(for: Answer("1 ms")).outcome == .pass)
    #expect(zones.verdict(for: Answer("2 ms")).outcome == .pass)
    #expect(zones.verdict(for: Answer("0.5 ms")).outcome == .fail)
    #expect(zones.verdict(for: Answer("0 ms")).outcome == .fail)
    #expect(zones.verdict(for: Answer("2.1 ms")).outcome == .fail)
  }

  @Test(arguments: [
    ("1 ms", "86 ms", Outcome.pass), ("1 ms", "86.1 ms", .fail), ("0 ms", "85.1 ms", .fail),
    ("20 %", "102 ms", .pass), ("20 %", "102.1 ms", .fail), ("0.02 s", "105 ms", .pass),
  ])
  func `an author may set the tolerance`(
    tolerance: String, text: String, outcome: Outcome
  ) throws {
    let exercise = try exercise(
      "estimate",
      "id: x\nask: How long?\ncompute: warm us-east to eu-west\ntolerance: \(tolerance)")
    #expect(exercise.verdict(for: Answer(text)).outcome == outcome)
  }
}

struct PredictionTests {
  private let guess = "id: g\nask: What do you think?\ncompute: commit us-east of us-east, eu-west"

  @Test(
    arguments: [
      ("140 ms", .fail, "You said 140 ms; the model says 85 ms."),
      ("100 ms", .pass, "You said 100 ms; the model says 85 ms."),
      ("68 ms", .pass, "You said 68 ms; the model says 85 ms."),
      ("67 ms", .fail, "You said 67 ms; the model says 85 ms."),
      ("0,1 s", .pass, "You said 0.1 s; the model says 85 ms."),
      ("soon", .error, "'soon' has no number."),
    ] as [(String, Outcome, String)])
  func `a prediction is met with the model's number`(
    text: String, outcome: Outcome, rationale: String
  ) throws {
    let verdict = try exercise("prediction", guess).verdict(for: Answer(text))
    #expect(verdict.outcome == outcome)
    #expect(verdict.rationale == rationale)
  }

  @Test func `a prediction needs neither hints nor a solution`() throws {
    #expect(try exercise("prediction", guess).selfTest() == [])
  }
}

struct ChoiceTests {
  private let why = """
    id: w
    ask: Why?
    voters: us-east, eu-west, ap-southeast, sa-east
    options:
      - say: No, eu-west is the nearest.
        if: commit us-east of $voters = round-trip us-east to eu-west
        because: It is, but two of $voters.count are not enough.
      - say: Yes, three votes are needed.
        if: commit us-east of $voters > round-trip us-east to eu-west
        because: The third vote comes after {commit us-east of $voters}.
      - say: Yes, one answer is left.
        if: majority of 4 < 3
        because: Count again.
    hints: [Compare., Count., Name.]
    """

  @Test(
    arguments: [
      ("2", .pass, "Right, it is b. The third vote comes after 90 ms."),
      ("b", .pass, "Right, it is b. The third vote comes after 90 ms."),
      (" B) ", .pass, "Right, it is b. The third vote comes after 90 ms."),
      (
        "yes three votes  are needed", .pass, "Right, it is b. The third vote comes after 90 ms."
      ),
      ("1", .fail, "It is, but two of 4 are not enough."),
      ("c.", .fail, "Count again."),
      ("4", .error, "'4' is none of the options."),
      ("d", .error, "'d' is none of the options."),
      ("yes", .error, "'yes' is none of the options."),
      ("a b", .error, "'a b' is none of the options."),
      ("all", .error, "'all' is none of the options."),
      ("", .skipped, "There is no answer yet."),
    ] as [(String, Outcome, String)])
  func `an option is named by number, letter or text`(
    text: String, outcome: Outcome, rationale: String
  ) throws {
    let verdict = try exercise("choice", why).verdict(for: Answer(text))
    #expect(verdict.outcome == outcome)
    #expect(verdict.rationale == rationale)
  }

  @Test func `options are shown in the order of the file`() throws {
    let exercise = try exercise("choice", why)
    #expect(
      exercise.options == [
        "No, eu-west is the nearest.", "Yes, three votes are needed.", "Yes, one answer is left.",
      ])
    #expect(exercise.verdict(for: Answer("1")).expected == "b: Yes, three votes are needed.")
  }

  @Test(arguments: [
    ("majority of 4 < 3", "majority of 4 = 3", "the model finds 2 options true; make it 1"),
    ("commit us-east of $voters > round", "1 = 2 > round", "no number is called '1'"),
    ("round-trip us-east to eu-west\n", "majority of 4\n", "cannot be compared"),
    ("Yes, one answer is left.", "B", "cannot be told from another option's name"),
    ("say: Yes, one", "tell: Yes, one", "three texts: say, if and because"),
    ("majority of 4 < 3", "majority of 4", "put =, < or > between two numbers"),
  ])
  func `options that do not work are refused`(part: String, by: String, message: String) throws {
    #expect(why.contains(part))
    #expect {
      try exercise("choice", why.replacing(part, with: by))
    } throws: { error in
      "\(error)".contains(message)
    }
  }
}
