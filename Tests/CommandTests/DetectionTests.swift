import Testing
import geolearn

/// `geolearn calc detection`
struct DetectionTests {
  private static let slow = "calc detection --interval 30s --misses 3 --timeout 10s"

  @Test func `a probe every 30 s sees a failure after 70 to 100 s`() throws {
    #expect(
      try Workplace().run("\(Self.slow) --probe-loss 1%").text == """
        A probe every 30 s, dead after 3 without an answer within 10 s

        at best      70 s  it dies just before a probe
        on average   85 s  it dies at a random moment
        at worst    100 s  it dies just after a probe

        This is the first part of the RTO: nothing is decided or moved yet.
        With 1 % of the probes lost, a healthy server is declared dead every 351 d on average.
        Real losses come in bursts and hit neighbours together, so expect more false alarms.

        """)
  }

  @Test func `the answer for programs has these keys in this order`() throws {
    let line = "calc detection --interval 10s --misses 3 --timeout 4s --probe-loss 1%"
    #expect(
      try Workplace().run("\(line) --observers 3 --agree 2 --format json").text == """
        {
          "earliest_s": 24,
          "mean_s": 29,
          "latest_s": 34,
          "probe_loss": "1 %",
          "observers": 3,
          "agree": 2,
          "agreed_loss": "0.03 %",
          "false_failover_s": 377990292778.015
        }

        """)
  }

  @Test(arguments: [
    ("--probe-loss 5%", "dead every 2.92 d on average"),
    ("--probe-loss 0%", "dead less than once in a million years"),
    ("--observers 3", "2 of 3 observers miss the same probe with a chance of 0.03 %"),
    ("--observers 5", "3 of 5 observers miss the same probe with a chance of 0.001 %"),
    ("--observers 3 --agree 1", "1 of 3 observers miss the same probe with a chance of 2.97 %"),
  ])
  func `false alarms depend on the losses and on who must agree`(
    arguments: String, sentence: String
  ) throws {
    let output = try Workplace().run("\(Self.slow) \(arguments)")
    #expect(output.text.contains(sentence), "\(output)")
  }

  @Test(arguments: [
    ("--misses 0", "--misses is 0; it must be 1 to 100"),
    ("--timeout 10", "--timeout is '10'; it must be a time such as 30s, 1.5s or 2min"),
    ("--probe-loss 1", "--probe-loss is '1'; it must be a share such as 99.99% or 0.9999"),
    ("--observers 3 --agree 4", "--agree is 4; it must be 1 to 3, the number of observers"),
    ("--observers 0", "--observers is 0; it must be 1 to 99"),
    ("--agree 2", "--agree needs --observers, how many there are"),
  ])
  func `a mistake is answered with what would be right`(arguments: String, message: String) throws {
    let usual = "calc detection --interval 30s"
    let rest = ["--misses 3", "--timeout 10s"].filter { option in
      !arguments.hasPrefix(option.prefix { $0 != " " })
    }
    let line = ([usual] + rest + [arguments]).joined(separator: " ")
    #expect(
      try Workplace().run(line) == CommandOutput(complaint: "Error: \(message)\n", code: .usage))
  }
}
