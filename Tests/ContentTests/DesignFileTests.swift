import Content
import Foundation
import GeoModel
import TestSupport
import Testing

/// Design files, as `docs/design-files.md` describes them.
struct DesignFileTests {
  private static let least = """
    accounts:
      eu: {jurisdiction: EEA, home: eu-central-1}
    entities:
      user: {subject: user, fields: {email: personal, plan: none}}
    stores:
      profiles: {engine: postgres, regions: home, holds: user}

    """

  private func design(_ text: String) throws -> Design {
    try DesignFile.parse(text, file: "d.yaml", atlas: try DesignSamples.atlas())
  }

  @Test func `what is not given has its usual value`() throws {
    let read = try design(Self.least)
    #expect(read.policy == .none)
    #expect(read.routing == .account)
    #expect(read.day == read.laws.day)
    #expect(read.leastGroup == 10)
    #expect(read.flows.isEmpty && read.keys.isEmpty && read.erasure.isEmpty && read.bases.isEmpty)
  }

  private static let everything = """
    policy: strict-eu
    day: 2024-02-29
    least-group: 20
    routing: geo-dns
    accounts:
      eu: {jurisdiction: EEA, home: [eu-central-1, eu-west-1]}
    entities:
      user: {subject: user, fields: {email: personal, card: payment}}
    stores:
      profiles: {engine: cassandra, regions: [home, us-east-1], holds: [user.card, user], key: k, gc-grace: 10 d, repair: 7 d}
      desk: {engine: support, regions: ap-south-1, contract: signed, ttl: 1 h, retention: 2 d}
    flows:
      - {from: profiles, to: desk, kind: support, transform: aggregate 50, fields: [user.email]}
      - {from: profiles, to: desk, kind: cdc, transform: encrypt k}
    keys:
      k: {scope: subject, regions: home, wrapped-by: m, cache: 5 min, backup: 30 d}
      m: {scope: region, regions: eu-central-1, deletion-wait: 7 d, backup: none}
    erasure: [delete profiles, purge desk, destroy k, notify desk, keep profiles tax law, ledger]
    bases: {us-east-1: dpf, desk: scc}
    """

  private let email = FieldName(entity: "user", field: "email")
  private let card = FieldName(entity: "user", field: "card")

  private var stores: [Store] {
    var profiles = Store(
      name: "profiles", engine: .cassandra,
      placement: Placement(includesHome: true, regions: ["us-east-1"]))
    profiles.holds = [card, email]
    profiles.key = "k"
    profiles.gcGrace = .seconds(864_000)
    profiles.repair = .seconds(604_800)
    var desk = Store(name: "desk", engine: .support, placement: Placement(regions: ["ap-south-1"]))
    desk.contract = .signed
    desk.ttl = .seconds(3600)
    desk.retention = .seconds(172_800)
    return [profiles, desk]
  }

  private var keys: [EncryptionKey] {
    var key = EncryptionKey(name: "k", scope: .subject, placement: .home)
    key.wrappedBy = "m"
    key.cache = .seconds(300)
    key.backup = .seconds(2_592_000)
    var master = EncryptionKey(
      name: "m", scope: .region, placement: Placement(regions: ["eu-central-1"]))
    master.deletionWait = .seconds(604_800)
    return [key, master]
  }

  @Test func `every argument reaches the design`() throws {
    let read = try design(Self.everything)
    let home: [RegionID] = ["eu-central-1", "eu-west-1"]
    let fields: [Entity.Field] = [
      .init(name: "email", dataClass: .personal), .init(name: "card", dataClass: .payment),
    ]
    var expected = Design(
      topology: read.topology, laws: read.laws, policy: .strictEU,
      populations: [Population(name: "eu", jurisdiction: "EEA", home: home)], routing: .geoDNS,
      entities: [Entity(name: "user", subject: "user", fields: fields)], stores: stores,
      flows: [
        Flow(
          from: "profiles", to: "desk", kind: .support, transform: .aggregate(50), fields: [email]),
        Flow(from: "profiles", to: "desk", kind: .cdc, transform: .encrypt("k")),
      ])
    expected.day = try #require(CalendarDay("2024-02-29"))
    expected.leastGroup = 20
    expected.keys = keys
    expected.erasure = [
      .delete(store: "profiles"), .purge(store: "desk"), .destroy(key: "k"),
      .notify(store: "desk"), .keep(store: "profiles", reason: "tax law"), .ledger,
    ]
    expected.bases = [
      TransferBasis(.dataPrivacyFramework, for: .region("us-east-1")),
      TransferBasis(.contractualClauses, for: .store("desk")),
    ]
    #expect(read == expected)
  }

  @Test func `a mistake in the frame is not followed by others that are none`() throws {
    let error = try #require(throws: Diagnostics.self) {
      try design("policy: strict\n\(Self.least)bases: {us-east-1: dpf}")
    }
    #expect(error.all.count == 1)
  }

  @Test(arguments: [
    (
      "topology: aws-2052",
      "7:11: error: no topology is called 'aws-2052'; did you mean 'aws-2025'?"
    ),
    ("policy: strict", "7:9: error: policy is strict; it must be none or strict-eu"),
    ("day: 2025-02-29", "7:6: error: day is 2025-02-29; it must be a day such as 2026-01-26"),
    ("least-group: 1", "7:14: error: least-group is 1; it must be 2 to 1000000"),
    ("rooting: account", "7:10: error: no argument is called 'rooting'; did you mean 'routing'?"),
    (
      "flows:\n  - {from: profile, to: profiles, kind: cdc}",
      "8:12: error: no store is called 'profile'; did you mean 'profiles'?"
    ),
    (
      "flows:\n  - {from: profiles, to: profiles, kind: cdc}",
      "8:26: error: the flow ends where it begins; the regions of profiles say where its copies are"
    ),
    (
      "flows: cdc",
      "7:8: error: flows must be at most 200 entries such as '- {from: posts, to: warehouse, kind: export, transform: none}'"
    ),
    ("keys: {k: 1}", "7:11: error: a key is written 'user-key: {scope: subject, regions: home}'"),
    (
      "keys: {k: {scope: subject, regions: home, wrapped-by: k}}",
      "7:7: error: k is wrapped in a circle; one key must be wrapped by none"
    ),
    (
      "keys: {k k: {scope: subject, regions: home}}",
      "7:8: error: the name of this key is 'k k'; it must be 1 to 40 letters, digits and -"
    ),
    (
      "erasure: erase profiles",
      "7:10: error: no step is called 'erase'; it must be delete, purge, destroy, notify, keep or ledger"
    ),
    (
      "erasure: [ledger, delete profile]",
      "7:26: error: no store is called 'profile'; did you mean 'profiles'?"
    ),
    (
      "erasure: keep profiles",
      "7:10: error: 'keep profiles' must be written keep STORE and the reason"
    ),
    ("bases: {us-east-1: dpv}", "7:20: error: us-east-1 is dpv; did you mean 'dpf'?"),
    (
      "bases: {us-eats-1: dpf}",
      "7:20: error: no store and no region is called 'us-eats-1'; did you mean 'us-east-1'?"
    ),
  ])
  func `a mistake is answered with its place and what would be right`(
    line: String, message: String
  ) throws {
    let error = try #require(throws: Diagnostics.self) { try design(Self.least + line) }
    #expect(error.description == "d.yaml:\(message)")
  }

  @Test(arguments: [
    (
      "jurisdiction: EEA", "jurisdiction: EU",
      "2:22: error: no jurisdiction is called 'EU'; did you mean 'EEA'?"
    ),
    (
      "home: eu-central-1", "home: eu-centrl-1",
      "2:33: error: no region is called 'eu-centrl-1'; did you mean 'eu-central-1'?"
    ),
    (
      "email: personal", "email: private",
      "4:41: error: email is private; it must be none, personal, special or payment"
    ),
    (
      "subject: user, ", "",
      "4:18: error: user has personal fields; say with 'subject' whose they are"
    ),
    (
      "subject: user", "subject: usr",
      "4:19: error: no entity is called 'usr'; did you mean 'user'?"
    ),
    (
      "engine: postgres", "engine: mysql",
      "6:22: error: engine is mysql; it must be cassandra, postgres, redis, cdn, kafka, clickhouse, search, log, object-store, backup, support, processor or fulfilment"
    ),
    (
      "holds: user", "holds: user.mail",
      "6:54: error: user has no field 'mail'; did you mean 'email'?"
    ),
    ("holds: user", "holds: usr", "6:54: error: no entity is called 'usr'; did you mean 'user'?"),
    (
      ", holds: user", "",
      "6:3: error: nothing is written to profiles; give it 'holds', or a flow that ends there"
    ),
    (
      "regions: home", "region: home", "6:40: error: 'regions' is missing; is it meant by 'region'?"
    ),
    ("profiles:", "eu-west-1:", "6:23: error: eu-west-1 is a region; give the store another name"),
    (
      "regions: home, ", "regions: home, key: k, ",
      "6:52: error: no key is called 'k'; there is none"
    ),
  ])
  func `a mistake in an entry is answered with its place`(
    right: String, wrong: String, message: String
  ) throws {
    let text = Self.least.replacing(right, with: wrong)
    let error = try #require(throws: Diagnostics.self) { try design(text) }
    #expect(error.description == "d.yaml:\(message)")
  }

  @Test func `mistakes in several entries are said in one go, and none of them twice`() throws {
    let text = """
      accounts:
        eu: {jurisdiction: EEA, home: eu-west-9}
      entities:
        user: {fields: {email: personal}}
      stores:
        profiles: {engine: mysql, regions: home, holds: user}
      flows:
        - {from: profiles, to: warehouse, kind: export}
        - {from: profiles, to: profiles}
      """
    let error = try #require(throws: Diagnostics.self) { try design(text) }
    #expect(error.all.map(\.line) == [2, 4, 6, 8, 9])
  }

  @Test func `the example of the documentation can be read`() throws {
    let page = try Repository.files(in: "docs")["docs/design-files.md"] ?? ""
    let start = try #require(page.range(of: "```yaml\n"))
    let end = try #require(page.range(of: "```\n", range: start.upperBound..<page.endIndex))
    _ = try design(String(page[start.upperBound..<end.lowerBound]))
  }

  @Test func `without the file of laws no design can be read`() throws {
    let atlas = Atlas(topologies: [
      "aws-2025": try DesignSamples.atlas().topology(named: "aws-2025")
    ])
    let error = try #require(throws: Diagnostics.self) {
      try DesignFile.parse(Self.least, file: "d.yaml", atlas: atlas)
    }
    #expect(
      error.description
        == "d.yaml:1:1: error: no law is known; assets/jurisdictions.yaml is missing")
  }
}
