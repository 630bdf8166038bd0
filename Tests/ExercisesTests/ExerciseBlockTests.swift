import Content
import Exercises
import Testing

private let good = """
  id: 1.1
  ask: How long?
  leader: us-east in us-east | eu-west
  voters: us-east, eu-west, ap-southeast
  compute: commit $leader of $voters
  mistakes:
    furthest: No.
  right: [85 ms]
  wrong: [140 ms furthest]
  hints: [A., B., C.]
  solution: It takes {commit $leader of $voters}.
  """

struct ExerciseBlockTests {
  @Test func `a good block has no mistake`() throws {
    #expect(try exercise("estimate", good).selfTest() == [])
  }

  @Test(arguments: [
    ("right: [85 ms]", "right: [86 ms, 87 ms]", "the right answer '87 ms' is refused:"),
    ("right: [85 ms]", "right: [85]", "the right answer '85' is refused:"),
    ("right: [85 ms]\n", "", "there is no line 'right'"),
    ("wrong: [140 ms furthest]", "wrong: [85 ms]", "the wrong answer '85 ms' is not refused:"),
    ("wrong: [140 ms furthest]", "wrong: [fast]", "the wrong answer 'fast' is not refused:"),
    ("140 ms furthest", "140 ms sum", "the wrong answer '140 ms' is explained by furthest"),
    ("140 ms furthest", "99 ms furthest", "the wrong answer '99 ms' is explained by no rule"),
    ("wrong: [140 ms furthest]\n", "", "there is no line 'wrong'"),
    ("[A., B., C.]", "[A., B.]", "there are 2 hints; there must be 3"),
    ("solution: It takes {commit $leader of $voters}.", "", "there is no solution"),
    ("furthest: No.", "furthest: No.\n  in-turn: No.", "in-turn gives the right number"),
    (
      "us-east in us-east | eu-west", "us-east in us-east | sa-east",
      "with leader sa-east: the leader is in sa-east, but no voter is; add sa-east to the voters"
    ),
  ])
  func `the test of a block names what is wrong with it`(
    part: String, by: String, message: String
  ) throws {
    let mistakes = try exercise("estimate", good.replacing(part, with: by)).selfTest()
    #expect(mistakes.contains { $0.description.contains("exercise 1.1: ") })
    #expect(mistakes.contains { $0.message.contains(message) }, "\(mistakes)")
  }

  @Test func `a rule without a number says what it needs`() throws {
    let body = "id: x\nask: How?\ncompute: access\nmistakes: {furthest: No.}"
    #expect(
      try exercise("prediction", body).selfTest().map(\.message) == [
        "exercise x: the mistake furthest has no number here; does it need leader and voters?"
      ])
  }

  @Test(arguments: [
    ("compute: commit", "compute: comit", "15:10", "no number is called 'comit'"),
    ("compute: commit $leader of", "compute: waits-for $leader of", "15:10", "gives no number"),
    ("$leader of $voters\n", "$leadr of $voters\n", "13:9", "'leadr' is missing; is it meant by"),
    ("furthest: No.", "farthest: No.", "17:3", "no mistake is called 'farthest'"),
    ("hints:", "hint:", "20:7", "no argument is called 'hint'"),
    ("ask: How long?", "ask: How {long}?", "12:6", "no number is called 'long'"),
    ("ask: How long?", "ask: How {long?", "12:6", "has no }"),
    ("leader: us-east in", "leader: us-wset in", "13:9", "leader is us-wset"),
    ("ap-southeast\n", "ap-southeats\n", "15:10", "no region is called 'ap-southeats'"),
    ("id: 1.1\n", "", "10:1", "'id' is missing"),
    ("id: 1.1", "id: 1.1\ntolerance: wide", "12:12", "tolerance is wide: 'wide' has no number"),
    ("id: 1.1", "id: 1.1\ntopology: mars", "12:11", "no topology is called 'mars'"),
  ])
  func `a block that cannot be read is refused at its line`(
    part: String, by: String, place: String, message: String
  ) {
    #expect {
      try exercise("estimate", good.replacing(part, with: by))
    } throws: { error in
      "\(error)".hasPrefix("lessons/task-1-x.md:\(place): error: ") && "\(error)".contains(message)
    }
  }

  @Test func `an unknown kind of exercise is refused with the nearest one`() {
    #expect {
      try exercise("estimat", good)
    } throws: { error in
      "\(error)"
        == "lessons/task-1-x.md:10:1: error: no exercise is called 'estimat'; "
        + "did you mean 'estimate'?"
    }
  }
}
