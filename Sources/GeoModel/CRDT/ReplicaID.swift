/// The name of a replica: any text, compared byte by byte.
///
/// Two spellings of one letter that Unicode calls equivalent are two names, as they are in a
/// program that compares code points.
public struct ReplicaID: Sendable {
  public let name: String

  public init(_ name: String) {
    self.name = name
  }
}

extension ReplicaID: Hashable, Comparable {
  public static func == (left: ReplicaID, right: ReplicaID) -> Bool {
    left.name.utf8.elementsEqual(right.name.utf8)
  }

  public static func < (left: ReplicaID, right: ReplicaID) -> Bool {
    left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in name.utf8 { hasher.combine(byte) }
    hasher.combine(UInt8(0xFF))
  }
}

extension ReplicaID: ExpressibleByStringLiteral, CustomStringConvertible {
  public init(stringLiteral name: String) {
    self.name = name
  }

  public var description: String { name }
}
