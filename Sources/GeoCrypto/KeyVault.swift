import Crypto
import GeoModel

/// The keys of a region: data keys, each kept only as wrapped by the region's own key.
///
/// Envelope encryption: a data key seals records by AES-GCM, the region's key wraps data keys as in
/// RFC 3394. A vault is asked to open a record by everything that anybody can still lay hands on,
/// so that what it cannot open is closed by the cipher and not by a rule of the vault.
public struct KeyVault: Sendable {
  public let scope: EncryptionKey.Scope
  private let regionKey: SymmetricKey
  private var chance: SplitMix64
  /// By owner: the subject, or the region where all share one key.
  private var wrapped = SortedMap<String, [UInt8]>()
  /// Unwrapped keys in the memory of services.
  private var cached = SortedMap<String, SymmetricKey>()
  /// What a backup of the table of wrapped keys holds.
  private var backedUp = SortedMap<String, [UInt8]>()
  private var sealings: UInt64 = 0

  /// - Parameter seed: all keys follow from it, which is for teaching only.
  public init(scope: EncryptionKey.Scope, seed: UInt64) {
    self.scope = scope
    chance = SplitMix64(seed: seed)
    regionKey = SymmetricKey(drawnFrom: &chance)
  }

  /// Encrypts a record with the key of its subject, which is made when it is first needed.
  public mutating func seal(_ text: String, of subject: String, as name: String) -> SealedRecord {
    let bytes = AuthenticatedCipher.seal(
      Array(text.utf8), with: dataKey(for: subject), nonce: nextNonce(),
      label: SealedRecord.label(subject: subject, name: name))
    return SealedRecord(subject: subject, name: name, bytes: bytes)
  }

  private mutating func dataKey(for subject: String) -> SymmetricKey {
    let owner = owner(of: subject)
    if let key = cached[owner] ?? wrapped[owner].flatMap(unwrapped) { return key }
    let key = SymmetricKey(drawnFrom: &chance)
    wrapped[owner] = KeyWrapping.wrap(key, with: regionKey)
    cached[owner] = key
    return key
  }

  private func owner(of subject: String) -> String {
    switch scope {
    case .subject: subject
    case .region: "region"
    }
  }

  /// The deterministic construction of SP 800-38D, section 8.2.1: a fixed field and a counter that
  /// all keys of the vault share, so that none comes twice.
  private mutating func nextNonce() -> [UInt8] {
    sealings += 1
    return [0, 0, 0, 0] + sealings.bigEndianBytes
  }

  private func unwrapped(_ bytes: [UInt8]) -> SymmetricKey? {
    KeyWrapping.unwrap(bytes, with: regionKey)
  }

  // MARK: - Copies of keys

  /// Copies the table of wrapped keys to where an erasure may forget it.
  public mutating func backUpKeys() { backedUp = wrapped }

  /// Removes the wrapped key with which a subject's data are sealed.
  public mutating func destroyKey(of subject: String) { wrapped[owner(of: subject)] = nil }

  /// Removes that key from the backup too.
  public mutating func destroyBackedUpKey(of subject: String) {
    backedUp[owner(of: subject)] = nil
  }

  /// Lets every service forget the keys that it has unwrapped.
  public mutating func flushCaches() { cached = SortedMap() }

  /// Where the key of a subject can still be had.
  public func copies(ofKeyOf subject: String) -> [KeyCopy] {
    let owner = owner(of: subject)
    let isThere: [(KeyCopy, Bool)] = [
      (.wrapped, wrapped[owner] != nil), (.cached, cached[owner] != nil),
      (.backedUp, backedUp[owner] != nil),
    ]
    return isThere.filter(\.1).map(\.0)
  }

  // MARK: - Opening

  /// Tries every key that is left anywhere on a record.
  public func open(_ record: SealedRecord) -> Opening {
    let keys = remainingKeys
    for key in keys {
      if let text = AuthenticatedCipher.open(record.bytes, with: key, label: record.label) {
        return .text(String(decoding: text, as: UTF8.self))
      }
    }
    return .refused(keysTried: keys.count)
  }

  /// All data keys that a cache holds or that the region's key unwraps, each once.
  private var remainingKeys: [SymmetricKey] {
    let all = cached.values + (wrapped.values + backedUp.values).compactMap(unwrapped)
    return all.reduce(into: []) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    }
  }
}

/// A place in which a data key can be.
public enum KeyCopy: CaseIterable, Sendable {
  /// In the table of keys, under the region's key.
  case wrapped
  /// In the memory of a service, ready to be used.
  case cached
  /// In a backup of that table.
  case backedUp
}

/// What comes of an attempt to read a copy.
public enum Opening: Equatable, Sendable {
  /// It can be read.
  case text(String)
  /// No key that is left authenticates it; there may be none to try.
  case refused(keysTried: Int)

  public var isReadable: Bool { if case .text = self { true } else { false } }
}
