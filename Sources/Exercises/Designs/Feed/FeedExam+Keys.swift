import Content
import GeoCrypto
import GeoModel

/// 3.4: what does the warehouse know of a person? 3.5: what opens when a key has died?
extension FeedExam {
  static let analytics: [Requirement<FeedMeasurements>] = [
    Requirement(item: "3.4", name: "fed", title: "The warehouse still counts visits", points: 1) {
      measured in
      let copies = Reach(measured.design).copies
      let isFed = copies.contains {
        $0.store.engine == .clickhouse && $0.field.entity == "visit"
      }
      return isFed
        ? .pass("What visitors do reaches the warehouse.")
        : .fail(
          "Nothing about visits reaches a warehouse any more.",
          help: "numbers about groups are allowed: a flow with 'transform: aggregate'",
          misconception: "no-analytics-at-all")
    },
    Requirement(
      item: "3.4", name: "form", title: "Nothing is called anonymous that is not", points: 3
    ) {
      .audit(
        ($0.law + $0.policy).filter(\.rule.isAboutForm), of: $0.design, in: $0.submission,
        passed: "What the warehouse has is about groups, or is treated as about persons.")
    },
    Requirement(item: "3.4", name: "reach", title: "Erasure reaches the warehouse", points: 2) {
      measured in
      let stores = measured.design.stores.filter { $0.engine == .clickhouse }.map(\.name)
      let lasting = measured.erasure?.copies.first { stores.contains($0.store) && $0.death == nil }
      return lasting == nil
        ? .pass("No row about one person stays there.")
        : .fail(
          "The warehouse keeps rows about a person who was erased.",
          help: "aggregate before they get there, or delete them there too",
          misconception: "analytics-is-exempt")
    },
  ]

  static let shredding: [Requirement<FeedMeasurements>] = [
    Requirement(item: "3.5", name: "sealed", title: "What nobody can delete is sealed", points: 2) {
      sealed($0)
    },
    Requirement(item: "3.5", name: "opens", title: "After the erasure nothing opens", points: 3) {
      opens($0)
    },
    Requirement(item: "3.5", name: "others", title: "Everybody else can still be read", points: 2) {
      others($0)
    },
    Requirement(item: "3.5", name: "key", title: "No copy of the key outlives it", points: 2) {
      key($0)
    },
  ]

  private static func sealed(_ measured: FeedMeasurements) -> Ruling {
    let design = measured.design
    let unreachable = measured.erasure?.copies.filter { copy in
      design.store(named: copy.store).map { [.backup, .log].contains($0.engine) } == true
    }
    let open = unreachable?.first { copy in copy.key == nil && !copy.isOfPseudonymousLog(design) }
    guard let open else {
      return .pass("Backups and logs hold nothing of a person in the clear.")
    }
    return .fail(
      "\(open.store) holds a person's data in the clear, and nobody can pick them out of it.",
      help: "encrypt the data before they are stored, and let backups copy the ciphertext")
  }

  private static func opens(_ measured: FeedMeasurements) -> Ruling {
    let results = measured.shredding
    guard !results.isEmpty else {
      return .fail(
        "The erasure destroys no key that seals anything.",
        help: "give a store a 'key' of scope subject, and let the erasure destroy it")
    }
    let tried = results.reduce(0) { $0 + $1.tried }
    let opened = results.reduce(0) { $0 + $1.opened }
    let text = "\(tried - opened) of \(tried)"
    guard opened > 0 else {
      return .pass(
        "\(tried) sealed copies were tried with every key that is left: none opens.",
        measured: text, limit: "\(tried) of \(tried)")
    }
    return .fail(
      "\(opened) of \(tried) sealed copies still open: a copy of the key was left.",
      help: "look for the key in backups and in the memory of services",
      misconception: "key-backup",
      measured: text, limit: "\(tried) of \(tried)",
      replay: .shredding(measured.design.key(named: results.first { $0.opened > 0 }?.key ?? "")))
  }

  private static func others(_ measured: FeedMeasurements) -> Ruling {
    guard let result = measured.shredding.first(where: { !$0.collateral.isEmpty }) else {
      return measured.shredding.isEmpty
        ? .fail("No key is destroyed.", help: "destroy a key of the person alone")
        : .pass("The data of \(2) other people open as before.")
    }
    return .fail(
      "\(result.key) is everybody's: with it \(result.collateral.count) of 2 other people lost their data.",
      help: "one key for each person, wrapped by the key of the region",
      misconception: "regional-key", replay: .shredding(measured.design.key(named: result.key)))
  }

  private static func key(_ measured: FeedMeasurements) -> Ruling {
    let design = measured.design
    let destroyed = design.keys.filter { design.erasure.contains(.destroy(key: $0.name)) }
    guard let slowest = destroyed.max(by: { design.lifetime($0) < design.lifetime($1) }) else {
      return .fail("No key is destroyed.", help: "let the erasure destroy a person's key")
    }
    let limit = "at most \(Quantity.duration(ErasureReport.month).text)"
    let time = Quantity.duration(design.lifetime(slowest)).text
    guard slowest.backup == nil else {
      return .fail(
        "\(slowest.name) lives on in its backups for \(time).",
        help: "back up the key that wraps it, and never the keys of persons",
        misconception: "key-backup", measured: time, limit: limit,
        replay: .shredding(slowest))
    }
    return design.lifetime(slowest) <= ErasureReport.month
      ? .pass(
        "The last copy of \(slowest.name) is gone after \(time).", measured: time, limit: limit)
      : .fail(
        "The last copy of \(slowest.name) is gone only after \(time).",
        help: "shorten how long services remember it", measured: time, limit: limit)
  }
}

extension Design {
  fileprivate func lifetime(_ key: EncryptionKey) -> Duration { death(ofKey: key.name) ?? .zero }
}

extension StoredCopy {
  /// Whether it is a log that names nobody and goes within the month.
  fileprivate func isOfPseudonymousLog(_ design: Design) -> Bool {
    guard let store = design.store(named: store), store.engine == .log else { return false }
    let month = ErasureReport.month
    return store.retention.map { $0 <= month } == true
      && Reach(design).copies.filter { $0.store.name == store.name }
        .allSatisfy(\.form.isPseudonymous)
  }
}
