import Content
import GeoModel

/// Two replicas of a set that send each other what is new; told beside it: what whole states would
/// have cost.
///
/// Entries are `A add`, `A remove`, `A send`, `deliver`, `duplicate` and `drop`. What is delivered
/// is acknowledged at once.
struct DeltaRules: HistoryRules {
  typealias State = ORSet<String>

  struct Parcel: Equatable, Sendable {
    let from: Int
    let message: DeltaSync<State>.Message
    let wholeBytes: Int

    var to: Int { 1 - from }
    var deltaBytes: Int { message.delta.encodedBytes.count }
  }

  struct Moment: Equatable, Sendable {
    var states: [State]
    /// What each replica knows of the other.
    var peers: [DeltaSync<State>]
    var parcels: [Parcel] = []
    /// By each replica, since the beginning.
    var wholeBytes = [0, 0]
    var deltaBytes = [0, 0]
    /// How many items were added, which names the next one.
    var added: Int
  }

  enum Deed: Equatable, Sendable {
    case add(Int)
    case remove(Int)
    case send(Int)
    case deliver, duplicate, drop
  }

  static let names: [ReplicaID] = ["A", "B"]
  let usage = "A/B add, remove or send, deliver, duplicate or drop"

  let start: Moment

  /// - Parameter items: how many both know at the beginning.
  init(items: Int) {
    let state = DeltaBytes.set(of: items, at: Self.names[0])
    // What both know was sent and acknowledged once.
    var peer = DeltaSync<State>()
    if let message = peer.message(from: state) { peer.acknowledge(message.number) }
    start = Moment(states: [state, state], peers: [peer, peer], added: items)
  }

  func outcome(
    of words: [String], after count: Int, in moment: Moment
  ) -> (deed: Deed, after: Moment)? {
    guard let deed = Self.deed(words) else { return nil }
    var after = moment
    after.take(deed)
    return (deed, after)
  }

  private static func deed(_ words: [String]) -> Deed? {
    switch words {
    case ["deliver"]: return .deliver
    case ["duplicate"]: return .duplicate
    case ["drop"]: return .drop
    default: break
    }
    guard words.count == 2, let place = names.firstIndex(where: { $0.name == words[0] }) else {
      return nil
    }
    return switch words[1] {
    case "add": .add(place)
    case "remove": .remove(place)
    case "send": .send(place)
    default: nil
    }
  }
}

extension DeltaRules.Moment {
  fileprivate mutating func take(_ deed: DeltaRules.Deed) {
    switch deed {
    case .add(let place):
      states[place].apply(.add(DeltaBytes.item(added)), at: DeltaRules.names[place])
      added += 1
    case .remove(let place):
      guard let last = states[place].value.last else { return }
      states[place].apply(.remove(last), at: DeltaRules.names[place])
    case .send(let place): send(from: place)
    case .deliver: if !parcels.isEmpty { deliver(parcels.removeFirst()) }
    case .duplicate: if let first = parcels.first { parcels.append(first) }
    case .drop: if !parcels.isEmpty { parcels.removeFirst() }
    }
  }

  private mutating func send(from place: Int) {
    guard let message = peers[place].message(from: states[place]) else { return }
    let parcel = DeltaRules.Parcel(
      from: place, message: message, wholeBytes: states[place].encodedBytes.count)
    parcels.append(parcel)
    wholeBytes[place] += parcel.wholeBytes
    deltaBytes[place] += parcel.deltaBytes
  }

  private mutating func deliver(_ parcel: DeltaRules.Parcel) {
    peers[parcel.to].receive(parcel.message, into: &states[parcel.to])
    peers[parcel.from].acknowledge(parcel.message.number)
  }
}
