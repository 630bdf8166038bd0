import Testing
import geolearn

/// `geolearn calc failover`
struct FailoverTests {
  private let scenario = """
    primary: us-east
    standbys: [eu-west]
    observers: [us-west]
    clients: [us-east]
    writes: 5
    interval: 2 s
    misses: 2
    timeout: 1 s
    lease: 3 s
    role-change: 1 s
    warm-up: 2 s
    incident: 5 s crash us-east
    duration: 20 s
    """

  private func run(
    _ options: String, _ environment: [String: String] = [:], scenario text: String? = nil
  ) throws -> CommandOutput {
    let place = try Workplace()
    try place.write(text ?? scenario, to: "my.yaml")
    return place.run("calc failover my.yaml \(options)", environment)
  }

  @Test func `the answer is a table and sentences`() throws {
    #expect(
      try run("--trials 20").text == """
        Scenario my.yaml, played 20 times with seed 1

                            p50      p90     p99     max     mean   95 % ±  formula
        ───────────────────────────────────────────────────────────────────────────
        detect           3.99 s   4.74 s  4.92 s  4.92 s   4.11 s   226 ms   3.93 s
        decide, fence       3 s      3 s     3 s     3 s      3 s     0 ms      3 s
        promote          1.06 s   1.06 s  1.06 s  1.06 s   1.06 s     0 ms   1.06 s
        warm             2.06 s   2.06 s  2.06 s  2.06 s   2.06 s     0 ms   2.06 s
        route             35 ms    35 ms   35 ms   35 ms    35 ms     0 ms    35 ms
        RTO              10.2 s   10.9 s  11.1 s  11.1 s   10.3 s   226 ms   10.1 s
        last client      10.2 s   10.9 s  11.1 s  11.1 s   10.3 s   226 ms        -
        RPO                0 ms  18.7 ms   22 ms   22 ms  3.37 ms  3.23 ms  4.21 ms
        lost writes           0        1       2       2      0.3     0.25     0.21
        failed writes    52.1 %   60.2 %  67.7 %  67.7 %   52.4 %   3.39 %        -
        no write for     10.7 s   11.3 s  11.5 s  11.5 s   10.7 s   233 ms        -
        false failovers       0        0       0       0        0        0        -
        split brain           0        0       0       0        0        0        -

        A failure was failed over in all 20 trials.
        47.6 % of the writes were acknowledged in time, over 20 s.

        """)
  }

  @Test func `the answer for programs has the same numbers`() throws {
    let text = try run("--trials 20 --format json").text
    #expect(
      text.hasPrefix(
        """
        {
          "scenario": "my.yaml",
          "trials": 20,
          "seed": "1",
          "recovered": 20,
        """))
    for key in [
      "detect_s", "decide_and_fence_s", "promote_s", "warm_s", "route_s", "rto_s",
      "last_client_s", "rpo_s", "lost_writes", "failed_writes", "interruption_s",
      "false_failovers", "split_brain_writes",
    ] {
      #expect(text.contains("\n  \"\(key)\": {\n    \"p50\": "))
    }
  }

  @Test func `a seed gives the same answer, another seed another one`() throws {
    #expect(try run("--trials 5 --seed 3") == run("--trials 5 --seed 3"))
    #expect(try run("--trials 5 --seed 3").text != run("--trials 5 --seed 4").text)
  }

  @Test func `the variable gives the seed where the option does not`() throws {
    let variable = ["GEOLEARN_SEED": "3"]
    #expect(try run("--trials 5", variable) == run("--trials 5 --seed 3"))
    #expect(try run("--trials 5 --seed 4", variable) == run("--trials 5 --seed 4"))
    #expect(
      try run("--trials 5", ["GEOLEARN_SEED": "x"]).complaint
        == "Error: GEOLEARN_SEED is 'x'; it must be a whole number\n")
  }

  @Test func `what ends before it is seen is not failed over, and there is no formula`() throws {
    let text = scenario.replacing(
      "crash us-east", with: "crash us-east, 5.5 s recover us-east")
    let answer = try run("--trials 3", scenario: text).text
    #expect(answer.contains("A failure was failed over in none of the trials."))
    #expect(answer.contains("There is no formula: it needs one failure of the primary"))
  }

  @Test func `two primaries are told`() throws {
    let answer = try Workplace().run("calc failover no-fencing --trials 1").text
    #expect(answer.contains("Two primaries accepted writes in 1 of 1 trials."))
  }

  @Test func `a mistake in a scenario is answered with its place`() throws {
    let output = try run("", scenario: scenario.replacing("crash", with: "crahs"))
    #expect(output.code == .data)
    #expect(
      output.complaint == """
        Error: the scenario has mistakes
        my.yaml:12:11: error: nothing is called 'crahs'; did you mean 'crash'?

        """)
  }

  @Test(arguments: [
    ("region-los", "no scenario is called 'region-los'; did you mean 'region-loss'?"),
    ("none.yaml", "there is no file 'none.yaml' that can be read"),
    ("region-loss --trials 0", "--trials is 0; it must be 1 to 100000"),
  ])
  func `a wrong command line is answered with what would be right`(
    line: String, message: String
  ) throws {
    let output = try Workplace().run("calc failover \(line)")
    #expect(output.complaint.hasPrefix("Error: \(message)"))
    #expect(output.text.isEmpty)
  }
}
