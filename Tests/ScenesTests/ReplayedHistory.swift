import GeoModel

/// A history played on a plain type of the model, as another reading of the same entries.
struct ReplayedHistory<State: Replicated> {
  private(set) var gossip: Gossip<State>

  /// - Parameter update: what the words behind the name of a replica ask for.
  init(
    _ entries: [String], replicas: Int = 2, from initial: State = State(),
    update: (_ words: [String], _ place: Int) -> State.Update?
  ) {
    gossip = Gossip(["A", "B", "C"].prefix(replicas).map { ReplicaID($0) }, state: initial)
    for entry in entries {
      let words = entry.split(separator: " ").map(String.init)
      let steps = network(words) ?? [change(words, update)].compactMap(\.self)
      for step in steps { try? gossip.take(step) }  // what is refused changes nothing
    }
  }

  private func place(_ name: String) -> Int? { gossip.names.firstIndex { $0.name == name } }

  private func change(
    _ words: [String], _ update: (_ words: [String], _ place: Int) -> State.Update?
  ) -> GossipStep<State.Update>? {
    place(words[0]).flatMap { place in
      update(Array(words.dropFirst()), place).map { .update($0, at: place) }
    }
  }

  private func network(_ words: [String]) -> [GossipStep<State.Update>]? {
    let number = words.count > 1 ? Int(words[1]) : gossip.nextMessage?.number
    switch words[0] {
    case "deliver": return number.map { [.deliver($0)] } ?? []
    case "duplicate": return number.map { [.duplicate($0)] } ?? []
    case "postpone": return number.map { [.postpone($0)] } ?? []
    case "drop": return number.map { [.drop($0)] } ?? []
    case "merge": return pairs.map { .exchange($0, $1) }
    case "cut", "heal":
      guard let one = place(words[1]) else { return nil }
      return others(of: one).map { words[0] == "cut" ? .cut(one, $0) : .heal(one, $0) }
    default:
      guard words.last == "send", let one = place(words[0]) else { return nil }
      return others(of: one).map { .send(from: one, to: $0) }
    }
  }

  private func others(of one: Int) -> [Int] { gossip.replicas.indices.filter { $0 != one } }

  private var pairs: [(Int, Int)] {
    gossip.replicas.indices.flatMap { one in
      gossip.replicas.indices.filter { $0 > one }.map { (one, $0) }
    }
  }
}

extension ReplayedHistory {
  var replicas: [State] { gossip.replicas }

  /// Whether a value is the same everywhere.
  func agree<Part: Equatable>(_ part: (State) -> Part) -> Bool {
    replicas.allSatisfy { part($0) == part(replicas[0]) }
  }
}
