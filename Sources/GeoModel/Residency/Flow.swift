/// A stream of data from one store into another.
public struct Flow: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case replica, cdc, cache, backup, log, export, support

    /// Whether it copies what is stored as it is stored; others read through the application, which
    /// decrypts.
    public var copiesBytes: Bool {
      switch self {
      case .replica, .cdc, .backup: true
      case .cache, .log, .export, .support: false
      }
    }
  }

  /// What is done to the data on the way.
  public enum Transform: Equatable, Sendable {
    case none
    /// Names are replaced, and whoever has the table can put them back.
    case pseudonymise
    /// Only numbers about groups of at least so many people.
    case aggregate(Int)
    /// With the key of that name.
    case encrypt(String)
  }

  public var from: String
  public var to: String
  public var kind: Kind
  public var transform: Transform
  /// What it carries; `nil` for everything that `from` has.
  public var fields: [FieldName]?

  public init(
    from: String, to: String, kind: Kind, transform: Transform = .none, fields: [FieldName]? = nil
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.transform = transform
    self.fields = fields
  }
}
