/// The name of a replica: any text, compared byte by byte.
///
/// Two spellings of one letter that Unicode calls equivalent are two names, as they are in a
/// program that compares code points.
public struct ReplicaID: Sendable {
  public let name: String
  /// The first eight bytes, the first one highest: most names are told apart by one comparison.
  private let beginning: UInt64
  private let length: Int

  public init(_ name: String) {
    self.name = name
    let bytes = name.utf8.prefix(8)
    beginning = bytes.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(64 - 8 * bytes.count)
    length = name.utf8.count
  }
}

extension ReplicaID: Hashable, Comparable {
  public static func == (left: ReplicaID, right: ReplicaID) -> Bool {
    left.beginning == right.beginning && left.length == right.length
      && (left.length <= 8 || left.name.utf8.elementsEqual(right.name.utf8))
  }

  public static func < (left: ReplicaID, right: ReplicaID) -> Bool {
    if left.beginning != right.beginning { return left.beginning < right.beginning }
    if min(left.length, right.length) <= 8 { return left.length < right.length }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in name.utf8 { hasher.combine(byte) }
    hasher.combine(UInt8(0xFF))
  }
}

extension ReplicaID: ExpressibleByStringLiteral, CustomStringConvertible {
  public init(stringLiteral name: String) {
    self.init(name)
  }

  public var description: String { name }
}
