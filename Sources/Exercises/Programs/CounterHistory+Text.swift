import GeoModel

extension CounterHistory {
  /// The history to read, a line for each step; one that is repeated at once is one line.
  package var lines: [String] {
    var lines: [(text: String, count: Int)] = []
    for step in steps {
      let text = text(of: step)
      if lines.last?.text == text, step.count == nil {
        lines[lines.count - 1].count += 1
      } else {
        lines.append((text, 1))
      }
    }
    return lines.map { $0.text + Self.times($0.count) }
  }

  /// How a counter is called: A, B; old1 for a copy.
  package func name(of place: Int) -> String {
    if place >= nodes.count { return "old\(place - nodes.count + 1)" }
    return place < Self.letters.count ? Self.letters[place].name : "R\(place + 1)"
  }

  /// A step as a call, such as `A.increment("A") 3 times`.
  package func text(of step: Step) -> String {
    switch step {
    case .increment(let at, let count):
      "\(name(of: at)).increment(\(Self.quoted(nodes[at])))\(Self.times(count))"
    case .decrement(let at, let count):
      "\(name(of: at)).decrement(\(Self.quoted(nodes[at])))\(Self.times(count))"
    case .copy(let of, let place): "\(name(of: place)) = copy of \(name(of: of))"
    case .merge(let from, let into): "\(name(of: into)).merge(\(name(of: from)))"
    case .gather(let into, let count):
      count == 1
        ? "\(name(of: into)) merges a new counter that counted 1 at \"node-1\""
        : "\(name(of: into)) merges \(count) new counters that each counted 1, "
          + "at \"node-1\" to \"node-\(count)\""
    case .value(let of): "\(name(of: of)).value()"
    }
  }

  private static func times(_ count: Int) -> String { count == 1 ? "" : " \(count) times" }

  private static let longestID = 24

  /// An id between quotes: escaped where it would not show, and shortened.
  private static func quoted(_ node: ReplicaID) -> String {
    let scalars = node.name.unicodeScalars
    let shown = scalars.prefix(longestID).map(escaped).joined()
    guard scalars.count > longestID else { return "\"\(shown)\"" }
    return "\"\(shown)…\" (\(scalars.count) characters)"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case _
    where scalar.properties.canonicalCombiningClass == .notReordered
      && Character(scalar).isPrintable:
      String(scalar)
    default: "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
}
