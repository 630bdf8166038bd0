import Content
import GeoModel

/// 3.3: what is left of a person who asks to be erased?
extension FeedExam {
  static let erasure: [Requirement<FeedMeasurements>] = [
    Requirement(item: "3.3", name: "dies", title: "Every copy dies", points: 3) { dies($0) },
    Requirement(item: "3.3", name: "deadline", title: "None outlives one month", points: 2) {
      deadline($0)
    },
    Requirement(item: "3.3", name: "kept", title: "Nothing is kept without need", points: 1) {
      measured in
      guard let kept = measured.erasure?.kept.first else {
        return .pass("The feed keeps nothing: no law asks for it.")
      }
      return .fail(
        "\(kept.store) is kept, and no law wants a feed to keep it.",
        help: "keep what a tax law or a claim needs (article 17(3)); erase the rest")
    },
    Requirement(
      item: "3.3", name: "replica", title: "A replica that was away changes nothing", points: 2
    ) { replica($0) },
    Requirement(item: "3.3", name: "restore", title: "A restored backup changes nothing", points: 2)
    {
      restore($0)
    },
  ]

  /// Points for the share of the copies that die.
  private static func dies(_ measured: FeedMeasurements) -> Ruling {
    guard let report = measured.erasure, !report.copies.isEmpty else {
      return .fail(
        "There is nothing to erase: no store holds anything about anybody.",
        help: "the feed stores what people write: put it back")
    }
    let lasting = report.copies.filter { $0.death == nil }
    let gone = report.copies.count - lasting.count
    guard let first = lasting.first else {
      return .pass(
        "All \(report.copies.count) copies die.", measured: "\(gone) of \(report.copies.count)")
    }
    let engine = measured.design.store(named: first.store)?.engine
    return .fail(
      "The copy in \(first.store) never dies. \(engine.map(reason) ?? "")",
      help:
        "give \(first.store) a retention, tell it to delete, or encrypt what it holds with a key "
        + "of the person that the erasure destroys",
      misconception: engine == .kafka ? "kafka-deletes-in-place" : nil,
      measured: "\(gone) of \(report.copies.count)",
      limit: "\(report.copies.count) of \(report.copies.count)",
      replay: measured.submission.scene("erasure-timeline"), reached: gone * 2 / report.copies.count
    )
  }

  /// Why nothing ends a copy in a store of this kind.
  private static func reason(_ engine: Store.Engine) -> String {
    switch engine {
    case .kafka: "A log of records is only ever added to: nobody can remove one in place."
    case .backup, .log: "Nobody can pick one person out of it; it goes as a whole, by its age."
    case .redis, .cdn: "Without a time to live it is there until it is purged."
    case .processor: "Another company has it, and nobody tells it (article 19)."
    case .cassandra, .postgres, .clickhouse, .search, .objectStore, .support,
      .fulfilment:
      "Nobody tells it to delete anything."
    }
  }

  private static func deadline(_ measured: FeedMeasurements) -> Ruling {
    let limit = "at most \(Quantity.duration(ErasureReport.month).text)"
    guard let report = measured.erasure, !report.copies.isEmpty else {
      return .fail("There is nothing to erase.", help: "put the stores of the feed back")
    }
    let late = report.findings.compactMap { finding -> (StoredCopy, Duration)? in
      if case .late(let copy, let death) = finding { (copy, death) } else { nil }
    }
    let ends = report.copies.filter { !report.isBeyondUse($0) }.map(\.death?.time)
    guard let (copy, death) = late.first else {
      guard !ends.contains(nil) else {
        return .fail(
          "A copy never dies, so there is no last day.", help: "let every copy die first",
          limit: limit)
      }
      let end = Quantity.duration(ends.compactMap(\.self).max() ?? .zero).text
      return .pass(
        "The last copy that anybody reads is gone after \(end).", measured: end, limit: limit)
    }
    let time = Quantity.duration(death).text
    return .fail(
      "The copy in \(copy.store) can be read for \(time).",
      help: "keep it shorter, or let it hold only what dies with a person's key", measured: time,
      limit: limit, replay: measured.submission.scene("erasure-timeline"))
  }

  private static func replica(_ measured: FeedMeasurements) -> Ruling {
    let back = measured.absence?.copies.first { $0.layer == .resurrected }
    guard let back, back.death?.cause != .keyDeath else {
      return .pass(
        "A replica that was away for \(Quantity.duration(FeedMeasurements.absence).text) brings nothing "
          + "back that anybody can read.")
    }
    return .fail(
      "A replica of \(back.store) was away for \(Quantity.duration(FeedMeasurements.absence).text). "
        + "The others had forgotten their tombstones, and the row spread again.",
      help: "repair more often than gc-grace lasts helps against short absences; against long ones "
        + "gc-grace must be longer, or the row encrypted with the person's key",
      misconception: "delete-is-immediate",
      replay: measured.submission.scene("erasure-timeline", arguments: ["away: 15 d"]))
  }

  private static func restore(_ measured: FeedMeasurements) -> Ruling {
    let back = measured.restore?.copies.filter { $0.layer == .restored } ?? []
    let lasting = back.first { copy in
      copy.death.map { $0.time > FeedMeasurements.restore } != false
    }
    guard let lasting else {
      return .pass("After a restore the erased stay erased.")
    }
    return .fail(
      "A backup is restored after \(Quantity.duration(FeedMeasurements.restore).text), and the person is "
        + "back in \(lasting.store).",
      help: "write every erasure into a ledger that a restore replays", misconception: "restore",
      replay: measured.submission.scene("erasure-timeline", arguments: ["restore: 20 d"]))
  }
}
