/// What kind of data a field is.
public enum DataClass: String, CaseIterable, Sendable {
  /// About nobody.
  case none
  /// Relating to an identified or identifiable person (GDPR, article 4(1)).
  case personal
  /// Personal, and about health, belief, opinion, sex life and the like (article 9).
  case special
  /// Personal, and of a payment.
  case payment
}

/// A kind of record.
public struct Entity: Equatable, Sendable {
  public struct Field: Equatable, Sendable {
    public var name: String
    public var dataClass: DataClass

    public init(name: String, dataClass: DataClass) {
      self.name = name
      self.dataClass = dataClass
    }
  }

  public var name: String
  /// The entity that stands for the person whom its data are about; `nil` where there is none.
  public var subject: String?
  public var fields: [Field]

  public init(name: String, subject: String? = nil, fields: [Field]) {
    self.name = name
    self.subject = subject
    self.fields = fields
  }
}

/// A field of an entity: `tweet.text`.
public struct FieldName: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let entity: String
  public let field: String

  public init(entity: String, field: String) {
    self.entity = entity
    self.field = field
  }

  public var description: String { "\(entity).\(field)" }

  public static func < (left: FieldName, right: FieldName) -> Bool {
    (left.entity, left.field) < (right.entity, right.field)
  }
}
