import Testing
import geolearn

/// `geolearn calc patterns`
struct PatternsTests {
  private let workload = """
    regions: [us-east, eu-west]
    clients: [us-east 2, eu-west 2]
    requests: 5
    reads: 50%
    travellers: 50%
    counter: 30%
    set: 0%
    stock: 40%
    articles: 3
    units: 10
    duration: 10 s
    """

  private func run(_ options: String, workload text: String? = nil) throws -> CommandOutput {
    let place = try Workplace()
    try place.write(text ?? workload, to: "my.yaml")
    return place.run("calc patterns my.yaml \(options)")
  }

  @Test func `the answer is what is waited for, what goes wrong, and who waits where`() throws {
    #expect(
      try run("").text == """
        Workload my.yaml: 175 requests by 4 users, seed 1

                       write p50     p99  read p50    p99   stale      age     p99   cost
        ─────────────────────────────────────────────────────────────────────────────────
        read-replicas       5 ms   90 ms      5 ms   5 ms  29.6 %  78.5 ms  503 ms  2.09×
        home-region         5 ms   90 ms      5 ms   5 ms  39.5 %   113 ms  534 ms  2.08×
        active-active       5 ms    5 ms      5 ms   5 ms  32.1 %  95.3 ms  511 ms  2.05×
        tiered              5 ms  175 ms      5 ms  90 ms  28.4 %    89 ms  511 ms  2.08×

                       own write missed  went back  overwritten  oversold  gone  unanswered
        ───────────────────────────────────────────────────────────────────────────────────
        read-replicas                12          0            0         0     0           0
        home-region                   8          1           12         4     0           0
        active-active                 8          1            3         0     0           0
        tiered                        7          1            3         0     0           0

                       asked from  write p50     p99  read p50    p99  unanswered  down for
        ───────────────────────────────────────────────────────────────────────────────────
        read-replicas     us-east       5 ms    5 ms      5 ms   5 ms           0         -
                          eu-west      90 ms   90 ms      5 ms   5 ms           0         -
        home-region       us-east       5 ms   90 ms      5 ms   5 ms           0         -
                          eu-west       5 ms   90 ms      5 ms   5 ms           0         -
        active-active     us-east       5 ms    5 ms      5 ms   5 ms           0         -
                          eu-west       5 ms    5 ms      5 ms   5 ms           0         -
        tiered            us-east       5 ms   90 ms      5 ms   5 ms           0         -
                          eu-west       5 ms  175 ms      5 ms  90 ms           0         -

        Age: of the oldest write that a read missed, on average over all reads.
        Cost: 1× is one region; half of its bill is for data, half for writes, and a message
        between regions costs a tenth of a write.

        """)
  }

  @Test func `the answer for programs has the same numbers`() throws {
    let text = try run("--format json").text
    #expect(
      text.hasPrefix(
        """
        {
          "workload": "my.yaml",
          "requests": 175,
          "seed": "1",
          "session": "none",
          "lost": null,
          "patterns": [
            {
              "pattern": "read-replicas",
              "write_p50_ms": 5,
              "write_p99_ms": 90,
              "write_mean_ms": 39.362,
        """))
    for line in [
      "\"broken_read_your_writes\": 12", "\"lost_updates\": 12", "\"oversold\": 4",
      "\"visible_after_mean_ms\": 542.5", "\"applied_per_write\": 2", "\"outage_s\": null",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }

  @Test func `a lost region is told, and who was down for how long`() throws {
    let text = try run("--lost us-east").text
    #expect(text.contains("my.yaml: 175 requests by 4 users, us-east lost after 5 s, seed 1"))
    #expect(text.contains(try Regex("read-replicas +4 +0 +0 +0 +9 +64")))
    #expect(try run("--lost us-east --format json").text.contains("\"lost\": \"us-east\""))
  }

  @Test func `the file says when a region is lost, the command which`() throws {
    let text = workload + "\nlost: eu-west\nat: 3 s"
    #expect(try run("--lost us-east", workload: text).text.contains("us-east lost after 3 s"))
    #expect(try run("", workload: text).text.contains("eu-west lost after 3 s"))
  }

  @Test func `a column orders the patterns, the least first`() throws {
    let text = try run("--sort cost").text
    let names = text.split(separator: "\n").dropFirst(3).prefix(4)
      .map { $0.prefix { $0 != " " } }
    #expect(names == ["active-active", "home-region", "tiered", "read-replicas"])
  }

  @Test func `tokens leave no own write unseen`() throws {
    for session in ["wait", "forward"] {
      let text = try run("--session \(session) --format json").text
      #expect(!text.contains(try Regex("\"broken_read_your_writes\": [1-9]")))
      #expect(text.contains("\"session\": \"\(session)\""))
    }
  }

  @Test func `a seed gives the same answer, another seed another one`() throws {
    #expect(try run("--seed 3") == run("--seed 3"))
    #expect(try run("--seed 3").text != run("--seed 4").text)
  }

  @Test func `without UTF-8 nothing beyond ASCII is printed`() throws {
    #expect(try run("--ascii").text.unicodeScalars.allSatisfy(\.isASCII))
  }

  @Test func `a mistake in a workload is answered with its place`() throws {
    let output = try run("", workload: workload.replacing("us-east 2", with: "us-eats 2"))
    #expect(output.code == .data)
    #expect(
      output.complaint == """
        Error: the workload has mistakes
        my.yaml:2:11: error: no region is called 'us-eats'; did you mean 'us-east'?

        """)
  }

  @Test(arguments: [
    (
      "shp", "no workload is called 'shp'; did you mean 'shop'? A path to a .yaml file is taken too"
    ),
    ("none.yaml", "there is no file 'none.yaml' that can be read"),
    ("shop --lost us-wst", "--lost: no data is in 'us-wst'; did you mean 'us-east'?"),
    ("shop --sort wirte", "The value 'wirte' is invalid for '--sort <column>'."),
    ("shop --session always", "The value 'always' is invalid for '--session <rule>'."),
  ])
  func `a wrong command line is answered with what would be right`(
    line: String, message: String
  ) throws {
    let output = try Workplace().run("calc patterns \(line)")
    #expect(output.complaint.hasPrefix("Error: \(message)"), "\(output.complaint)")
    #expect(output.text.isEmpty)
  }
}
