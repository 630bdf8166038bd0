import GeoModel
import Testing

/// What a replica tells others, as a value and as bytes.
struct TextUpdateTests {
  @Test(arguments: 0..<40)
  func `an encoded text is read as the same text`(seed: Int) throws {
    let text = try Self.text(seed: seed)
    let bytes = text.update().encoded
    let update = try TextUpdate(decoding: bytes)
    #expect(update == text.update())
    var fresh = SplitRGA()
    try fresh.merge(update)
    #expect(fresh == text)
    #expect(fresh.update().encoded == bytes)
  }

  @Test(arguments: 0..<40)
  func `an update holds what came since a version and no more`(seed: Int) throws {
    let steps = TextStep.random(60, replicas: 3, seed: UInt64(seed))
    let early = try TextHistory<SplitRGA>(replicas: 3, Array(steps.prefix(30))).replicas[0]
    let late = try TextHistory<SplitRGA>(replicas: 3, steps).replicas[0]
    let update = late.update(since: early.version)
    var merged = early
    try merged.merge(update)
    #expect(merged == late)
    #expect(update.encoded.count <= late.update().encoded.count)
    #expect(late.update(since: late.version).isEmpty)
  }

  @Test(arguments: 0..<40)
  func `updates that come twice and overlap change nothing`(seed: Int) throws {
    let steps = TextStep.random(60, replicas: 3, seed: UInt64(seed))
    let versions = try [10, 25, 40].map { count in
      try TextHistory<SplitRGA>(replicas: 3, Array(steps.prefix(count))).replicas[1]
    }
    let late = try TextHistory<SplitRGA>(replicas: 3, steps).replicas[1]
    var merged = versions[0]
    for early in [versions[0], versions[0], versions[2], versions[1]] {
      try merged.merge(late.update(since: early.version))
      #expect(merged == late)
    }
  }

  @Test func `an update that leaves a gap is refused`() throws {
    var text = SplitRGA()
    try text.apply(.insert(at: 0, "ab"), at: "A")
    let version = text.version
    try text.apply(.insert(at: 2, "c"), at: "A")
    var fresh = SplitRGA()
    #expect(throws: TextUpdateFault.gap("A")) { try fresh.merge(text.update(since: version)) }
    #expect(fresh.value == "")
  }

  @Test func `an update whose predecessor is not known is refused`() throws {
    var a = SplitRGA()
    try a.apply(.insert(at: 0, "ab"), at: "A")
    let version = a.version
    try a.apply(.insert(at: 1, "x"), at: "B")
    var fresh = SplitRGA()
    #expect(throws: TextUpdateFault.unknown(ElementID(1, "A"))) {
      try fresh.merge(a.update(since: version))
    }
  }

  @Test func `the bytes of a small text are those that the format says`() throws {
    var text = SplitRGA()
    try text.apply(.insert(at: 0, "hé"), at: "A")
    try text.apply(.delete(at: 0, count: 1), at: "B")
    let authors: [UInt8] = [2, 1, 0x41, 0, 0, 1, 0x42, 0, 0]
    let scalars: [UInt8] = [3, 0x68, 0xC3, 0xA9]
    // One insertion of 2 behind nothing; one deletion of 1 by the author 1, of the element 1.
    #expect(
      text.update().encoded == Array("RGA1".utf8) + authors + scalars
        + [1, 1 << 3 | 2, 0] + [1, 1, 1, 2])
  }

  static func text(seed: Int) throws -> SplitRGA {
    let steps = TextStep.random(80, replicas: 3, seed: UInt64(seed))
    let replicas = try TextHistory<SplitRGA>(replicas: 3, steps).replicas
    return replicas.reduce(SplitRGA()) { $0.merged(with: $1) }
  }
}

/// Bytes that are no update.
struct TextDecodingTests {
  @Test func `an update that is cut off is refused wherever it is cut`() throws {
    let bytes = try TextUpdateTests.text(seed: 1).update().encoded
    for count in 0..<bytes.count {
      #expect(throws: TextDecodingFault.self) {
        try TextUpdate(decoding: Array(bytes.prefix(count)))
      }
    }
  }

  @Test(arguments: [
    (Array("RGA2".utf8), 0, TextDecodingFault.Kind.unknownFormat),
    (mark + [0, 0, 0, 0, 7], 8, .tooManyBytes),
    (mark + [1, 1, 0xFF, 0, 0, 0, 0, 0], 6, .notUTF8),
    (mark + [0, 1, 0xFF, 0, 0], 6, .notUTF8),
    (mark + [0, 1, 0x61, 1, 0, 0], 9, .unknownAuthor),
    (mark + [0, 1, 0x61, 0, 0], 8, .wrongLength),
    (mark + [0, 9], 5, .numberTooGreat),
    (mark + [0x80], 5, .endOfBytes),
    (mark + [1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0], 12, .numberTooGreat),
  ])
  func `a mistake is named with its place`(bytes: [UInt8], byte: Int, kind: TextDecodingFault.Kind)
  {
    #expect(throws: TextDecodingFault(byte: byte, kind: kind)) {
      try TextUpdate(decoding: bytes)
    }
  }

  @Test(arguments: 0..<20)
  func `no bytes can stop the program`(seed: Int) throws {
    var dice = SplitMix64(seed: UInt64(seed))
    let text = try TextUpdateTests.text(seed: seed)
    let bytes = text.update().encoded
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0...dice.integer(in: 0...3) {
        let place = dice.integer(in: 0...(damaged.count - 1))
        damaged[place] = UInt8(dice.integer(in: 0...255))
      }
      follow(damaged, SplitRGA())
      follow(damaged, text)
    }
    for _ in 0..<300 {
      let noise = (0..<dice.integer(in: 0...60)).map { _ in UInt8(dice.integer(in: 0...24)) }
      follow(Self.mark + noise, text)
    }
  }

  /// Whatever was followed before a mistake, the text can be used.
  private func follow(_ bytes: [UInt8], _ text: SplitRGA) {
    var text = text
    do {
      try text.merge(TextUpdate(decoding: bytes))
    } catch {
      #expect(error is TextDecodingFault || error is TextUpdateFault)
    }
    #expect(text.value.unicodeScalars.count == text.count)
    #expect(throws: Never.self) { try text.apply(.insert(at: text.count, "x"), at: "Z") }
    #expect(text.elements.count == text.size.visible + text.size.tombstones)
  }

  static let mark = Array("RGA1".utf8)
}
