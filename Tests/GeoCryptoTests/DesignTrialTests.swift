import GeoModel
import Testing

@testable import GeoCrypto

/// One sealed store and its backup, under a key of each subject that a region's key wraps.
private func design(
  keyBackup: Duration?, destroyed: [String]
) -> Design {
  let region = Region(
    id: "eu", name: "EU", city: "Frankfurt", place: Coordinate(latitude: 50, longitude: 9),
    country: "DE", jurisdiction: "EEA")
  var posts = Store(name: "posts", engine: .cassandra, placement: .home)
  posts.holds = [FieldName(entity: "user", field: "name")]
  posts.key = "user-key"
  guard let today = CalendarDay(year: 2026, month: 11, day: 25) else {
    preconditionFailure("the calendar has this day")
  }
  var design = Design(
    topology: Topology(
      name: "One", source: "made up", local: .milliseconds(1), access: .milliseconds(1),
      regions: [region], roundTrips: []),
    laws: Laws(day: today, jurisdictions: []),
    populations: [Population(name: "eu", jurisdiction: "EEA", home: ["eu"])],
    entities: [
      Entity(name: "user", subject: "user", fields: [.init(name: "name", dataClass: .personal)])
    ], stores: [posts, Store(name: "backups", engine: .backup, placement: .home)],
    flows: [Flow(from: "posts", to: "backups", kind: .backup)])
  var key = EncryptionKey(name: "user-key", scope: .subject, placement: .home)
  key.wrappedBy = "region-key"
  key.backup = keyBackup
  design.keys = [key, EncryptionKey(name: "region-key", scope: .region, placement: .home)]
  design.erasure = destroyed.map { .destroy(key: $0) }
  return design
}

@Test(
  arguments: [
    // backup of keys, destroyed keys, how many of two copies open, who is closed too
    (nil, ["user-key"], [0], []), (90, ["user-key"], [2], []),
    (nil, ["region-key"], [0], ["ben", "chi"]), (nil, [], [], []),
  ] as [(Int?, [String], [Int], [String])])
func `what a design claims of its keys is tried`(
  backup: Int?, destroyed: [String], opened: [Int], collateral: [String]
) {
  let report = ErasureReport(
    design(keyBackup: backup.map { .days($0) }, destroyed: destroyed))
  let results = ShreddingTrial.results(of: report, subject: "ana")
  #expect(results.map(\.opened) == opened)
  #expect(results.allSatisfy { $0.stores == ["posts", "backups"] && $0.tried == 2 })
  #expect(results.flatMap(\.collateral) == collateral)
}

@Test func `the other subjects have other names than the one who is erased`() {
  let report = ErasureReport(design(keyBackup: nil, destroyed: ["region-key"]))
  #expect(
    ShreddingTrial.results(of: report, subject: "ben").map(\.collateral) == [["chi", "dov"]])
}
