/// Reads Swift as far as needed to tell code from comments and text in quotes.
struct CodeReader {
  private enum Context {
    /// Within an interpolation, `parentheses` are open; the code of the file has no end.
    case code(parentheses: Int)
    case text(quotes: Int, hashes: Int)
  }

  /// What may begin or end something; every other byte is what its context is.
  private static let signs = Set("/#\"()\\".utf8)

  private let bytes: [UInt8]
  private var position = 0
  private var contexts = [Context.code(parentheses: 0)]
  private var code: [UInt8] = []

  /// The code of a file; what is left out keeps its line breaks.
  static func code(of text: String) -> String {
    var reader = CodeReader(bytes: Array(text.utf8))
    while reader.position < reader.bytes.count { reader.read() }
    return String(decoding: reader.code, as: UTF8.self)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func read() {
    switch contexts[contexts.count - 1] {
    case .code(let parentheses): readCode(parentheses)
    case .text(let quotes, let hashes): readText(quotes, hashes)
    }
  }

  private mutating func readCode(_ parentheses: Int) {
    guard Self.signs.contains(bytes[position]) else { return keep() }
    if sees("//") { return skip { $0.sees("\n") } }
    if sees("/*") {
      skip { $0.sees("*/") }
      position += 2
      return
    }
    let hashes = count("#")
    if sees("\"", after: hashes) {
      let quotes = sees("\"\"\"", after: hashes) ? 3 : 1
      position += hashes + quotes
      contexts.append(.text(quotes: quotes, hashes: hashes))
      return
    }
    if sees("(") { setParentheses(parentheses + 1) }
    if sees(")") { setParentheses(parentheses - 1) }
    if position < bytes.count { keep() }
  }

  /// The parenthesis that closes an interpolation leads back to the text around it.
  private mutating func setParentheses(_ count: Int) {
    if count < 0, contexts.count > 1 {
      contexts.removeLast()
    } else {
      contexts[contexts.count - 1] = .code(parentheses: count)
    }
  }

  private mutating func readText(_ quotes: Int, _ hashes: Int) {
    guard Self.signs.contains(bytes[position]) else { return leaveOut() }
    let escape = "\\" + String(repeating: "#", count: hashes)
    let end = String(repeating: "\"", count: quotes) + String(repeating: "#", count: hashes)
    if sees(end) {
      position += end.utf8.count
      contexts.removeLast()
    } else if sees(escape + "(") {
      position += escape.utf8.count
      keep()
      contexts.append(.code(parentheses: 0))
    } else {
      let isEscape = sees(escape)
      leaveOut()
      if isEscape { (0...hashes).forEach { _ in leaveOut() } }
    }
  }

  private func sees(_ text: String, after offset: Int = 0) -> Bool {
    bytes.dropFirst(position + offset).starts(with: text.utf8)
  }

  private func count(_ character: Character) -> Int {
    bytes[position...].prefix { $0 == character.asciiValue }.count
  }

  private mutating func keep() {
    code.append(bytes[position])
    position += 1
  }

  private mutating func leaveOut() {
    guard position < bytes.count else { return }
    if bytes[position] == 0x0A { code.append(0x0A) }
    position += 1
  }

  private mutating func skip(until isEnd: (CodeReader) -> Bool) {
    while position < bytes.count, !isEnd(self) { leaveOut() }
  }
}
