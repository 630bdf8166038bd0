/// Expands deflated bytes (RFC 1951).
struct Inflate {
  private(set) var output: [UInt8] = []
  private var bits: BitReader
  private let limit: Int

  /// - Parameters:
  ///   - bytes: with deflated ones at the beginning.
  ///   - limit: how many bytes may come out.
  init(_ bytes: ArraySlice<UInt8>, limit: Int) throws(GzipFault) {
    bits = BitReader(bytes)
    self.limit = limit
    while try !readBlock() {}
    bits.align()
  }

  /// Where the deflated bytes end.
  var end: Int { bits.position }

  /// - Returns: whether it was the last one.
  private mutating func readBlock() throws(GzipFault) -> Bool {
    let isLast = try number(1) == 1
    switch try number(2) {
    case 0: try copyStored()
    case 1: try readSymbols(Self.fixedLiterals, Self.fixedDistances)
    case 2:
      let (literals, distances) = try readCodes()
      try readSymbols(literals, distances)
    default: throw fault(.damaged)
    }
    return isLast
  }

  private mutating func copyStored() throws(GzipFault) {
    bits.align()
    let count = try number(16)
    guard try number(16) == count ^ 0xFFFF else { throw fault(.damaged) }
    guard let stored = bits.bytes(count) else { throw fault(.cutOff) }
    guard output.count + count <= limit else { throw fault(.tooLong) }
    output += stored
  }

  private mutating func readSymbols(
    _ literals: HuffmanCode?, _ distances: HuffmanCode?
  ) throws(GzipFault) {
    guard let literals, let distances else { throw fault(.damaged) }
    while true {
      guard let symbol = literals.symbol(&bits) else { throw fault(.damaged) }
      guard output.count < limit else { throw fault(.tooLong) }
      switch symbol {
      case 0..<256: output.append(UInt8(symbol))
      case 256: return
      default: try copy(Self.lengths, symbol - 257, distances)
      }
    }
  }

  /// Repeats what came before.
  private mutating func copy(
    _ lengths: [Span], _ symbol: Int, _ distances: HuffmanCode
  ) throws(GzipFault) {
    let length = try number(lengths, symbol)
    guard let symbol = distances.symbol(&bits) else { throw fault(.damaged) }
    let distance = try number(Self.distances, symbol)
    guard distance <= output.count else { throw fault(.damaged) }
    guard output.count + length <= limit else { throw fault(.tooLong) }
    for _ in 0..<length { output.append(output[output.count - distance]) }
  }

  private mutating func number(_ spans: [Span], _ symbol: Int) throws(GzipFault) -> Int {
    guard spans.indices.contains(symbol) else { throw fault(.damaged) }
    return spans[symbol].base + (try number(spans[symbol].bits))
  }

  private mutating func number(_ count: Int) throws(GzipFault) -> Int {
    guard let number = bits.number(count) else { throw fault(.cutOff) }
    return number
  }

  private func fault(_ kind: GzipFault.Kind) -> GzipFault {
    GzipFault(byte: bits.position, kind: kind)
  }
}

// MARK: - Codes

extension Inflate {
  /// The numbers from a base on that a symbol and some bits behind it stand for.
  private struct Span {
    let base: Int
    let bits: Int
  }

  private static let lengths = spans(from: 3, group: 4, count: 28) + [Span(base: 258, bits: 0)]
  private static let distances = spans(from: 1, group: 2, count: 30)

  /// Two groups without bits, then one bit more in each group.
  private static func spans(from base: Int, group: Int, count: Int) -> [Span] {
    var base = base
    return (0..<count).map { symbol in
      let span = Span(base: base, bits: max(0, symbol / group - 1))
      base += 1 << span.bits
      return span
    }
  }

  private static let fixedLiterals = HuffmanCode(
    lengths: [(8, 144), (9, 112), (7, 24), (8, 8)].flatMap {
      [UInt8](repeating: $0.0, count: $0.1)
    })
  private static let fixedDistances = HuffmanCode(lengths: Array(repeating: 5, count: 30))

  /// In which order the lengths of the words for lengths come.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func readCodes() throws(GzipFault) -> (HuffmanCode?, HuffmanCode?) {
    let literals = try number(5) + 257
    let distances = try number(5) + 1
    var words = [UInt8](repeating: 0, count: 19)
    for place in Self.order.prefix(try number(4) + 4) { words[place] = UInt8(try number(3)) }
    guard let code = HuffmanCode(lengths: words) else { throw fault(.damaged) }
    let lengths = try readLengths(literals + distances, code)
    return (
      HuffmanCode(lengths: Array(lengths[..<literals])),
      HuffmanCode(lengths: Array(lengths[literals...]))
    )
  }

  private mutating func readLengths(
    _ count: Int, _ code: HuffmanCode
  ) throws(GzipFault) -> [UInt8] {
    var lengths: [UInt8] = []
    while lengths.count < count {
      guard let symbol = code.symbol(&bits) else { throw fault(.damaged) }
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw fault(.damaged) }
        lengths += Array(repeating: last, count: 3 + (try number(2)))
      case 17: lengths += Array(repeating: 0, count: 3 + (try number(3)))
      case 18: lengths += Array(repeating: 0, count: 11 + (try number(7)))
      default: lengths.append(UInt8(symbol))
      }
    }
    guard lengths.count == count else { throw fault(.damaged) }
    return lengths
  }
}
