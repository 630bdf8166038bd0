import GeoModel

/// What a learner does to the network between replicas, whatever they hold.
enum NetworkAct: Character, CaseIterable {
  case send = "s"
  case deliver = "d"
  case merge = "b"
  case cut = "c"
  case duplicate = "y"
  case postpone = "o"
  case drop = "x"

  static var all: [Act] {
    allCases.map { Act($0.rawValue, $0.meaning, word: $0.word) }
  }

  private var word: String? {
    switch self {
    case .send: "send"
    case .deliver: "deliver"
    case .merge: "merge"
    case .cut: "cut"
    case .duplicate, .postpone, .drop: nil
    }
  }

  private var meaning: String {
    switch self {
    case .send: "send a copy of its state to the others"
    case .deliver: "deliver the next message"
    case .merge: "merge both ways, from copies of before"
    case .cut: "cut its links, or heal them"
    case .duplicate: "send the next message twice"
    case .postpone: "let the next message fall behind the others"
    case .drop: "lose the next message"
    }
  }

  /// The entry of a history; `nil` where there is nothing to do it to.
  static func entry<State: Replicated>(for stroke: Stroke, at site: ReplicaSite<State>) -> String? {
    guard case .act(let key) = stroke, let act = NetworkAct(rawValue: key) else { return nil }
    let gossip = site.gossip
    return switch act {
    case .send: "\(site.name) send"
    case .cut: "\(gossip.isCutOff(site.place) ? "heal" : "cut") \(site.name)"
    case .merge: "merge"
    case .deliver, .duplicate, .postpone, .drop:
      gossip.nextMessage.map { "\(act) \($0.number)" }
    }
  }
}
