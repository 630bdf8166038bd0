/// A key, or one of many of its kind.
public struct EncryptionKey: Equatable, Sendable {
  public enum Scope: String, CaseIterable, Sendable {
    /// One for each person.
    case subject
    /// One for each region, for everybody there.
    case region
  }

  public var name: String
  public var scope: Scope
  /// Where it is held.
  public var placement: Placement
  /// The key that it is encrypted with wherever it is stored; `nil` for a key that a key service
  /// never gives away.
  public var wrappedBy: String?
  /// How long servers keep it in memory after its use.
  public var cache: Duration?
  /// How long backups of the key are kept; `nil` where there are none.
  public var backup: Duration?
  /// How long the key service waits before it destroys the key.
  public var deletionWait: Duration?

  public init(name: String, scope: Scope, placement: Placement) {
    self.name = name
    self.scope = scope
    self.placement = placement
  }
}
