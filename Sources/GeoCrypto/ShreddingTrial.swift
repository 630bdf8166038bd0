import GeoModel

/// Copies of some subjects' data in several places, and the keys with which they are sealed.
///
/// A key is destroyed, and then every copy is really tried: the subject's must not open, all others
/// must.
public struct ShreddingTrial: Sendable {
  /// Somewhere that keeps one record of every subject.
  public struct Place: Equatable, Sendable {
    public let name: String
    /// Whether it keeps the ciphertext; a search index or a report that was made before the
    /// encryption keeps the plain text.
    public let isSealed: Bool

    public init(_ name: String, isSealed: Bool = true) {
      self.name = name
      self.isSealed = isSealed
    }
  }

  /// What an erasure does, in any order; each is needed.
  public enum Step: String, CaseIterable, Sendable {
    case destroyKey, destroyKeyBackup, flushCaches, deletePlainCopies
  }

  /// One copy, and what became of the attempt to read it.
  public struct Attempt: Equatable, Sendable {
    public let place: Place
    public let subject: String
    public let opening: Opening
  }

  public let subjects: [String]
  public let places: [Place]
  private var vault: KeyVault
  /// By subject: what every sealed place keeps.
  public private(set) var records: SortedMap<String, SealedRecord>
  /// By subject: what every other place keeps.
  private var plain: SortedMap<String, String>

  /// - Parameter backsUpKeys: whether the wrapped keys have been copied to a backup.
  public init(
    subjects: [String], places: [Place], scope: EncryptionKey.Scope, backsUpKeys: Bool, seed: UInt64
  ) {
    self.subjects = subjects
    self.places = places
    vault = KeyVault(scope: scope, seed: seed)
    records = SortedMap()
    plain = SortedMap()
    for subject in subjects {
      let text = "posted by \(subject)"
      records[subject] = vault.seal(text, of: subject, as: "post-1")
      plain[subject] = text
    }
    if backsUpKeys { vault.backUpKeys() }
  }

  /// Where the key of a subject can still be had.
  public func copies(ofKeyOf subject: String) -> [KeyCopy] { vault.copies(ofKeyOf: subject) }

  public mutating func take(_ step: Step, for subject: String) {
    switch step {
    case .destroyKey: vault.destroyKey(of: subject)
    case .destroyKeyBackup: vault.destroyBackedUpKey(of: subject)
    case .flushCaches: vault.flushCaches()
    case .deletePlainCopies: plain[subject] = nil
    }
  }

  /// Tries to read every copy that is left; places in their order, in each the subjects in theirs.
  public var attempts: [Attempt] {
    places.flatMap { place in
      subjects.compactMap { subject in
        opening(of: subject, in: place).map {
          Attempt(place: place, subject: subject, opening: $0)
        }
      }
    }
  }

  /// What an attempt to read one copy comes to; `nil` where there is no copy.
  public func opening(of subject: String, in place: Place) -> Opening? {
    place.isSealed
      ? records[subject].map(vault.open)
      : plain[subject].map(Opening.text)
  }

  /// Copies of one subject that can still be read.
  public func readable(of subject: String) -> [Attempt] {
    attempts.filter { $0.subject == subject && $0.opening.isReadable }
  }

  /// The others whose data went along with one subject's: there must be none.
  public func collateral(of subject: String) -> [String] {
    subjects.filter { $0 != subject && readable(of: $0).count < places.count }
  }
}
