/// Why bytes are no encoded update.
public struct TextDecodingFault: Error, Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// The bytes do not begin as an update of this version does.
    case unknownFormat
    /// Something is cut off.
    case endOfBytes
    /// A number is greater than what can be there.
    case numberTooGreat
    case notUTF8
    /// An author is not in the list of authors.
    case unknownAuthor
    /// The insertions do not have as many scalars as the text.
    case wrongLength
    /// Something follows the end.
    case tooManyBytes
  }

  /// Where, from 0.
  public let byte: Int
  public let kind: Kind

  public init(byte: Int, kind: Kind) {
    (self.byte, self.kind) = (byte, kind)
  }
}

/// Reads encoded numbers, and trusts nothing.
struct ByteReader {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var left: Int { bytes.count - position }

  func fault(_ kind: TextDecodingFault.Kind) -> TextDecodingFault {
    TextDecodingFault(byte: position, kind: kind)
  }

  mutating func text(_ length: Int) throws(TextDecodingFault) -> String {
    let start = position
    guard let text = String(validating: try bytes(length), as: UTF8.self) else {
      throw TextDecodingFault(byte: start, kind: .notUTF8)
    }
    return text
  }

  mutating func bytes(_ count: Int) throws(TextDecodingFault) -> ArraySlice<UInt8> {
    guard count <= left else { throw fault(.endOfBytes) }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  /// A number from 0 to a limit, which is at most 2⁵⁶.
  mutating func number(upTo limit: Int) throws(TextDecodingFault) -> Int {
    var number = 0
    var shift = 0
    while position < bytes.count {
      let byte = bytes[position]
      number |= Int(byte & 0x7F) << shift
      guard number <= limit else { break }
      position += 1
      if byte < 0x80 { return number }
      shift += 7
      guard shift <= 49 else { throw fault(.numberTooGreat) }
    }
    throw fault(position < bytes.count ? .numberTooGreat : .endOfBytes)
  }

  /// A number from 1 on that is encoded as the difference from another one.
  mutating func counter(from base: Int) throws(TextDecodingFault) -> Int {
    let zigzag = try number(upTo: 4 * TextUpdate.greatestCounter)
    let counter = base + ((zigzag >> 1) ^ -(zigzag & 1))
    guard (1...TextUpdate.greatestCounter).contains(counter) else { throw fault(.numberTooGreat) }
    return counter
  }
}
