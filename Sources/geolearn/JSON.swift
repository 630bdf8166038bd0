import Foundation

/// A JSON value that keeps the order of its keys and writes numbers as people do.
package indirect enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  /// Written with at most three decimals, and none where it is whole.
  case number(Double)
  /// Written with all its digits.
  case integer(Int)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Equatable, Sendable {
    let key: String
    let value: JSON

    init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// `null` for what is not there.
  static func optional(_ number: Double?) -> JSON { number.map(JSON.number) ?? .null }

  /// The value as text, an object with one line for each key.
  package var text: String { text(indent: "") }

  private func text(indent: String) -> String {
    switch self {
    case .null: return "null"
    case .bool(let claim): return claim ? "true" : "false"
    case .number(let number): return Self.text(number)
    case .integer(let integer): return String(integer)
    case .string(let text): return Self.quoted(text)
    case .array(let items) where items.contains(where: \.isObject):
      let inner = indent + "  "
      let lines = items.map { inner + $0.text(indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .array(let items):
      return "[\(items.map { $0.text(indent: indent) }.joined(separator: ", "))]"
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      let inner = indent + "  "
      let lines = members.map {
        "\(inner)\(Self.quoted($0.key)): \($0.value.text(indent: inner))"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  private var isObject: Bool { if case .object = self { true } else { false } }

  private static func text(_ number: Double) -> String {
    let thousandths = (number * 1000).rounded()
    // JSON has no infinity, and no number here is that large.
    guard thousandths.isFinite, abs(thousandths) < 1e15 else { return "null" }
    let whole = Int(thousandths)
    let sign = whole < 0 ? "-" : ""
    let digits = String(whole.magnitude % 1000)
    let fraction = String(repeating: "0", count: 3 - digits.count) + digits
    let kept = String(fraction.reversed().drop { $0 == "0" }.reversed())
    return "\(sign)\(whole.magnitude / 1000)\(kept.isEmpty ? "" : ".\(kept)")"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default:
        scalar.value < 0x20
          ? "\\u" + String(repeating: "0", count: scalar.value < 0x10 ? 3 : 2)
            + String(scalar.value, radix: 16) : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
