import Exercises
import Testing

/// A write that takes 85 ms; 170 ms or 270 ms under another leader.
private let write = """
  id: 1.1
  ask: How long?
  leader: us-east in us-east | eu-west | ap-southeast
  voters: us-east, eu-west, ap-southeast
  client: us-east
  compute: write from $client led by $leader of $voters
  """

/// None of two voters may be lost, one of three.
private let losses = """
  id: 1.2b
  ask: How many?
  voters: us-east, eu-west in us-east, eu-west | us-east, us-east, us-east
  compute: fault-tolerance of $voters.count
  unit: voters
  """

struct TypedAnswerTests {
  @Test(arguments: [
    "85 ms", "85ms", " 85  ms ", "85.0 ms", "85,0 ms", "0.085 s", "0,085 s", ".085 s", "85000 us",
    "85000 µs", "85000 μs", "85000000 ns", "8.5e1 ms", "8.5E+1 ms", "85 MS", "85 milliseconds",
    "85 msec", "0.085 sec", "0.085 seconds", "about 85 ms", "approx. 85 ms", "~85ms", "≈ 85 ms",
    "= 85 ms", "~ about 85 ms", "+85 ms", "85 ms.", "86 ms", "84 ms", "86.5 ms", "83.4 ms",
    "0.00142 min", "85 ms, leader us-east", "85 ms (leader us-east)", "85 ms; leader: us-east",
    "170 ms, leader eu-west", "170 ms,leader=eu-west", "170 ms with leader eu-west",
    "170 ms if the leader is eu-west", "170 ms, Leader EU-West",
    "0.27 s, leader is in ap-southeast.",
  ])
  func `a right time passes however it is written`(text: String) throws {
    let verdict = try exercise("estimate", write).verdict(for: Answer(text))
    #expect(verdict.outcome == .pass, "\(verdict.rationale)")
  }

  @Test(arguments: [
    "0", "0 voters", "0 voter", "none", "None", "no voters", "zero", "~0", "0.",
    "1, voters us-east, us-east, us-east", "one voter, voters us-east us-east us-east",
    "0, voters eu-west, us-east",
  ])
  func `a right count passes however it is written`(text: String) throws {
    let verdict = try exercise("estimate", losses).verdict(for: Answer(text))
    #expect(verdict.outcome == .pass, "\(verdict.rationale)")
  }

  @Test(arguments: [
    "140 ms", "83.2 ms", "86.8 ms", "0 ms", "85 s", "85 ns", "85 µs", "85 min", "0.85 s",
    "170 ms", "42,5 ms", "170 ms, leader us-east", "85 ms, leader eu-west", "1e12 ns",
    "0.0000001 ms",
  ])
  func `a wrong time fails`(text: String) throws {
    let verdict = try exercise("estimate", write).verdict(for: Answer(text))
    #expect(verdict.outcome == .fail, "\(verdict.rationale)")
  }

  @Test(
    arguments: [
      ("fast", "'fast' has no number."),
      ("85", "85 needs a unit: ms or s?"),
      ("ms", "'ms' has no number."),
      ("-85 ms", "-85 ms is negative; a time is never less than zero."),
      ("−85 ms", "−85 ms is negative; a time is never less than zero."),
      ("85 km", "85 km is a distance; the question asks for a time."),
      ("85 %", "85 % is a ratio; the question asks for a time."),
      ("85 lightyears", "'lightyears' is not a unit here."),
      ("85 ms 140 ms", "'ms 140 ms' follows the number 85; give one number only."),
      ("85 ms or 140 ms", "'ms or 140 ms' follows the number 85; give one number only."),
      ("85-140 ms", "'-140 ms' follows the number 85; give one number only."),
      ("1 000 ms", "'000 ms' follows the number 1; give one number only."),
      ("85 ms, 140 ms", "'140 ms' is not an assumption of this question."),
      ("1,000 ms", "1,000 can be read in two ways; write 1000 or 1.000."),
      ("1.2.3 ms", "'.3 ms' follows the number 1.2; give one number only."),
      ("0x55 ms", "'x55 ms' follows the number 0; give one number only."),
      ("٨٥ ms", "The answer must begin with its number, not with '٨٥ ms'."),
      ("it is 85 ms", "The answer must begin with its number, not with 'it is 85 ms'."),
      ("nan ms", "'nan ms' has no number."),
      ("inf ms", "'inf ms' has no number."),
      ("1e999 ms", "1e999 is too large to be meant."),
      ("99999999999999999999 s", "99999999999999999999 is too large to be meant."),
      ("170 ms, ledaer eu-west", "No assumption is called 'ledaer'; did you mean 'leader'?"),
      ("170 ms, leader", "Leader is named without a value."),
      ("170 ms, leader eu-wset", "Leader is 'eu-wset'; did you mean 'eu-west'?"),
      ("170 ms, leader moon", "Leader is 'moon'; that is not offered here."),
      ("170 ms, leader eu-west, leader us-east", "Leader is stated twice."),
      ("leader eu-west", "'' has no number."),
      ("leader eu-west, 170 ms", "Leader is 'eu-west, 170 ms'; that is not offered here."),
      ("85 ms, client us-east", "'client us-east' is not an assumption of this question."),
      ("\u{1B}[31m85 ms", "The answer must begin with its number, not with '?[31m85 ms'."),
      ("85 \u{202E}ms", "'?ms' is not a unit here."),
      ("half", "'half' has no number."),
      ("?", "'?' has no number."),
      ("{us-east}", "'{us-east}' has no number."),
    ])
  func `what cannot be judged is an error with a reason`(text: String, reason: String) throws {
    let verdict = try exercise("estimate", write).verdict(for: Answer(text))
    #expect(verdict.outcome == .error)
    #expect(verdict.rationale == reason)
    #expect(verdict.help != nil)
  }

  @Test(arguments: [
    ("1.5", "1.5 is not a whole number."),
    ("0 ms", "0 ms is a time; the question asks for a whole number."),
    ("0 regions", "'regions' is not a unit here."),
    ("few", "'few' has no number."),
  ])
  func `a count that is none is an error with a reason`(text: String, reason: String) throws {
    let verdict = try exercise("estimate", losses).verdict(for: Answer(text))
    #expect(verdict.outcome == .error)
    #expect(verdict.rationale == reason)
  }

  @Test(arguments: [
    ("2", "2 is too much"), ("-1", "-1 is a little too little"),
    ("− 1", "-1 is a little too little"),
  ])
  func `a count that should be none can be missed both ways`(text: String, reason: String) throws {
    let verdict = try exercise("estimate", losses).verdict(for: Answer(text))
    #expect(verdict.rationale == "The form is right, but \(reason).")
  }

  @Test(arguments: ["", " ", "\n"])
  func `no answer is skipped`(text: String) throws {
    let verdict = try exercise("estimate", write).verdict(for: Answer(text))
    #expect(verdict.outcome == .skipped)
    #expect(verdict.rationale == "There is no answer yet.")
  }

  @Test func `an answer of any length is judged`() throws {
    let long = String(repeating: "85 ms ", count: 10_000)
    let verdict = try exercise("estimate", write).verdict(for: Answer(long))
    #expect(verdict.outcome == .error)
    #expect((verdict.actual?.count ?? 0) <= 60)
  }

  @Test func `assumptions may stand beside the text, which has the last word`() throws {
    let write = try exercise("estimate", write)
    let beside = Answer("170 ms", assumptions: ["leader": "eu-west"])
    #expect(write.verdict(for: beside).outcome == .pass)
    let both = Answer("85 ms, leader us-east", assumptions: ["leader": "eu-west"])
    #expect(write.verdict(for: both).outcome == .pass)
    let unknown = Answer("85 ms", assumptions: ["leadr": "us-east"])
    #expect(
      write.verdict(for: unknown).rationale
        == "No assumption is called 'leadr'; did you mean 'leader'?")
  }

  @Test(
    arguments: [
      ("ratio", "stretch us-east to eu-west", "159 %", .pass),
      ("ratio", "stretch us-east to eu-west", "1.59", .pass),
      ("ratio", "stretch us-east to eu-west", "1.6×", .pass),
      ("ratio", "stretch us-east to eu-west", "159", .fail),
      ("rate", "hot-row us-east to eu-west", "11.8 writes/s", .pass),
      ("rate", "hot-row us-east to eu-west", "11,8 per second", .pass),
      ("rate", "hot-row us-east to eu-west", "11.8", .error),
      ("distance", "distance us-east to ap-southeast", "15500 km", .pass),
      ("distance", "distance us-east to ap-southeast", "9650 miles", .pass),
      ("distance", "distance us-east to ap-southeast", "15500 m", .fail),
      ("distance", "distance us-east to ap-southeast", "152 ms", .error),
    ] as [(String, String, String, Outcome)])
  func `ratios, rates and distances have units of their own`(
    dimension: String, compute: String, text: String, outcome: Outcome
  ) throws {
    let exercise = try exercise("estimate", "id: x\nask: How much?\ncompute: \(compute)")
    let verdict = exercise.verdict(for: Answer(text))
    #expect(verdict.outcome == outcome, "\(verdict.rationale)")
  }
}
