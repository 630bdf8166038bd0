import Content
import GeoModel
import TestSupport
import Testing

/// The sections `services` and `inventory` of design files.
struct DesignServiceTests {
  private static let frame = """
    accounts:
      india: {jurisdiction: India, home: ap-south-1}
      eu: {jurisdiction: EEA, home: eu-central-1}
    entities:
      user: {subject: user, fields: {email: personal}}
    stores:
      profiles: {engine: postgres, regions: home, holds: user}

    """

  private func design(_ text: String) throws -> Design {
    try DesignFile.parse(Self.frame + text, file: "d.yaml", atlas: try DesignSamples.atlas())
  }

  private func service(_ body: String) throws -> Service {
    try #require(try design("services:\n  s: {keeps: orders, serves: eu, \(body)}").services.first)
  }

  @Test func `what a service does not say has its usual value`() throws {
    let read = try service("replication: consensus, voters: [eu-central-1, eu-west-3]")
    #expect(
      read
        == Service(
          name: "s", keeps: .orders, serves: ["eu"],
          copies: .consensus(
            voters: ["eu-central-1", "eu-west-3"], witness: nil, leader: "eu-central-1")))
  }

  @Test(arguments: [
    ("asynchronous", FailoverScenario.Replication.asynchronous),
    ("semi-synchronous, fall-back: 2 s", .semiSynchronous(timeout: .seconds(2))),
    ("synchronous", .synchronous("eu-west-3")),
    ("synchronous, sync-standby: eu-west-1", .synchronous("eu-west-1")),
    ("any, needed: 2", .anyOf(2)), ("all", .all),
  ])
  func `a primary waits for whom the replication says`(
    text: String, replication: FailoverScenario.Replication
  ) throws {
    let read = try service(
      "primary: eu-central-1, standbys: [eu-west-3, eu-west-1], replication: \(text)")
    #expect(
      read.copies == .standbys(of: "eu-central-1", ["eu-west-3", "eu-west-1"], replication))
  }

  @Test func `everything else that a service can say is read`() throws {
    let read = try service(
      """
      replication: snapshots, primary: eu-central-1, into: eu-west-1, every: 5 min, taking: 30 s,
          restore: 1 h, interval: 2 s, misses: 4, timeout: 1 s, observers: [eu-west-1, eu-west-3],
          promotion: manual, operator: 5 min, lease: 3 s, fencing: false, role-change: 1 s,
          routing: dns, ttl: 20 s
      """)
    var expected = Service(
      name: "s", keeps: .orders, serves: ["eu"],
      copies: .snapshots(
        of: "eu-central-1", into: "eu-west-1",
        BackupSchedule(interval: .seconds(300), duration: .seconds(30)), restore: .seconds(3600)))
    expected.detector = .init(interval: .seconds(2), misses: 4, timeout: .seconds(1))
    expected.observers = ["eu-west-1", "eu-west-3"]
    expected.promotion = .manual(after: .seconds(300))
    expected.lease = .seconds(3)
    expected.fencesOldPrimary = false
    expected.roleChange = .seconds(1)
    expected.routing = .dns(ttl: .seconds(20))
    #expect(read == expected)
  }

  @Test func `a service that holds data of persons is a store of those whom it serves`() throws {
    let read = try design(
      """
      keys: {k: {scope: subject, regions: home}}
      services:
        s: {keeps: orders, serves: eu, holds: [user], key: k, replication: consensus, voters: [
            eu-central-1, eu-west-3], witness: us-east-1, leader: eu-west-3, observers: us-west-2}
        t: {keeps: stock, serves: eu, replication: active, regions: [eu-west-1, ap-south-1]}
      flows: [{from: s, to: profiles, kind: export}]
      erasure: [delete s]
      bases: {s: scc}
      """)
    var expected = Store(
      name: "s", engine: .postgres,
      placement: Placement(regions: ["eu-west-3", "eu-central-1"], populations: ["eu"]))
    expected.holds = [FieldName(entity: "user", field: "email")]
    expected.key = "k"
    #expect(read.stores.map(\.name) == ["profiles", "s"])
    #expect(read.stores.last == expected)
    #expect(read.regions(of: expected.placement, for: read.populations[0]) == [])
    #expect(read.regions(of: expected.placement, for: read.populations[1]).count == 2)
  }

  @Test func `data of one population are not looked for where only another one has any`() throws {
    let read = try design(
      """
      services:
        s: {keeps: orders, serves: india, holds: [user], replication: active, regions: [
            ap-south-1, us-east-1]}
        t: {keeps: orders, serves: eu, holds: [user], replication: active, regions: [
            eu-west-1, eu-west-3]}
      flows: [{from: s, to: profiles, kind: export}, {from: t, to: profiles, kind: export}]
      """)
    #expect(ResidencyAudit(read).findings == [])
    let ways = Reach(read.ofAccounts(in: read.populations[1])).copies.map(\.origin.name)
    #expect(Set(ways) == ["profiles", "t"])
  }

  private static let stocks = """
    services:
      a: {keeps: stock, serves: india, replication: active, regions: [ap-south-1, eu-central-1]}
      b: {keeps: stock, serves: eu, replication: active, regions: [ap-south-1, eu-central-1]}

    """

  @Test func `escrow names its services by their rights`() throws {
    let read = try design(
      Self.stocks + "inventory: {method: escrow, rights: {b: 30 %, a: 70%}, rebalance: 2 s}")
    var expected = Inventory(.escrow, services: ["b", "a"])
    expected.rights = [0.3, 0.7]
    expected.rebalance = .seconds(2)
    #expect(read.inventory == expected)
  }

  @Test func `every other method is at one service`() throws {
    let read = try design(Self.stocks + "inventory: {method: oversell, at: b, compensation: 0.5}")
    var expected = Inventory(.oversell, services: ["b"])
    expected.compensation = 0.5
    #expect(read.inventory == expected)
  }

  @Test(arguments: [
    (
      "serves: us, replication: active, regions: [eu-west-1, eu-west-3]",
      "d.yaml:9:30: error: no population is called 'us'; it must be india or eu"
    ),
    (
      "serves: eu, holds: usr, replication: active, regions: [eu-west-1, eu-west-3]",
      "d.yaml:9:41: error: no entity is called 'usr'; did you mean 'user'?"
    ),
    (
      "serves: eu, replication: raft",
      "d.yaml:9:47: error: replication is raft; it must be asynchronous, semi-synchronous, "
        + "synchronous, any, all, consensus, active or snapshots"
    ),
    (
      "serves: eu, replication: consensus, voters: [eu-west-1], leader: eu-west-3",
      "d.yaml:9:87: error: eu-west-3 has no vote; it must be one of the voters"
    ),
    (
      "serves: eu, replication: all, primary: eu-west-1, standbys: [eu-west-1]",
      "d.yaml:9:82: error: eu-west-1 is the primary; name regions other than its own"
    ),
    (
      "serves: eu, replication: active, regions: [eu-west-1, eu-west-1]",
      "d.yaml:9:64: error: eu-west-1 stands there twice; name it once"
    ),
    (
      "serves: eu, replication: active, regions: eu-west-1",
      "d.yaml:9:64: error: regions has 1 regions; it must be 2 to 5"
    ),
    (
      "serves: eu, replication: consensus, voters: [eu-west-1], lease: 10 ms",
      "d.yaml:9:86: error: lease is 10 ms; it must be 1 s to 10 min"
    ),
    (
      "serves: eu, replication: consensus, voters: [eu-west-1], witnes: eu-west-3",
      "d.yaml:9:87: error: no argument is called 'witnes'; did you mean 'witness'?"
    ),
  ])
  func `a mistake in a service is answered with its place and what would be right`(
    body: String, message: String
  ) throws {
    let error = try #require(throws: Diagnostics.self) {
      try design("services:\n  s: {keeps: orders, \(body)}")
    }
    #expect(error.description == message)
  }

  @Test(arguments: [
    (
      "services:\n  profiles: {keeps: orders, serves: eu, replication: active, regions: [eu-west-1]}",
      "d.yaml:9:21: error: profiles is a store already; give the service another name"
    ),
    (
      Self.stocks + "flows: [{from: a, to: profiles, kind: cdc}]",
      "d.yaml:11:16: error: no store is called 'a'; it must be profiles"
    ),
  ])
  func `a service that holds nothing is no store, and none has the name of one`(
    text: String, message: String
  ) throws {
    let error = try #require(throws: Diagnostics.self) { try design(text) }
    #expect(error.description == message)
  }

  @Test(arguments: [
    (
      "{method: escrow, at: a}",
      "d.yaml:11:12: error: 'rights' is missing; it must be shares of the units such as "
        + "{stock-india: 70 %, stock-eu: 30 %}"
    ),
    (
      "{method: escrow, rights: {c: 30 %}}",
      "d.yaml:11:41: error: no service is called 'c'; did you mean 'a'?"
    ),
    (
      "{method: escrow, rights: {a: 30}}",
      "d.yaml:11:41: error: this is no share of the units; it must be a share such as 99.99% "
        + "or 0.9999"
    ),
    (
      "{method: consensus}",
      "d.yaml:11:12: error: 'at' is missing; it must be the service that keeps the stock"
    ),
  ])
  func `a mistake in an inventory is answered with its place and what would be right`(
    inventory: String, message: String
  ) throws {
    let error = try #require(throws: Diagnostics.self) {
      try design(Self.stocks + "inventory: \(inventory)")
    }
    #expect(error.description == message)
  }
}
