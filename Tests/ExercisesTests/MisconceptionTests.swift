import Exercises
import Testing

struct MisconceptionTests {
  /// A block that lists one rule, with the four regions of the handout.
  private func block(_ rule: String, leader: String, voters: String, compute: String) -> String {
    """
    id: x
    ask: How much?
    client: us-east
    leader: \(leader)
    voters: \(voters)
    compute: \(compute)
    mistakes: {\(rule): Explained.}
    """
  }

  @Test(arguments: [
    // rule, leader, voters, the number that it gives
    ("furthest", "us-east", "us-east, eu-west, ap-southeast", "140 ms"),
    ("furthest", "eu-west", "us-east, eu-west, ap-southeast", "215 ms"),
    ("sum", "us-east", "us-east, eu-west, ap-southeast", "225 ms"),
    ("sum", "eu-west", "us-east, eu-west, ap-southeast", "300 ms"),
    ("in-turn", "us-east", "us-east, eu-west, ap-southeast, sa-east", "175 ms"),
    ("mean", "us-east", "us-east, eu-west, ap-southeast", "112.5 ms"),
    ("mean", "us-east", "us-east, eu-west, ap-southeast, sa-east", "105 ms"),
    ("one-way", "us-east", "us-east, eu-west, ap-southeast", "42.5 ms"),
    ("double", "us-east", "us-east, eu-west, ap-southeast", "170 ms"),
    ("quorum-plus-one", "us-east", "us-east, eu-west, ap-southeast", "140 ms"),
    ("quorum-plus-one", "us-east", "us-east, eu-west, ap-southeast, sa-east", "140 ms"),
    ("quorum-minus-one", "us-east", "us-east, eu-west, ap-southeast, sa-east", "85 ms"),
    ("quorum-minus-one", "us-east", "us-east, eu-west, ap-southeast", "0 ms"),
    ("cold", "eu-west", "eu-west, us-east", "255 ms"),
    ("at-leader", "eu-west", "us-east, eu-west, ap-southeast", "85 ms"),
    ("at-replica", "us-east", "us-east, eu-west, ap-southeast", "5 ms"),
    ("nobody", "us-east", "us-east, eu-west, ap-southeast", "0 ms"),
  ])
  func `every rule is computed on the case of the question`(
    rule: String, leader: String, voters: String, number: String
  ) throws {
    let compute = "write from us-east led by $leader of $voters"
    let exercise = try exercise(
      "estimate", block(rule, leader: leader, voters: voters, compute: compute))
    let verdict = exercise.verdict(for: Answer(number))
    #expect(verdict.outcome == .fail)
    #expect(verdict.misconception == rule)
    #expect(verdict.rationale.hasSuffix("Explained."))
  }

  @Test(arguments: [
    ("half", "us-east, eu-west, ap-southeast, sa-east", "2"),
    ("half", "us-east, eu-west", "1"),
    ("all-but-one", "us-east, eu-west, ap-southeast", "2"),
    ("majority", "us-east, eu-west, ap-southeast, sa-east", "3"),
  ])
  func `rules about counts count the voters`(rule: String, voters: String, number: String) throws {
    let compute = "fault-tolerance of $voters.count"
    let exercise = try exercise(
      "estimate", block(rule, leader: "us-east", voters: voters, compute: compute))
    #expect(exercise.verdict(for: Answer(number)).misconception == rule)
  }

  @Test func `a non-voter counts for those who wait for everybody`() throws {
    let exercise = try exercise(
      "estimate",
      """
      id: x
      ask: How long?
      leader: us-east
      voters: us-east, eu-west
      non-voters: ap-southeast
      compute: commit $leader of $voters
      mistakes: {furthest: Explained.}
      """)
    #expect(exercise.verdict(for: Answer("140 ms")).misconception == "furthest")
    #expect(exercise.verdict(for: Answer("85 ms")).outcome == .pass)
  }
}
