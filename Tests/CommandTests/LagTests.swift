import Testing
import geolearn

/// `geolearn calc lag`
struct LagTests {
  @Test func `a replica that keeps up works off what an outage left`() throws {
    #expect(
      try Workplace().run("calc lag --writes 900 --apply 1000 --outage 60s").text == """
        900 writes a second, 1000 applied

        utilisation           90 %  of what the replica can apply
        wait of a write     stable  until the replica has it
        age of the replica  stable  what a failover would lose

        The replica keeps up.
        After an outage of 60 s, 54000 writes wait; it takes 9 min to catch up, while new ones come.

        """)
  }

  @Test func `the answer for programs has these keys in this order`() throws {
    #expect(
      try Workplace().run("calc lag --writes 1200 --apply 1000 --outage 60s --format json").text
        == """
        {
          "utilisation": 1.2,
          "growing": true,
          "wait_growth_s_per_s": 0.2,
          "age_growth_s_per_s": 0.167,
          "backlog_writes": 72000,
          "drain_s": null
        }

        """)
  }

  @Test(arguments: [
    ("--writes 1200 --apply 1000", "The lag grows for as long as the writes go on"),
    ("--writes 1000 --apply 1000", "with nothing to spare: a backlog stays for ever"),
    ("--writes 1200 --apply 1000 --outage 60s", "72000 writes wait, and always will."),
    ("--writes 0.5 --apply 2", "0.5 writes a second, 2 applied"),
  ])
  func `the verdict follows the rates`(arguments: String, sentence: String) throws {
    #expect(try Workplace().run("calc lag \(arguments)").text.contains(sentence))
  }

  @Test(arguments: [
    ("--writes 0 --apply 1000", "--writes is 0; it must be 0.001 to 1000000000 a second"),
    ("--writes 9 --apply 0", "--apply is 0; it must be 0.001 to 1000000000 a second"),
    (
      "--writes 9 --apply 9 --outage 1",
      "--outage is '1'; it must be a time such as 30s, 1.5s or 2min"
    ),
  ])
  func `a mistake is answered with what would be right`(arguments: String, message: String) throws {
    #expect(
      try Workplace().run("calc lag \(arguments)")
        == CommandOutput(complaint: "Error: \(message)\n", code: .usage))
  }
}
