import GeoModel

/// An entry of a history that is not an update: what the network does.
///
/// `A send`, `deliver`, `deliver 2`, `cut A`, `merge`. Without a number the message meant is the
/// next one.
enum NetworkEntry: Equatable, Sendable {
  case send(from: Int)
  case deliver(Int?)
  case duplicate(Int?)
  case postpone(Int?)
  case drop(Int?)
  case cut(Int)
  case heal(Int)
  case merge

  static let usage = "deliver, duplicate, postpone, drop, merge, cut REPLICA or heal REPLICA"

  /// - Parameter names: of all replicas, in their order.
  init?(_ words: [String], names: [ReplicaID]) {
    func place(_ index: Int) -> Int? {
      words.count == 2 ? names.firstIndex { $0.name == words[index] } : nil
    }
    let number = words.count == 2 ? Int(words[1]) : nil
    guard words.count == 1 || words.count == 2 else { return nil }
    if words.last == "send", let from = place(0) {
      self = .send(from: from)
    } else if words[0] == "cut", let place = place(1) {
      self = .cut(place)
    } else if words[0] == "heal", let place = place(1) {
      self = .heal(place)
    } else if words == ["merge"] {
      self = .merge
    } else if words.count == 1 || number != nil, let make = Self.ofMessage[words[0]] {
      self = make(number)
    } else {
      return nil
    }
  }

  private static let ofMessage: [String: @Sendable (Int?) -> NetworkEntry] = [
    "deliver": { .deliver($0) }, "duplicate": { .duplicate($0) }, "postpone": { .postpone($0) },
    "drop": { .drop($0) },
  ]

  /// What happens among the replicas, one step after the other.
  func steps<State: Replicated>(in gossip: Gossip<State>) -> [GossipStep<State.Update>] {
    let next = gossip.nextMessage?.number
    return switch self {
    case .send(let from): gossip.others(of: from).map { .send(from: from, to: $0) }
    case .deliver(let number): (number ?? next).map { [.deliver($0)] } ?? []
    case .duplicate(let number): (number ?? next).map { [.duplicate($0)] } ?? []
    case .postpone(let number): (number ?? next).map { [.postpone($0)] } ?? []
    case .drop(let number): (number ?? next).map { [.drop($0)] } ?? []
    case .cut(let place): gossip.others(of: place).map { .cut(place, $0) }
    case .heal(let place): gossip.others(of: place).map { .heal(place, $0) }
    case .merge: gossip.pairs.map { .exchange($0, $1) }
    }
  }

  /// The message that the entry is about.
  func message<State: Replicated>(in gossip: Gossip<State>) -> Gossip<State>.Message? {
    switch self {
    case .deliver(let number), .duplicate(let number), .postpone(let number), .drop(let number):
      number.map { gossip.message($0) } ?? gossip.nextMessage
    case .send, .cut, .heal, .merge: nil
    }
  }
}

extension Gossip {
  func others(of place: Int) -> [Int] { replicas.indices.filter { $0 != place } }

  /// Every two replicas, the lower place first.
  var pairs: [(Int, Int)] {
    replicas.indices.flatMap { one in
      replicas.indices.dropFirst(one + 1).map { (one, $0) }
    }
  }

  func isCutOff(_ place: Int) -> Bool { others(of: place).contains { isCut(place, $0) } }

  var hasConverged: Bool { replicas.allSatisfy { $0 == replicas[0] } }
}
