import Content
import GeoModel

/// A text of an exercise in which numbers of the model stand in braces.
struct Template: Sendable {
  private enum Part: Sendable {
    case text(String)
    case number(ModelExpression)
  }

  private let parts: [Part]

  init(_ text: String, topology: Topology, atlas: Atlas) throws(MistakenText) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw MistakenText("the { in '\(rest[open...].prefix(20))' has no }")
      }
      parts.append(.text(String(rest[..<open])))
      let inside = String(rest[rest.index(after: open)..<close])
      parts.append(
        .number(try .read(inside, topology: topology, atlas: atlas)))
      rest = rest[rest.index(after: close)...]
    }
    self.parts = parts + [.text(String(rest))]
  }

  /// The text with the numbers of a topology.
  func text(in topology: Topology) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .number(let expression): expression.value(in: topology).text
      }
    }
    .joined()
  }
}

/// What is wrong with a text of an author.
struct MistakenText: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}

extension ModelExpression {
  /// The expression that a text is.
  static func read(
    _ text: String, topology: Topology, atlas: Atlas
  ) throws(MistakenText) -> ModelExpression {
    do throws(ExpressionError) {
      return try ModelExpression(parsing: text, topology: topology, atlas: atlas)
    } catch {
      throw MistakenText(error.message)
    }
  }
}
