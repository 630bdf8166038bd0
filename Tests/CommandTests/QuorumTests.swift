import Testing
import geolearn

/// `geolearn calc quorum`
struct QuorumTests {
  private static let three = "--leader us-east --voters us-east,eu-west,ap-southeast"

  @Test func `the answer for programs has these keys in this order`() throws {
    let output = try Workplace().run("calc quorum --topology module \(Self.three) --format json")
    #expect(
      output
        == CommandOutput(
          """
          {
            "topology": "module",
            "leader": "us-east",
            "voters": ["us-east", "eu-west", "ap-southeast"],
            "non_voters": [],
            "quorum": 2,
            "commit_ms": 85,
            "write_ms": 85,
            "fault_tolerance": 1,
            "waits_for": ["eu-west"]
          }

          """))
  }

  @Test(arguments: [
    ("--voters us-east,eu-west --non-voters ap-southeast", "\"commit_ms\": 85"),
    ("--voters us-east,eu-west --non-voters ap-southeast", "\"fault_tolerance\": 0"),
    ("--voters us-east,eu-west,ap-southeast,sa-east", "\"commit_ms\": 90"),
    ("--voters us-east,eu-west,ap-southeast --client eu-west", "\"write_ms\": 170"),
    ("--voters us-east,eu-west,ap-southeast --rule all", "\"commit_ms\": 140"),
    ("--voters us-east,eu-west,ap-southeast --rule any:0", "\"commit_ms\": 0"),
    ("--voters us-east,eu-west,ap-southeast --lost eu-west", "\"commit_ms\": 140"),
    ("--voters us-east,eu-west,ap-southeast --lost eu-west", "\"survives\": true"),
    ("--voters us-east,eu-west,ap-southeast --lost us-east", "\"commit_ms\": null"),
    ("--voters us-east,eu-west --lost eu-west", "\"write_ms\": null"),
    ("--voters us-east,eu-west --lost eu-west", "\"survives\": false"),
    ("--voters us-east,eu-west --lost eu-west", "\"waits_for\": []"),
  ])
  func `the model answers`(placement: String, line: String) throws {
    let output = try Workplace().run("calc quorum --leader us-east \(placement) --format json")
    #expect(output.text.contains(line))
    #expect(output.code == .success)
  }

  @Test func `the answer for people explains the number`() throws {
    let line = "calc quorum \(Self.three) --non-voters sa-east --client eu-west --ascii"
    #expect(
      try Workplace().run(line).text == """
        A write to the leader in us-east, topology module

        region        role       round trip
        ---------------------------------------------------------------------------------------
        us-east       leader
        eu-west       voter           85 ms  needed
        ap-southeast  voter          140 ms  not needed; faster than light: the floor is 152 ms
        sa-east       non-voter       90 ms  never waited for
        eu-west       client          85 ms  asks the leader

        quorum 2 of 3 . commit 85 ms . tolerates the loss of 1

        The leader has its own vote and needs 1 more of 2: eu-west answers first, after 85 ms.
        A client in eu-west adds the way to the leader and back, 85 ms: 170 ms in all.

        """)
  }

  @Test func `what nobody measured is called an estimate`() throws {
    let output = try Workplace().run("calc quorum --leader us-west --voters us-west,sa-east")
    #expect(output.text.contains("needed; estimate"))
  }

  @Test(arguments: [
    (
      "--voters us-east,eu-wset",
      "no region of The course module is called 'eu-wset'; did you mean 'eu-west'?"
    ),
    ("--voters eu-west", "the leader is in us-east, but no voter is; add us-east to the voters"),
    (
      "--voters us-east,eu-west --rule most",
      "--rule is 'most'; it must be majority, all or any:2"
    ),
    (
      "--voters us-east,eu-west --rule any:2",
      "a write can wait for 0 to 1 followers, the number that there are"
    ),
    (
      "--voters us-east --non-voters us-east",
      "us-east is both a voter and a non-voter; it can be only one"
    ),
    (
      "--voters us-east --topology modul",
      "no topology is called 'modul'; did you mean 'module'? A path to a .yaml file is taken too"
    ),
    (
      "--voters us-east --topology nothing",
      "no topology is called 'nothing'; it must be aws-2025, azure-2026 or module, and a path to a "
        + ".yaml file is taken too"
    ),
  ])
  func `a wrong placement is answered with what would be right`(
    placement: String, message: String
  ) throws {
    let output = try Workplace().run("calc quorum --leader us-east \(placement)")
    #expect(output == CommandOutput(complaint: "Error: \(message)\n", code: .usage))
  }

  @Test func `a topology of one's own is read from its file`() throws {
    let place = try Workplace()
    try place.write(Self.network, to: "my/network.yaml")
    let line = "calc quorum --topology my/network.yaml --leader a --voters a,b --format json"
    #expect(place.run(line).text.contains("\"commit_ms\": 7.125,"))
  }

  @Test func `mistakes in it are told with their place`() throws {
    let place = try Workplace()
    try place.write(Self.network.replacing("7.125", with: "soon"), to: "net.yaml")
    let output = place.run("calc quorum --topology net.yaml --leader a --voters a,b")
    #expect(output.complaint.contains("\nnet.yaml:9:"))
    #expect(output.code == .data)
  }

  private static let network = """
    name: Mine
    source: measured at home
    local_ms: 1
    access_ms: 1
    regions:
      - {id: a, name: A, city: Bonn, latitude: 50.7, longitude: 7.1, country: DE, jurisdiction: EEA}
      - {id: b, name: B, city: Köln, latitude: 50.9, longitude: 7.0, country: DE, jurisdiction: EEA}
    round_trips_ms:
      - [a, b, 7.125]

    """
}
