import Content

extension CounterReplay {
  /// The scene that plays the learner's counters beside the model's.
  package var directive: Directive {
    let body = """
      counters: \(Self.list(places.map(history.name)))
      history: \(Self.list(history.steps.map(entry)))
      calls: \(Self.list(history.steps.map(history.text)))
      said: \(Self.list(said.map(row)))
      """
    return Directive(
      kind: "scene", name: "counter-merge", body: body, file: "counterexample", line: 0)
  }

  private var places: Range<Int> { 0..<history.places }

  private func entry(_ step: CounterHistory.Step) -> String {
    func name(_ place: Int) -> String { history.name(of: place) }
    return switch step {
    case .increment(let at, let count): "\(name(at)) increment \(count)"
    case .decrement(let at, let count): "\(name(at)) decrement \(count)"
    case .copy(let of, let place): "\(name(place)) copy \(name(of))"
    case .merge(let from, let into): "\(name(into)) merge \(name(from))"
    case .gather(let into, let count): "\(name(into)) gather \(count)"
    case .value(let of): "\(name(of)) value"
    }
  }

  /// What all counters said after a step; a counter that is not there yet says nothing.
  private func row(_ said: [String?]) -> String {
    places.map { said.indices.contains($0) ? said[$0] ?? "" : "" }
      .map { $0.split(separator: "|").joined(separator: "/") }
      .joined(separator: "|")
  }

  /// A list of quoted texts, on one line.
  private static func list(_ texts: [String]) -> String {
    "[" + texts.map { "\"\($0.map(escaped).joined())\"" }.joined(separator: ", ") + "]"
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\"": "\\\""
    case "\\": "\\\\"
    case _ where character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }: " "
    default: String(character)
    }
  }
}
