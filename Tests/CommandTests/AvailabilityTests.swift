import Testing
import geolearn

/// `geolearn calc availability`
struct AvailabilityTests {
  @Test func `four nines allow 52_56 minutes a year`() throws {
    #expect(
      try Workplace().run("calc availability 99.99% --ascii")
        == CommandOutput(
          """
          99.99 % allows 52.56 min of downtime a year, of 365 days.

          time to recover  incidents a year
          ---------------------------------
                   30 s                 105
                    2 min                26
                   15 min                 3
                   60 min                 0

          Availability says nothing about lost data: that is the RPO, a promise of its own.

          """))
  }

  @Test func `the answer for programs has these keys in this order`() throws {
    let line = "calc availability 0.9999 --incidents 2 --rto 45min --format json"
    #expect(
      try Workplace().run(line).text == """
        {
          "availability": "99.99 %",
          "downtime_s": 3153.6,
          "fits": [
            {
              "rto_s": 2700,
              "incidents": 1
            }
          ],
          "incidents": 2,
          "rto_allowed_s": 1576.8,
          "left_s": -2246.4,
          "within_budget": false
        }

        """)
  }

  @Test(arguments: [
    ("99.99% --incidents 4", "4 incidents a year may take 13.14 min each, detection included."),
    (
      "99.9% --incidents 8 --rto 60min", "8 incidents a year of 60 min take 8 h; 45.6 min are left."
    ),
    (
      "99.99% --incidents 1 --rto \"45 min\"",
      "1 incident a year of 45 min takes 45 min; 7.56 min are left."
    ),
    (
      "99.99% --incidents 2 --rto 45min",
      "2 incidents a year of 45 min take 90 min: 37.44 min too much."
    ),
    ("99.999% --rto 30s", "30 s                10"),
    ("100%", "100 % allows 0 s of downtime"),
    ("0%", "0 % allows 365 d of downtime"),
  ])
  func `incidents and their time to recover are set against the budget`(
    arguments: String, sentence: String
  ) throws {
    let output = try Workplace().run("calc availability \(arguments)")
    #expect(output.text.contains(sentence), "\(output)")
  }

  @Test(arguments: [
    ("99.99", "the availability is '99.99'; it must be a share such as 99.99% or 0.9999"),
    ("120%", "the availability is '120%'; it must be a share such as 99.99% or 0.9999"),
    ("99% --rto 30", "--rto is '30'; it must be a time such as 30s, 1.5s or 2min"),
    ("99% --rto 0s", "--rto is '0s'; it must be a time such as 30s, 1.5s or 2min"),
    ("99% --incidents 0", "--incidents is 0; it must be 1 to 1000000"),
  ])
  func `a mistake is answered with what would be right`(arguments: String, message: String) throws {
    let output = try Workplace().run("calc availability \(arguments)")
    #expect(output == CommandOutput(complaint: "Error: \(message)\n", code: .usage))
  }
}
