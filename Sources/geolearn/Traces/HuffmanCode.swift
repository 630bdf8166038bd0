/// A prefix code of deflate, given by the lengths of its words (RFC 1951, section 3.2.2).
struct HuffmanCode {
  static let longestWord = 15

  /// For every sequence of ``width`` bits, as they come: the symbol times 16 plus the length of its
  /// word; 0 where no word begins like that.
  private var table: [UInt16]
  private let width: Int

  /// - Parameter lengths: of each symbol's word; 0 where there is none.
  /// - Returns: `nil` where there are more words than bits can tell apart.
  init?(lengths: [UInt8]) {
    width = Int(lengths.max() ?? 0)
    table = Array(repeating: 0, count: 1 << width)
    var word = 0
    for length in stride(from: 1, through: width, by: 1) {
      word <<= 1
      for symbol in lengths.indices where lengths[symbol] == length {
        guard word < 1 << length else { return nil }
        enter(symbol, word, length)
        word += 1
      }
    }
  }

  /// Every sequence that begins with a word stands for its symbol.
  private mutating func enter(_ symbol: Int, _ word: Int, _ length: Int) {
    let start = (0..<length).reduce(0) { $0 << 1 | (word >> $1 & 1) }
    for index in stride(from: start, to: table.count, by: 1 << length) {
      table[index] = UInt16(symbol << 4 | length)
    }
  }

  /// The next symbol; `nil` where the bits are no word.
  func symbol(_ bits: inout BitReader) -> Int? {
    let entry = Int(table[bits.peek(width)])
    guard entry != 0, bits.skip(entry & 0xF) else { return nil }
    return entry >> 4
  }
}

/// Reads bits, in each byte the lowest first.
struct BitReader {
  private let bytes: ArraySlice<UInt8>
  /// The byte that is read next.
  private(set) var position: Int
  private var buffer: UInt64 = 0
  private var buffered = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next bits, at most 32, without going on; behind the end they are 0.
  mutating func peek(_ count: Int) -> Int {
    while buffered < count, position < bytes.endIndex {
      buffer |= UInt64(bytes[position]) << UInt64(buffered)
      (position, buffered) = (position + 1, buffered + 8)
    }
    return Int(buffer & (1 << UInt64(count) - 1))
  }

  /// Goes on; `false` where there are not so many bits.
  mutating func skip(_ count: Int) -> Bool {
    guard count <= buffered else { return false }
    buffer >>= UInt64(count)
    buffered -= count
    return true
  }

  /// A number of so many bits; `nil` at the end.
  mutating func number(_ count: Int) -> Int? {
    let number = peek(count)
    return skip(count) ? number : nil
  }

  /// Goes on to the next whole byte.
  mutating func align() {
    _ = skip(buffered % 8)
    position -= buffered / 8
    (buffer, buffered) = (0, 0)
  }

  /// The next whole bytes; `nil` where there are not so many.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    align()
    guard count <= bytes.endIndex - position else { return nil }
    defer { position += count }
    return bytes[position..<(position + count)]
  }
}
