import Testing
import geolearn

/// `geolearn calc placement`
struct PlacementTests {
  private static let regions = "--regions us-east,eu-west,ap-southeast"

  private func run(_ options: String) throws -> CommandOutput {
    try Workplace().run("calc placement \(Self.regions) \(options)")
  }

  @Test func `the answer for programs has these keys in this order`() throws {
    let output = try Workplace().run("calc placement --regions us-east --format json")
    #expect(output == CommandOutput(Self.oneRegion))
  }

  @Test(arguments: [
    (
      "--survive region",
      "\"voters\": [\"us-east\", \"us-east\", \"eu-west\", \"eu-west\", \"ap-southeast\"]"
    ),
    ("--survive region", "\"non_voters\": []"),
    ("--survive zone", "\"non_voters\": [\"eu-west\", \"ap-southeast\"]"),
    ("--placement restricted", "\"non_voters\": []"),
    ("--home eu-west --table by-row", "\"voters\": [\"eu-west\", \"eu-west\", \"eu-west\"]"),
    ("--home eu-west --super-region eu-west,us-east", "\"non_voters\": [\"us-east\"]"),
    ("--table global", "\"lead_ms\": 800"),
    ("--table global --max-offset 250ms", "\"lead_ms\": 550"),
    ("--table global", "\"write_ms\": 842.5"),
  ])
  func `the model answers`(options: String, line: String) throws {
    let output = try run("\(options) --format json")
    #expect(output.text.contains(line))
    #expect(output.code == .success)
  }

  @Test func `the answer for people says what every loss leaves`() throws {
    #expect(
      try run("--survive region --ascii").text == """
        REGIONAL BY TABLE at home in us-east, to survive a region; topology module

        region        replicas            read   write
        ----------------------------------------------
        us-east       2 voters, leader    0 ms   85 ms
        eu-west       2 voters           85 ms  170 ms
        ap-southeast  1 voter           140 ms  225 ms

        quorum 3 of 5 . commit 85 ms . no region holds a majority

        lost                   voters left  leader     commit
        -----------------------------------------------------
        us-east/a              4 of 5       us-east     85 ms
        us-east/b              4 of 5       us-east     85 ms
        eu-west/a              4 of 5       us-east     85 ms
        eu-west/b              4 of 5       us-east     85 ms
        ap-southeast/a         4 of 5       us-east     85 ms
        us-east                3 of 5       eu-west    130 ms
        eu-west                3 of 5       us-east    140 ms
        ap-southeast           4 of 5       us-east     85 ms
        us-east, eu-west       1 of 5       none     never
        us-east, ap-southeast  2 of 5       none     never
        eu-west, ap-southeast  2 of 5       none     never

        It survives the loss of any one zone.
        It survives the loss of any one region.

        """)
  }

  @Test func `what a placement does not survive is named`() throws {
    let text = try run("--survive zone").text
    #expect(text.contains("It survives the loss of any one zone.\n"))
    #expect(text.contains("It does not survive the loss of us-east.\n"))
    #expect(text.contains("us-east holds a majority"))
  }

  @Test(arguments: [
    ("--survive regon", "--survive is 'regon'; did you mean 'region'?"),
    ("--survive all", "--survive is 'all'; it must be zone, region or majority-in-each"),
    ("--table by-rwo", "--table is 'by-rwo'; did you mean 'by-row'?"),
    ("--placement none", "--placement is 'none'; it must be default or restricted"),
    ("--max-offset soon", "--max-offset is 'soon'; it must be a time such as 30s, 1.5s or 2min"),
    (
      "--home eu-wset",
      "no region of The course module is called 'eu-wset'; did you mean 'eu-west'?"
    ),
    (
      "--home sa-east",
      "sa-east is not in the database, whose regions are us-east, eu-west, ap-southeast"
    ),
    (
      "--table global --home us-east",
      "a global table has no --home; put its primary region first in --regions"
    ),
    (
      "--survive majority-in-each",
      "3 regions cannot each hold a majority: a majority is more than half of the voters, so two "
        + "of them would be more than all; to survive a region, let no region hold one"
    ),
    (
      "--survive region --super-region us-east,eu-west",
      "surviving a region takes at least 3 regions, and us-east, eu-west is only 2: one of them "
        + "holds at least half of the voters, and without it the rest is no majority; add a "
        + "region, or survive zones"
    ),
    (
      "--survive region --placement restricted",
      "restricted placement keeps every voter in the home region, so its loss takes them all; "
        + "survive zones, or take default placement"
    ),
  ])
  func `what cannot be placed is answered with the reason and what would be right`(
    options: String, message: String
  ) throws {
    #expect(try run(options) == CommandOutput(complaint: "Error: \(message)\n", code: .usage))
  }

  private static let oneRegion = """
    {
      "topology": "module",
      "regions": ["us-east"],
      "survive": "zone",
      "table": "by-table",
      "home": "us-east",
      "placement": "default",
      "voters": ["us-east", "us-east", "us-east"],
      "non_voters": [],
      "quorum": 2,
      "leader": "us-east",
      "commit_ms": 1,
      "lead_ms": null,
      "clients": [
        {
          "region": "us-east",
          "read_ms": 0,
          "write_ms": 1
        }
      ],
      "losses": [
        {
          "lost": ["us-east/a"],
          "voters_left": 2,
          "survives": true,
          "leader": "us-east",
          "commit_ms": 1
        },
        {
          "lost": ["us-east/b"],
          "voters_left": 2,
          "survives": true,
          "leader": "us-east",
          "commit_ms": 1
        },
        {
          "lost": ["us-east/c"],
          "voters_left": 2,
          "survives": true,
          "leader": "us-east",
          "commit_ms": 1
        },
        {
          "lost": ["us-east"],
          "voters_left": 0,
          "survives": false,
          "leader": null,
          "commit_ms": null
        }
      ]
    }

    """
}
