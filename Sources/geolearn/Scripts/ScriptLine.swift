import Content

/// One line of a script: a JSON object of texts, whole numbers and lists of texts.
struct ScriptLine {
  /// A mistake in the line, at a byte of it.
  struct Fault: Error, Equatable {
    /// From 0.
    let byte: Int
    let message: String
  }

  private enum Value {
    case text(String)
    case texts([String])
    case number(Int)
    /// What no field takes, as it is written.
    case other(String)
  }

  private struct Field {
    let name: String
    let value: Value
    /// Where the value begins.
    let byte: Int
  }

  private let bytes: [UInt8]
  /// In the order of the line.
  private var fields: [Field] = []

  init(_ bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    var repeated: Field?
    do throws(JSONScanner.Fault) {
      var scanner = JSONScanner(bytes)
      try scanner.readObject { (scanner, name) throws(JSONScanner.Fault) in
        let start = scanner.startOfValue()
        let field = Field(name: name, value: try value(&scanner), byte: start)
        if fields.contains(where: { $0.name == name }) { repeated = repeated ?? field }
        fields.append(field)
      }
      guard scanner.startOfValue() == bytes.count else {
        throw scanner.fault("the end of the line")
      }
    } catch {
      throw Fault(byte: error.byte, message: "expected \(error.expectation)")
    }
    if let repeated {
      throw Fault(byte: repeated.byte, message: "'\(repeated.name)' is given twice; keep one")
    }
  }

  private func value(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Value {
    let start = scanner.position
    switch bytes.dropFirst(start).first.map({ Unicode.Scalar($0) }) {
    case "\"": return .text(try scanner.readString())
    case "[":
      var texts: [String] = []
      try scanner.readArray { (scanner) throws(JSONScanner.Fault) in
        texts.append(try Self.element(&scanner))
      }
      return .texts(texts)
    default:
      try scanner.skipValue()
      let word = String(decoding: bytes[start..<scanner.position], as: UTF8.self)
      return Self.number(word).map(Value.number) ?? .other(word)
    }
  }

  private static func element(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> String {
    _ = scanner.startOfValue()
    return try scanner.readString()
  }

  /// A whole number as JSON writes it.
  private static func number(_ word: String) -> Int? {
    word.wholeMatch(of: /-?(0|[1-9][0-9]*)/).flatMap { _ in Int(word) }
  }
}

// MARK: - Fields

extension ScriptLine {
  /// Where the line begins, for what is missing.
  func fault(_ message: String) -> Fault { Fault(byte: 0, message: message) }

  /// A mistake at the value of a field.
  func fault(at name: String, _ message: String) -> Fault {
    Fault(byte: field(name)?.byte ?? 0, message: message)
  }

  func has(_ name: String) -> Bool { field(name) != nil }

  /// - Parameter expectation: what the text says: `the name of a replica`.
  func text(_ name: String, _ expectation: String) throws(Fault) -> String {
    guard let field = field(name) else {
      throw fault("'\(name)' is missing; it must be \(expectation)")
    }
    guard case .text(let text) = field.value else {
      throw fault(at: name, "\(name) is \(shown(field)); it must be \(expectation), in quotes")
    }
    return text
  }

  /// - Parameter example: as it is written.
  func texts(_ name: String, such example: String) throws(Fault) -> [String] {
    let expectation = "it must be a list such as \(example)"
    guard let field = field(name) else { throw fault("'\(name)' is missing; \(expectation)") }
    guard case .texts(let texts) = field.value else {
      throw fault(at: name, "\(name) is \(shown(field)); \(expectation)")
    }
    return texts
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(Fault) -> Int {
    let expectation = "it must be a whole number, \(range.lowerBound) to \(range.upperBound)"
    guard let field = field(name) else { throw fault("'\(name)' is missing; \(expectation)") }
    guard case .number(let number) = field.value, range.contains(number) else {
      throw fault(at: name, "\(name) is \(shown(field)); \(expectation)")
    }
    return number
  }

  /// - Parameters:
  ///   - names: all that may be there.
  ///   - owner: what the fields are of: `a merge`.
  func requireOnly(_ names: [String], of owner: String) throws(Fault) {
    guard let field = fields.first(where: { !names.contains($0.name) }) else { return }
    let remedy = suggestion(for: field.name, in: names)
    throw fault(at: field.name, "\(owner) has no field '\(field.name.shortened)'; \(remedy)")
  }

  private func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  private func shown(_ field: Field) -> String {
    switch field.value {
    case .text(let text): "\"\(text.shortened)\""
    case .texts: "a list"
    case .number(let number): "\(number)"
    case .other(let word): word.shortened
    }
  }
}

extension String {
  /// What a message can hold of a text that may be of any length.
  fileprivate var shortened: String { count > 40 ? prefix(39) + "…" : self }
}
