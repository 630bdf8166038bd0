/// One step of what is done when a person asks for erasure (GDPR, article 17).
public enum ErasureAction: Equatable, Sendable {
  /// Deletes the person's rows in a store, as its engine does.
  case delete(store: String)
  /// Removes cached copies at once.
  case purge(store: String)
  /// Destroys the person's key, or where the key is a region's, everybody's there.
  case destroy(key: String)
  /// Tells another company to do the same (article 19).
  case notify(store: String)
  /// Keeps the rows for a reason that the law accepts (article 17(3)).
  case keep(store: String, reason: String)
  /// Writes the erasure into a list that every restore replays.
  case ledger
}
