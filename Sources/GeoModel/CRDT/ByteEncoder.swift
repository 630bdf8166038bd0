/// A value with a compact form in bytes, in which states are sent and their sizes compared.
public protocol ByteEncodable {
  func encode(into encoder: inout ByteEncoder)
}

extension ByteEncodable {
  /// The bytes of this value alone; different values of one type have different bytes.
  public var encodedBytes: [UInt8] {
    var encoder = ByteEncoder()
    encode(into: &encoder)
    return encoder.bytes
  }
}

/// Writes values one after another, without any padding.
///
/// - An integer takes 7 bits to a byte, the lowest first; the top bit says that more follow. So that
///   small negative numbers stay short, 0, −1, 1, −2 are written as 0, 1, 2, 3.
/// - A text is its length in bytes and its UTF-8; a list its length and its elements.
/// - A replica is named in full once, after a 0; from then on by its number, counted from 1.
public struct ByteEncoder: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var names: [ReplicaID] = []

  public init() {}

  public mutating func append(_ number: Int) {
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  public mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes += text.utf8
  }

  public mutating func append(_ replica: ReplicaID) {
    if let index = names.firstIndex(of: replica) { return append(index + 1) }
    names.append(replica)
    append(0)
    append(replica.name)
  }

  public mutating func append(_ list: [some ByteEncodable]) {
    append(list.count)
    for element in list { element.encode(into: &self) }
  }
}

extension Int: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { encoder.append(self) }
}

extension String: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { encoder.append(self) }
}

extension ReplicaID: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { encoder.append(self) }
}

extension Optional: ByteEncodable where Wrapped: ByteEncodable {
  /// A list of one or none.
  public func encode(into encoder: inout ByteEncoder) { encoder.append(map { [$0] } ?? []) }
}

extension SortedSet: ByteEncodable where Element: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) { encoder.append(elements) }
}

extension SortedMap: ByteEncodable where Key: ByteEncodable, Value: ByteEncodable {
  public func encode(into encoder: inout ByteEncoder) {
    encoder.append(count)
    for (key, value) in entries {
      key.encode(into: &encoder)
      value.encode(into: &encoder)
    }
  }
}
