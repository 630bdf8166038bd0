import Content
import GeoModel

/// A sentence of an option that the model can decide: `majority of 4 > majority of 3`.
///
/// What a replica holds is compared with a text: `value of or-set after A add milk = milk`.
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

  /// - Parameter text: two sides with =, < or > between; at most one of them is a plain number or a
  ///   plain text.
  init(_ text: String, topology: Topology, atlas: Atlas) throws(MistakenText) {
    guard let sign = text.firstIndex(where: { Relation(rawValue: $0) != nil }),
      let relation = Relation(rawValue: text[sign])
    else {
      throw MistakenText("'\(text)' claims nothing; put =, < or > between two numbers")
    }
    let left = text[..<sign].trimmed
    let right = text[text.index(after: sign)...].trimmed
    let quantity = try Self.quantity(of: left, topology: topology, atlas: atlas)
    if case .contents = quantity {
      guard relation == .equal else {
        throw MistakenText("'\(left)' is a text, which is compared by =")
      }
      isTrue = try Self.holds(quantity, right, topology: topology, atlas: atlas)
      return
    }
    let number = quantity.measure
    if let dimension = number?.dimension,
      let plain = try? TypedNumber(right, as: dimension, noun: nil)  // else it is an expression
    {
      isTrue = relation.holds(number?.value ?? 0, plain.value)
      return
    }
    let other = try Self.quantity(of: right, topology: topology, atlas: atlas).measure
    guard let number, let other, number.dimension == other.dimension else {
      throw MistakenText("'\(left)' and '\(right)' cannot be compared")
    }
    isTrue = relation.holds(number.value, other.value)
  }

  private static func quantity(
    of text: String, topology: Topology, atlas: Atlas
  ) throws(MistakenText) -> Quantity {
    try ModelExpression.read(text, topology: topology, atlas: atlas).value(in: topology)
  }

  /// Whether what a replica holds is what the other side says: a plain text, unless it begins as
  /// an expression for another such text.
  private static func holds(
    _ contents: Quantity, _ right: String, topology: Topology, atlas: Atlas
  ) throws(MistakenText) -> Bool {
    guard right.hasPrefix("value of ") else { return contents.text == right }
    return contents == (try quantity(of: right, topology: topology, atlas: atlas))
  }
}
