import Content
import Foundation
import GeoModel
import TestSupport
import Testing

private let least = """
  primary: us-east
  standbys: [eu-west]
  clients: [us-east]

  """

private func scenario(_ text: String) throws -> FailoverScenario {
  try ScenarioFile.parse(text, file: "s.yaml", atlas: try shippedAtlas())
}

private func text(of path: String) throws -> String {
  let folder = path.split(separator: "/").dropLast().joined(separator: "/")
  return try #require(try Repository.files(in: folder)[path])
}

private func shippedAtlas() throws -> Atlas {
  try Course(files: [
    "assets/topologies/module.yaml": try text(of: "assets/topologies/module.yaml")
  ]).atlas
}

@Test func `what is not given has its usual value`() throws {
  let read = try scenario(least)
  let usual = FailoverScenario(
    topology: read.topology, primary: "us-east", standbys: ["eu-west"], clients: ["us-east"])
  #expect(read == usual)
}

private let everything =
  least + """
    observers: [us-west, sa-east]
    replication: semi-synchronous
    fall-back: 2 s
    writes: 25
    regular: true
    ship: 40
    apply: 30
    flush: 3 ms
    patience: 4 s
    interval: 5 s
    misses: 2
    timeout: 1 s
    agree: 2
    probe-loss: 1 %
    promotion: manual
    operator: 3 min
    lease: 8 s
    drift: 300
    fencing: false
    role-change: 6 s
    warm-up: 7 s
    routing: dns
    ttl: 30 s
    stubborn: 10 %
    stubborn-ttl: 2 h
    jitter: 0.2
    seed: 9
    duration: 10 min
    """

@Test func `every argument reaches the scenario`() throws {
  let read = try scenario(everything)
  var expected = FailoverScenario(
    topology: read.topology, primary: "us-east", standbys: ["eu-west"],
    observers: ["us-west", "sa-east"], clients: ["us-east"])
  expected.replication = .semiSynchronous(timeout: .seconds(2))
  expected.writesPerSecond = 25
  expected.hasRegularWrites = true
  expected.shipPerSecond = 40
  expected.applyPerSecond = 30
  expected.flush = .milliseconds(3)
  expected.patience = .seconds(4)
  expected.detector = .init(
    interval: .seconds(5), misses: 2, timeout: .seconds(1), agree: 2, probeLoss: 0.01)
  expected.promotion = .manual(after: .seconds(180))
  expected.lease = .seconds(8)
  expected.driftPartsPerMillion = 300
  expected.fencesOldPrimary = false
  expected.roleChange = .seconds(6)
  expected.warmUp = .seconds(7)
  expected.routing = .dns(
    ttl: .seconds(30), stubbornPart: 0.1, stubbornTTL: .seconds(7200))
  expected.jitter = 0.2
  expected.seed = 9
  expected.duration = .seconds(600)
  #expect(read == expected)
}

@Test(arguments: [
  least, everything, least + "replication: any\nlease: none\nobservers: [us-west, us-west]",
  least + "replication: synchronous\nrouting: anycast\nflush: 1234567 ns",
  least + "replication: all\nrouting: dns\nincident: [1.5 s slow us-east eu-west 2.5]",
  least + """
    incident: [40 s crash us-east, 41 s recover us-east, 50 s pause us-east, 0.000000001 s resume
      us-east, 1 h isolate us-east, 40 s rejoin us-east, 2 min cut us-east eu-west, 40 s heal us-east
      eu-west, 40 s skew us-east -2 s, 0 s drift us-east -200]
    """,
])
func `a scenario that is written is read as the same one`(text: String) throws {
  let read = try scenario(text)
  #expect(try scenario(read.written.joined(separator: "\n")) == read)
}

@Test(arguments: [
  ("40 s crash us-east", RegionFault(.crash("us-east"), at: .seconds(40))),
  ("1.5s recover us-east", RegionFault(.recover("us-east"), at: .milliseconds(1500))),
  ("40 s pause us-east", RegionFault(.pause("us-east"), at: .seconds(40))),
  ("40 s resume us-east", RegionFault(.resume("us-east"), at: .seconds(40))),
  ("40 s isolate us-east", RegionFault(.isolate("us-east"), at: .seconds(40))),
  ("40 s rejoin us-east", RegionFault(.rejoin("us-east"), at: .seconds(40))),
  (
    "2 min cut us-east eu-west",
    RegionFault(.cut(from: "us-east", to: "eu-west"), at: .seconds(120))
  ),
  (
    "40 s heal us-east eu-west",
    RegionFault(.heal(from: "us-east", to: "eu-west"), at: .seconds(40))
  ),
  (
    "40 s slow us-east eu-west 2.5",
    RegionFault(.slow(from: "us-east", to: "eu-west", factor: 2.5), at: .seconds(40))
  ),
  (
    "40 s skew us-east -2 s", RegionFault(.skewClock("us-east", by: .seconds(-2)), at: .seconds(40))
  ),
  ("0 s drift us-east -200", RegionFault(.driftClock("us-east", partsPerMillion: -200), at: .zero)),
])
func `a fault is a time, a word and regions`(text: String, fault: RegionFault) throws {
  #expect(try scenario(least + "incident:\n  - \(text)").incident == [fault])
}

@Test(arguments: [
  ("incident: 40 s crahs us-east", "4:11: error: nothing is called 'crahs'; did you mean 'crash'?"),
  (
    "incident:\n  - 40 s crash us-eats",
    "5:5: error: no region is called 'us-eats'; did you mean 'us-east'?"
  ),
  (
    "incident: crash us-east",
    "4:11: error: 'crash us-east' is no fault; it must be written such as 40 s crash us-east"
  ),
  (
    "incident: 40 crash us-east",
    "4:11: error: the time is 40 crash; it must be a time such as 40 ms, 1.5 s or 2 min"
  ),
  (
    "incident: 40 s cut us-east",
    "4:11: error: '40 s cut us-east' must be written 40 s cut FROM TO"
  ),
  (
    "replication: sync",
    "4:14: error: replication is sync; it must be asynchronous, synchronous, any, all or "
      + "semi-synchronous"
  ),
  ("sync-standby: us-east", "4:15: error: us-east is no standby; it must be eu-west"),
  ("needed: 2", "4:9: error: needed is 2; it must be at most 1, the number of standbys"),
  (
    "interval: 2 s\ntimeout: 3 s",
    "5:10: error: timeout is longer than the interval; it must be at most as long"
  ),
  ("agree: 2", "4:8: error: agree is 2; it must be at most 1, the number of observers"),
  ("duration: 0 s", "4:11: error: duration is 0; it must be above 0"),
  ("duration: 8 d", "4:11: error: duration is more than a week; it must be at most 7 d"),
  ("topology: modul", "4:11: error: no topology is called 'modul'; did you mean 'module'?"),
  ("leese: 3 s", "4:8: error: no argument is called 'leese'; did you mean 'lease'?"),
])
func `a mistake is answered with its place and what would be right`(
  line: String, message: String
) throws {
  let error = try #require(throws: Diagnostic.self) { try scenario(least + line) }
  #expect(error.description == "s.yaml:\(message)")
}

@Test func `no two databases are in one region`() throws {
  let text = "primary: us-east\nstandbys: [eu-west, us-east]\nclients: [us-east]"
  let error = try #require(throws: Diagnostic.self) { try scenario(text) }
  #expect(
    error.description
      == "s.yaml:2:11: error: us-east has a database already; name regions other than its own")
}

@Test(arguments: ["region-loss", "blip", "no-fencing", "runbook"])
func `a shipped scenario can be read`(name: String) throws {
  let path = "assets/scenarios/\(name).yaml"
  let read = try ScenarioFile.parse(
    try text(of: path), file: path, atlas: try shippedAtlas())
  #expect(!read.incident.isEmpty)
}

@Test func `the example of the documentation is the one that is shipped`() throws {
  let page = try text(of: "docs/failover-scenarios.md")
  let start = try #require(page.range(of: "```yaml\n"))
  let end = try #require(page.range(of: "```\n", range: start.upperBound..<page.endIndex))
  let example = String(page[start.upperBound..<end.lowerBound])
  let shipped = try text(of: "assets/scenarios/region-loss.yaml")
  #expect(shipped.hasSuffix(example))
}
