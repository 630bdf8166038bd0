import GeoModel

extension ErasureFinding {
  /// What is wrong, as a whole sentence.
  package var sentence: String {
    switch self {
    case .neverDies(let copy): "Nothing ever ends the copy in \(copy.name)."
    case .late(let copy, let death):
      "The copy in \(copy.name) is there for \(text(death)), longer than a month."
    case .resurrection(let store, let safe):
      "A replica of \(store) that is away for longer than \(text(safe)) brings deleted rows back."
    case .keyBackup(let key, let kept):
      "\(key) is destroyed, but a backup of it is kept for \(text(kept)): all that it sealed opens."
    case .sharedKey(let key): "\(key) is not one person's: destroying it erases everybody."
    case .restore(let store):
      "A restore from \(store) brings the person back, and no ledger erases again."
    case .noEffect(let store): "\(store) is told to delete one person's data, which it cannot."
    }
  }

  /// One step towards a design without it.
  package var remedy: String {
    switch self {
    case .neverDies(let copy):
      "add 'delete \(copy.store)' to the erasure, or give \(copy.store) a ttl or a retention"
    case .late(let copy, _):
      "shorten its retention, or encrypt \(copy.store) with a key of the person"
    case .resurrection(let store, _):
      "repair \(store) more often than gc-grace, and wipe a replica that was away for longer"
    case .keyBackup(let key, _): "back up no copy of \(key), or erase it from the backup too"
    case .sharedKey: "give each person a key (scope: subject), wrapped by this one"
    case .restore: "add 'ledger' to the erasure, and replay it before anybody reads"
    case .noEffect(let store): "leave '\(store)' out, and shorten its retention"
    }
  }

  /// The rule that it breaks.
  package var reference: String {
    switch self {
    case .neverDies, .noEffect: "GDPR, article 17(1)"
    case .late: "GDPR, article 12(3)"
    case .resurrection: "GDPR, article 17(1); Cassandra, gc_grace_seconds"
    case .keyBackup: "NIST SP 800-88r2, cryptographic erase"
    case .sharedKey: "GDPR, article 5(1)(f): no loss of others' data"
    case .restore: "GDPR, article 17(1); ICO, Right to erasure"
    }
  }

  private func text(_ duration: Duration) -> String { Quantity.duration(duration).text }
}

extension StoredCopy {
  /// The store, and the part of it where it is not the data themselves: `timelines (file)`.
  package var name: String { layer == .data ? store : "\(store) (\(layer.rawValue))" }
}

extension DeathCause {
  /// What has happened to a copy that died of it.
  package var word: String {
    switch self {
    case .deletion: "deleted"
    case .rewriting: "rewritten"
    case .retention: "expired"
    case .keyDeath: "key gone"
    }
  }
}
