import GeoModel

/// One sentence for everything that happens to a person's copies.
struct ErasureNarration {
  let report: ErasureReport
  let lanes: [ErasureLane]
  let horizon: Duration

  var events: [SceneEvent] {
    ([opening] + deaths + absences + restores + [deadline, closing])
      .filter { $0.time <= horizon }.inOrderOfTime
  }

  private var opening: SceneEvent {
    let copies = report.copies.filter { $0.birth == .zero }
    let left = copies.count { $0.isReadable(at: .zero) }
    return SceneEvent(
      time: .zero,
      sentence: "Everything is told to forget: \(left) of \(copies.count) copies are left.")
  }

  private var deadline: SceneEvent {
    let late = report.readable(at: ErasureReport.month).filter { !report.isBeyondUse($0) }.count
    let open = late == 0 ? "nothing in use can be read" : "\(late) can still be read: LATE"
    return SceneEvent(time: ErasureReport.month, sentence: "One month is over, and \(open).")
  }

  private var closing: SceneEvent {
    let last = lanes.filter { $0.end == report.end }.map(\.label).joined(separator: ", ")
    guard let end = report.end else {
      return SceneEvent(time: horizon, sentence: "Nothing will ever end \(last).")
    }
    guard end <= horizon else {
      return SceneEvent(
        time: horizon, sentence: "The last copy is gone after \(text(end)), in \(last).")
    }
    return SceneEvent(time: end, sentence: "That was the last copy: nothing is left to read.")
  }

  // MARK: - Ends

  private var deaths: [SceneEvent] {
    lanes.flatMap { lane in
      lane.copies.compactMap { copy in
        copy.death.flatMap { death in
          death.time > .zero && copy.layer != .restored
            ? SceneEvent(time: death.time, sentence: sentence(for: death, lane)) : nil
        }
      }
    }
  }

  private func sentence(for death: Death, _ lane: ErasureLane) -> String {
    switch death.cause {
    case .deletion: "\(lane.label): deleted, as it was told."
    case .rewriting:
      report.design.store(named: lane.store)?.engine == .cassandra
        ? "\(lane.label): compaction removes the tombstone and the row below it."
        : "\(lane.label): the file is written anew, without the person."
    case .retention: "\(lane.label): too old, and removed with everything of its age."
    case .keyDeath: "\(lane.label): nobody has the key any more; what is left cannot be read."
    }
  }

  // MARK: - What comes back

  /// What a replica does that was away when Cassandra deleted the row.
  private var absences: [SceneEvent] {
    let away = report.circumstances.away
    guard away > .zero else { return [] }
    let stores = report.design.stores.filter { store in
      store.engine == .cassandra && report.copies.contains { $0.store == store.name }
    }
    return stores.flatMap { store in
      TombstoneRun(StoreTimes(store), away: away).moments.map { moment in
        SceneEvent(time: moment.time, sentence: sentence(for: moment, in: store.name))
      }
    }
  }

  private func sentence(for moment: TombstoneRun.Moment, in store: String) -> String {
    switch moment.happening {
    case .deleted: "\(store): two replicas have the tombstone; the third is away."
    case .hintsDropped: "\(store): the hints for the third replica are thrown away."
    case .returned: "\(store): the third replica is back, with the row."
    case .hinted: "\(store): the third replica is back, and is told what it missed."
    case .repaired:
      moment.cells.contains(.row)
        ? "\(store): a repair copies the row to all replicas."
        : "\(store): a repair gives the third replica the tombstone."
    case .purged: "\(store): the grace period is over, and tombstones may go."
    case .cameBack: "\(store): a read finds the row again, for no tombstone hides it. BACK."
    }
  }

  private var restores: [SceneEvent] {
    guard let restore = report.circumstances.restore else { return [] }
    let age = text(report.circumstances.backupAge)
    let back = report.copies.filter { $0.layer == .restored }
    let outcome: String =
      if back.isEmpty {
        "it was made after the erasure."
      } else if back.contains(where: { $0.isReadable(at: restore) }) {
        "the person is BACK, for no ledger erases again."
      } else if report.design.hasLedger {
        "the ledger erases the person again."
      } else {
        "what comes back has no key any more."
      }
    return [
      SceneEvent(time: restore, sentence: "A backup, \(age) old, is restored: \(outcome)")
    ]
  }
}
