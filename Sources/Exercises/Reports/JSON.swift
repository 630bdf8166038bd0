/// A JSON text in the making (RFC 8259). Members keep the order in which they are given.
enum JSON {
  case string(String)
  case number(UInt64)
  case bool(Bool)
  case array([JSON])
  case object([(String, JSON)])

  static func number(_ count: Int) -> JSON { .number(UInt64(count)) }

  /// The members that have a value.
  static func object(present members: [(String, JSON?)]) -> JSON {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// Indented by two spaces.
  var text: String { text(indentation: "") }

  private func text(indentation: String) -> String {
    let inner = indentation + "  "
    switch self {
    case .string(let string): return Self.quoted(string)
    case .number(let number): return String(number)
    case .bool(let claim): return claim ? "true" : "false"
    case .array(let items):
      return Self.block("[", items.map { inner + $0.text(indentation: inner) }, "]", indentation)
    case .object(let members):
      let lines = members.map { name, value in
        "\(inner)\(Self.quoted(name)): \(value.text(indentation: inner))"
      }
      return Self.block("{", lines, "}", indentation)
    }
  }

  private static func block(
    _ open: String, _ lines: [String], _ close: String, _ indentation: String
  ) -> String {
    lines.isEmpty
      ? open + close : "\(open)\n\(lines.joined(separator: ",\n"))\n\(indentation)\(close)"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case ..<" ":
        "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2)
          + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
