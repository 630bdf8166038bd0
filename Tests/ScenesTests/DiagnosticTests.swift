import Content
import Scenes
import Testing

/// What an author reads when a scene cannot be staged.
struct DiagnosticTests {
  static let three = "leader: us-east\nvoters: us-east, eu-west, ap-southeast\n"

  @Test(arguments: [
    // name, body, the whole message
    (
      "latency-mpa", "from: us-east",
      "lessons/02-test.md:9:1: error: no scene is called 'latency-mpa'; did you mean 'latency-map'?"
    ),
    (
      "commit-latency", three + "lots: eu-west",
      "lessons/02-test.md:12:7: error: no argument is called 'lots'; did you mean 'lost'?"
    ),
    (
      "commit-latency", "leader: us-west\nvoters: us-east, eu-west, ap-southeast",
      "lessons/02-test.md:11:9: error: the leader is in us-west, but no voter is; "
        + "add us-west to the voters"
    ),
    (
      "quorum-write", three + "crash: eu-wset",
      "lessons/02-test.md:12:8: error: no region is called 'eu-wset'; did you mean 'eu-west'?"
    ),
    (
      "commit-latency", three + "rule: most",
      "lessons/02-test.md:12:7: error: rule is most; it must be majority, all or any"
    ),
    (
      "quorum-write", three + "crash-at: soon",
      "lessons/02-test.md:12:11: error: crash-at is soon; "
        + "it must be a time such as 40 ms, 1.5 s or 2 min"
    ),
    (
      "latency-map", "from: us-east\nto: us-east",
      "lessons/02-test.md:11:5: error: name at least one region other than us-east"
    ),
    (
      "light-floor", "pairs: us-east - eu-wset",
      "lessons/02-test.md:10:8: error: no region is called 'eu-wset'; did you mean 'eu-west'?"
    ),
    (
      "light-floor", "pairs: us-east",
      "lessons/02-test.md:10:8: error: 'us-east' is not a pair; "
        + "write two regions: us-east - eu-west"
    ),
    (
      "light-floor", "topology: azure-2026\npairs: eastus - southindia",
      "lessons/02-test.md:11:8: error: AWS, 2025 has no regions in the cities "
        + "of 'eastus - southindia'"
    ),
    (
      "hot-row", "leader: us-east\nvoters: us-east",
      "lessons/02-test.md:11:9: error: these voters commit in no time; a row needs a round trip"
    ),
    (
      "hot-row", three + "writes: 9",
      "lessons/02-test.md:12:9: error: writes is 9; it must be 1 to 8"
    ),
  ])
  func `a mistake is shown with its place and its remedy`(
    name: String, body: String, message: String
  ) throws {
    let diagnostic = #expect(throws: Diagnostic.self) { try staged(name, body) }
    #expect(diagnostic?.description == message)
  }

  @Test func `a name that resembles none is met with all there are`() throws {
    let diagnostic = #expect(throws: Diagnostic.self) { try staged("volcano", "") }
    #expect(
      diagnostic?.message
        == "no scene is called 'volcano'; it must be \(alternatives(SceneCatalog.names))")
  }
}
