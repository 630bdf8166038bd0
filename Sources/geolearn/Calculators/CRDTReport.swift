import App
import Content
import Drawing
import GeoModel

/// What the replicas of a script hold in the end: what `calc crdt` says.
struct CRDTReport {
  let script: CRDTScript
  let outcome: CRDTOutcome

  var json: JSON {
    .object([
      JSON.Member("converged", .bool(outcome.hasConverged)),
      JSON.Member(
        "replicas",
        .object(
          outcome.replicas.map { replica in
            JSON.Member(
              replica.id.name,
              .object([
                JSON.Member("value", replica.value.json), JSON.Member("state", replica.state.json),
              ]))
          })),
    ])
  }

  func text(marks: Marks) -> String {
    let count = script.steps.count == 1 ? "one step" : "\(script.steps.count) steps"
    let heading = "\(script.type.rawValue), after \(count)"
    let parts = [heading] + outcome.replicas.map { text(of: $0, marks) } + [verdict]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private func text(of replica: CRDTOutcome.Replica, _ marks: Marks) -> String {
    let rows = [["value", replica.value.text]] + replica.state.rows
    let table = Table(
      columns: [Table.Column(replica.id.name.readable), Table.Column("")],
      rows: rows.map { $0.map { StyledText($0) } })
    return table.text(marks: marks)
  }

  private var verdict: String {
    if outcome.replicas.count == 1 { return "There is one replica only." }
    return outcome.hasConverged
      ? "The replicas have converged: all states are equal."
      : "The replicas have not converged: their states differ."
  }
}

// MARK: - For programs

extension CRDTValue {
  fileprivate var json: JSON {
    switch self {
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    case .texts(let texts): .strings(texts)
    case .nothing: .null
    }
  }
}

extension StateTree {
  fileprivate var json: JSON {
    switch self {
    case .nothing: .null
    case .flag(let flag): .bool(flag)
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    case .list(let trees): .array(trees.map(\.json))
    case .record(let members): .object(members.map { JSON.Member($0.name, $0.value.json) })
    }
  }
}

// MARK: - For people

extension CRDTValue {
  fileprivate var text: String {
    switch self {
    case .number(let number): Quantity.count(number).text
    case .text(let text): text.readable
    case .texts(let texts):
      texts.isEmpty ? "nothing" : texts.map(\.readable).joined(separator: ", ")
    case .nothing: "nothing"
    }
  }
}

extension StateTree {
  /// The members of a state, each with what it holds; a list of records has a row for each.
  fileprivate var rows: [[String]] {
    guard case .record(let members) = self else { return [["state", text]] }
    return members.flatMap { member in
      guard case .list(let items) = member.value, items.contains(where: \.isRecord) else {
        return [[member.name, member.value.text]]
      }
      return items.enumerated().map { index, item in [index == 0 ? member.name : "", item.text] }
    }
  }

  private var isRecord: Bool { if case .record = self { true } else { false } }

  private var text: String {
    switch self {
    case .nothing: "nothing"
    case .flag(let flag): flag ? "yes" : "no"
    case .number(let number): Quantity.count(number).text
    case .text(let text): text.readable
    case .list(let items): items.isEmpty ? "nothing" : items.map(\.text).joined(separator: ", ")
    case .record(let members):
      members.isEmpty ? "nothing" : members.map(Self.text).joined(separator: "   ")
    }
  }

  private static func text(of member: Member) -> String {
    "\(member.name.readable) \(member.value.text)"
  }
}

extension String {
  /// The text alone where it reads as one word or several; in quotes, with escapes, where it does not.
  var readable: String {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " :-_.".unicodeScalars.contains(scalar)
    }
    guard !isPlain || isEmpty || first == " " || last == " " else { return self }
    return unicodeScalars.reduce(into: "\"") { quoted, scalar in
      quoted += scalar.isShown ? String(scalar) : scalar.escaped(asASCII: true)
    } + "\""
  }
}

extension Unicode.Scalar {
  /// Whether a terminal shows the scalar, and shows nothing else for it.
  fileprivate var isShown: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: self != "\"" && self != "\\"
    }
  }
}
