/// Reads JSON from its bytes, value by value, as the caller expects them.
///
/// For files of many megabytes, of which a tree of values would be many times as large.
struct JSONScanner {
  /// Something else stood where a value was expected.
  struct Fault: Error, Equatable {
    /// The byte, from 0.
    let byte: Int
    /// What would have been right: `a number`.
    let expectation: String
  }

  private static let deepest = 64

  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func fault(_ expectation: String) -> Fault { Fault(byte: position, expectation: expectation) }

  /// Where the next value begins.
  mutating func startOfValue() -> Int {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
    return position
  }

  mutating func readEnd() throws(Fault) {
    guard startOfValue() == bytes.count else { throw fault("the end of the file") }
  }

  /// - Parameter member: reads the value of a key.
  mutating func readObject(
    _ member: (inout JSONScanner, String) throws(Fault) -> Void
  ) throws(Fault) {
    try readItems(from: "{", to: "}", "an object") { (scanner) throws(Fault) in
      _ = scanner.startOfValue()
      let key = try scanner.readString("a key in quotes")
      guard scanner.skip(":") else { throw scanner.fault("a colon") }
      try member(&scanner, key)
    }
  }

  /// - Parameter element: reads a value.
  mutating func readArray(
    _ element: (inout JSONScanner) throws(Fault) -> Void
  ) throws(Fault) {
    try readItems(from: "[", to: "]", "a list", element)
  }

  private mutating func readItems(
    from start: Unicode.Scalar, to end: Unicode.Scalar, _ expectation: String,
    _ item: (inout JSONScanner) throws(Fault) -> Void
  ) throws(Fault) {
    guard skip(start) else { throw fault(expectation) }
    if skip(end) { return }
    repeat { try item(&self) } while skip(",")
    guard skip(end) else { throw fault("a comma or \(end)") }
  }

  /// A whole number from 0 on.
  mutating func readNumber() throws(Fault) -> Int {
    let start = startOfValue()
    var number = 0
    while let byte = next, (0x30...0x39).contains(byte), number < 1 << 48 {
      number = 10 * number + Int(byte & 0xF)
      position += 1
    }
    guard position > start, next.map({ !".eE0123456789".utf8.contains($0) }) ?? true else {
      position = start
      throw fault("a whole number from 0 to 2^48")
    }
    return number
  }

  mutating func readString(_ expectation: String = "a text in quotes") throws(Fault) -> String {
    guard skip("\"") else { throw fault(expectation) }
    let start = position
    while let byte = next, byte != 0x22, byte != 0x5C, byte >= 0x20 { position += 1 }
    if next == 0x22, let text = String(validating: bytes[start..<position], as: UTF8.self) {
      position += 1
      return text
    }
    position = start
    return try readEscapedString()
  }

  private mutating func readEscapedString() throws(Fault) -> String {
    var text: [UInt8] = []
    let start = position
    while let byte = next, byte != 0x22, byte >= 0x20 {
      position += 1
      if byte == 0x5C { try readEscape(into: &text) } else { text.append(byte) }
    }
    guard next == 0x22 else { throw fault("the quote that ends the text") }
    guard let text = String(validating: text, as: UTF8.self) else {
      position = start
      throw fault("a text in UTF-8")
    }
    position += 1
    return text
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(Fault) {
    let escapes = Array("\"\\/bfnrt".utf8)
    let meanings: [UInt8] = [0x22, 0x5C, 0x2F, 0x08, 0x0C, 0x0A, 0x0D, 0x09]
    if let place = escapes.firstIndex(where: { $0 == next }) {
      position += 1
      return text.append(meanings[place])
    }
    guard next == 0x75 else { throw fault("an escape of JSON") }
    var code = try readCode()
    if (0xD800..<0xDC00).contains(code), next == 0x5C, bytes.dropFirst(position + 1).first == 0x75 {
      position += 1
      let low = try readCode()
      guard (0xDC00..<0xE000).contains(low) else { throw fault("the other half of a surrogate") }
      code = 0x10000 + (code - 0xD800) << 10 + low - 0xDC00
    }
    guard let scalar = Unicode.Scalar(code) else { throw fault("a Unicode scalar") }
    text += Array(String(Character(scalar)).utf8)
  }

  /// The four digits behind a `u`.
  private mutating func readCode() throws(Fault) -> UInt32 {
    position += 1
    let digits = String(decoding: bytes.dropFirst(position).prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
      let code = UInt32(digits, radix: 16)
    else { throw fault("four hexadecimal digits") }
    position += 4
    return code
  }

  /// Passes over a value of any kind.
  mutating func skipValue(depth: Int = 0) throws(Fault) {
    _ = startOfValue()
    guard depth < Self.deepest else { throw fault("fewer values within each other") }
    switch next.map({ Unicode.Scalar($0) }) {
    case "{":
      try readObject { (scanner, _) throws(Fault) in try scanner.skipValue(depth: depth + 1) }
    case "[": try readArray { (scanner) throws(Fault) in try scanner.skipValue(depth: depth + 1) }
    case "\"": _ = try readString()
    default: try skipWord()
    }
  }

  private mutating func skipWord() throws(Fault) {
    let start = position
    while let byte = next, !",]}: \n\r\t".utf8.contains(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
      position = start
      throw fault("a value")
    }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    _ = startOfValue()
    guard let byte = next, UInt32(byte) == sign.value else { return false }
    position += 1
    return true
  }
}
