import Content
import GeoModel

/// A sentence of an option that the model can decide: `majority of 4 > majority of 3`.
struct Claim: Sendable {
  private enum Relation: Character, CaseIterable {
    case equal = "="
    case less = "<"
    case more = ">"

    func holds(_ left: Double, _ right: Double) -> Bool {
      switch self {
      case .equal: Tolerance().isEqual(left, right)
      case .less: left < right && !Tolerance().isEqual(left, right)
      case .more: left > right && !Tolerance().isEqual(left, right)
      }
    }
  }

  let isTrue: Bool

  /// - Parameter text: two sides with =, < or > between; at most one of them is a plain number.
  init(_ text: String, topology: Topology, atlas: Atlas) throws(MistakenText) {
    guard let sign = text.firstIndex(where: { Relation(rawValue: $0) != nil }),
      let relation = Relation(rawValue: text[sign])
    else {
      throw MistakenText("'\(text)' claims nothing; put =, < or > between two numbers")
    }
    let left = text[..<sign].trimmed
    let right = text[text.index(after: sign)...].trimmed
    let number = try Self.measure(of: left, topology: topology, atlas: atlas)
    if let dimension = number?.dimension,
      let plain = try? TypedNumber(right, as: dimension, noun: nil)  // else it is an expression
    {
      isTrue = relation.holds(number?.value ?? 0, plain.value)
      return
    }
    let other = try Self.measure(of: right, topology: topology, atlas: atlas)
    guard let number, let other, number.dimension == other.dimension else {
      throw MistakenText("'\(left)' and '\(right)' cannot be compared")
    }
    isTrue = relation.holds(number.value, other.value)
  }

  private static func measure(
    of text: String, topology: Topology, atlas: Atlas
  ) throws(MistakenText) -> (dimension: Dimension, value: Double)? {
    let expression = try ModelExpression.read(text, topology: topology, atlas: atlas)
    return expression.value(in: topology).measure
  }
}
