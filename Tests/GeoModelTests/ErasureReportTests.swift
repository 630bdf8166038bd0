import GeoModel
import Testing

/// Posts under a key of their author, replicated and backed up as ciphertext, cached and logged in
/// the clear.
private func feed() -> Design {
  var posts = store("posts", .cassandra)
  posts.holds = [FieldName(entity: "tweet", field: "text")]
  posts.key = "user-key"
  posts.repair = .days(7)
  var logs = store("logs", .log)
  logs.retention = .days(14)
  var backups = store("backups", .backup)
  backups.retention = .days(35)
  var design = Design(
    topology: handout,
    laws: Laws(day: ResidencyWorld.day("2026-11-25"), jurisdictions: []),
    populations: [Population(name: "eu", jurisdiction: "EEA", home: ["eu-west"])],
    entities: [
      Entity(name: "user", subject: "user", fields: [.init(name: "name", dataClass: .personal)]),
      Entity(name: "tweet", subject: "user", fields: [.init(name: "text", dataClass: .personal)]),
    ],
    stores: [posts, store("cache", .redis), logs, backups, store("counts", .clickhouse)],
    flows: [
      Flow(from: "posts", to: "cache", kind: .cache), Flow(from: "posts", to: "logs", kind: .log),
      Flow(from: "posts", to: "backups", kind: .backup),
      Flow(from: "posts", to: "counts", kind: .export, transform: .aggregate(50)),
    ])
  design.keys = [key("user-key", .subject, wrappedBy: "master-key"), key("master-key", .region)]
  design.erasure = [
    .ledger, .delete(store: "posts"), .purge(store: "cache"), .destroy(key: "user-key"),
  ]
  return design
}

private func store(_ name: String, _ engine: Store.Engine) -> Store {
  Store(name: name, engine: engine, placement: .home)
}

private func key(
  _ name: String, _ scope: EncryptionKey.Scope, wrappedBy: String? = nil
) -> EncryptionKey {
  var key = EncryptionKey(name: name, scope: scope, placement: .home)
  key.wrappedBy = wrappedBy
  key.cache = .seconds(300)
  return key
}

private func changed(_ change: (inout Design) -> Void) -> ErasureReport {
  var design = feed()
  change(&design)
  return ErasureReport(design)
}

@Test func `each copy dies of its first cause, and the last one ends the erasure`() {
  let report = ErasureReport(feed())
  #expect(report.copies.map(\.store) == ["posts", "cache", "cache", "logs", "backups"])
  #expect(
    report.copies.map(\.death) == [
      Death(.keyDeath, at: .seconds(300)), Death(.deletion, at: .zero),
      Death(.rewriting, at: .days(1)), Death(.retention, at: .days(14)),
      Death(.keyDeath, at: .seconds(300)),
    ])
  #expect(report.end == .days(14))
  #expect(report.lastCopies.map(\.store) == ["logs"])
  #expect(report.findings == [])
}

@Test func `a moment before the end something can be read, and then nothing`() {
  let report = ErasureReport(feed())
  #expect(report.readable(at: .zero).count == 4)
  #expect(report.readable(at: .days(14) - .seconds(1)).map(\.store) == ["logs"])
  #expect(report.readable(at: .days(14)) == [])
}

@Test func `an erasure without one of its steps is found out, whichever it is`() {
  let report = { (step: ErasureAction) in
    changed { $0.erasure.removeAll { $0 == step } }
  }
  // The key is gone, so a restored backup cannot be read, and the posts are closed undeleted.
  #expect(report(.ledger).findings == [])
  #expect(report(.delete(store: "posts")).findings == [])
  let cached = report(.purge(store: "cache"))
  #expect(cached.findings.map(\.rule) == ["never-dies", "never-dies"])
  #expect(cached.end == nil)
  let unshredded = report(.destroy(key: "user-key"))
  #expect(unshredded.end == .days(35))
  #expect(unshredded.lastCopies.map(\.store) == ["backups"])
  #expect(unshredded.findings == [])
}

@Test func `without the key each of the other steps is needed`() {
  let report = { (step: ErasureAction) in
    changed { $0.erasure.removeAll { $0 == step || $0 == .destroy(key: "user-key") } }
  }
  #expect(report(.delete(store: "posts")).findings.map(\.rule) == ["never-dies"])
  #expect(report(.ledger).findings.map(\.rule) == ["late", "restore-without-ledger"])
}

@Test func `a backup of the keys keeps what they seal readable`() {
  let report = changed { $0.keys[0].backup = .days(90) }
  #expect(report.findings == [.keyBackup(key: "user-key", kept: .days(90))])
  // The store itself is faster: its rows are compacted away, the backup falls to its age.
  #expect(
    report.copies.map(\.death).first == Death(.rewriting, at: .days(11)))
  #expect(report.end == .days(35))
}

@Test func `destroying a region's key waits, and takes everybody's data`() {
  let report = changed {
    $0.keys[1].deletionWait = .days(7)
    $0.erasure = [.ledger, .purge(store: "cache"), .destroy(key: "master-key")]
  }
  #expect(report.findings == [.sharedKey(key: "master-key")])
  // Two caches: the one of the wrapping key, and then the one of the key that it wraps.
  #expect(report.copies[0].death == Death(.keyDeath, at: .days(7) + .seconds(600)))
}

@Test func `keys that wrap each other in a ring end no search`() {
  let report = changed {
    $0.keys[1].wrappedBy = "user-key"
    $0.erasure = []
  }
  #expect(report.copies[0].death == nil)
}

@Test func `a copy that lives for longer than a month is late`() {
  let report = changed { $0.stores[2].retention = .days(60) }
  #expect(report.findings.map(\.rule) == ["late"])
  #expect(changed { $0.stores[2].retention = .days(30) }.findings == [])
}

@Test func `a store that cannot delete one person is not obeyed`() {
  let report = changed { $0.erasure.append(.delete(store: "logs")) }
  #expect(report.findings == [.noEffect(store: "logs")])
  #expect(report.end == .days(14))
}

@Test func `what is kept by law is named with its reason and not counted`() {
  let report = changed { $0.erasure.append(.keep(store: "logs", reason: "evidence")) }
  #expect(report.kept.map { [$0.store, $0.reason] } == [["logs", "evidence"]])
  #expect(report.copies.allSatisfy { $0.store != "logs" })
  #expect(report.end == .days(1))
}

@Test func `groups of so many people are about nobody, smaller ones are somebody's data`() {
  #expect(ErasureReport(feed()).copies.allSatisfy { $0.store != "counts" })
  let small = changed { $0.flows[3].transform = .aggregate(5) }
  #expect(small.findings.map(\.rule) == ["never-dies"])
}

@Test func `a replica that was away brings back what no key closes`() {
  var design = feed()
  let away = ErasureCircumstances(away: .days(12))
  let sealed = ErasureReport(design, away)
  #expect(sealed.copies.first { $0.layer == .resurrected }?.death?.cause == .keyDeath)
  #expect(sealed.findings == [])
  design.erasure.removeAll { $0 == .destroy(key: "user-key") }
  let open = ErasureReport(design, away)
  #expect(open.copies.first { $0.layer == .resurrected }?.birth == .days(12))
  #expect(open.findings == [.resurrection(store: "posts", safeAbsence: .days(3))])
  #expect(open.end == nil)
  let soon = ErasureReport(design, ErasureCircumstances(away: .days(3)))
  #expect(soon.copies.allSatisfy { $0.layer != .resurrected })
}

@Test func `a store that is repaired too rarely is found out before anything happens`() {
  let report = changed {
    $0.erasure.removeAll { $0 == .destroy(key: "user-key") }
    $0.stores[0].repair = nil
  }
  #expect(report.findings == [.resurrection(store: "posts", safeAbsence: .hours(3))])
}

@Test(
  arguments: [
    // with the ledger, day of the restore, days from which and until which the subject is back
    (true, 12, 12, 12), (false, 12, 12, nil), (false, 20, 20, nil), (false, 21, nil, nil),
  ] as [(Bool, Int, Int?, Int?)])
func `a restored backup of twenty days brings back whom no ledger erases again`(
  ledger: Bool, day: Int, birth: Int?, death: Int?
) {
  var design = feed()
  design.erasure.removeAll { $0 == .destroy(key: "user-key") || !ledger && $0 == .ledger }
  let report = ErasureReport(design, ErasureCircumstances(restore: .days(day)))
  let restored = report.copies.filter { $0.layer == .restored }
  #expect(restored.map(\.birth) == (birth.map { [.days($0)] } ?? []))
  #expect(restored.first?.death?.time == death.map { .days($0) })
}
