/// Something about a design that makes an erasure incomplete, late, or too much.
public enum ErasureFinding: Equatable, Sendable {
  /// Nothing ends a copy.
  case neverDies(StoredCopy)
  /// A copy can be read after the deadline.
  case late(StoredCopy, death: Duration)
  /// A replica that was away can bring deleted rows back; it may be away so long without harm.
  case resurrection(store: String, safeAbsence: Duration)
  /// A backup keeps a destroyed key for so long.
  case keyBackup(key: String, kept: Duration)
  /// A destroyed key seals everybody's data.
  case sharedKey(key: String)
  /// A restored backup brings the subject back, and nothing erases it again.
  case restore(store: String)
  /// A store is told to delete one person's data, which it cannot.
  case noEffect(store: String)

  /// A name for programs, which stays as it is.
  public var rule: String {
    switch self {
    case .neverDies: "never-dies"
    case .late: "late"
    case .resurrection: "resurrection"
    case .keyBackup: "key-backup"
    case .sharedKey: "shared-key"
    case .restore: "restore-without-ledger"
    case .noEffect: "no-effect"
    }
  }
}
