import Content
import GeoModel
import GeoSim

/// What clients do with a global table in a picture.
enum TableWorkload: String, CaseIterable, Sendable {
  /// Two clients count clicks.
  case count
  /// Two clients want one lock.
  case lock
  /// One client writes, the other reads.
  case read
  /// One client writes an order and its payment together, the other reads both.
  case order
}

/// A run of a global table, and what of it can be seen.
struct TableStory: Sendable {
  /// Something that happens at a replica.
  struct Happening: Sendable {
    enum Kind: Sendable {
      case answered(TableClient.Call)
      /// The client is told that somebody else is writing, and will try again.
      case conflict
      /// The program that follows the stream has added a click to the total.
      case folded(total: Int)
      case arrived(Shipment, EventualReplica.Outcome)
    }

    let time: Duration
    /// The place of the region in the table.
    let lane: Int
    let kind: Kind
  }

  let scenario: GlobalTableScenario
  let workload: TableWorkload
  let counting: TableCounting
  let trace: Trace<TableParticipant>
  let happenings: [Happening]

  init(_ scenario: GlobalTableScenario, _ workload: TableWorkload, _ counting: TableCounting) {
    self.scenario = scenario
    self.workload = workload
    self.counting = counting
    trace = scenario.simulation.trace()
    happenings = trace.steps.compactMap { Self.happening($0, in: scenario) }
  }

  private static func happening(
    _ step: Trace<TableParticipant>.Step, in scenario: GlobalTableScenario
  ) -> Happening? {
    guard case .deliver(let envelope) = step.event else { return nil }
    let node = step.world.nodes[envelope.receiver.index]
    let region = scenario.regions[envelope.receiver.index]
    guard let lane = scenario.table.regions.firstIndex(of: region),
      let kind = kind(of: envelope, at: node, isClient: scenario.isClient(envelope.receiver))
    else { return nil }
    return Happening(time: step.world.time.sinceStart, lane: lane, kind: kind)
  }

  private static func kind(
    of envelope: Envelope<TableMessage>, at node: TableParticipant, isClient: Bool
  ) -> Happening.Kind? {
    switch envelope.message {
    case .answer(_, .conflict): return .conflict
    case .answer(_, .written(let value)) where !isClient: return .folded(total: value ?? 0)
    case .answer(let id, _): return (node.client?.calls[id.number - 1]).map { .answered($0) }
    case .ship(let shipment):
      return (node.eventual?.lastOutcome).map { .arrived(shipment, $0) }
    default: return nil
    }
  }

  /// When the last thing happens.
  var end: Duration { happenings.last?.time ?? .zero }

  func world(at time: Duration) -> World<TableParticipant>? { trace.world(at: Instant(time)) }

  /// What a client has asked for by a moment.
  func calls(of client: Int, at time: Duration) -> [TableClient.Call] {
    world(at: time)?.calls(of: scenario.node(ofClient: client)) ?? []
  }

  /// How many of an order's two parts the second client saw each time that it looked.
  func sights(at time: Duration) -> [(time: Duration, parts: Int)] {
    guard workload == .order else { return [] }
    let calls = calls(of: 1, at: time)
    return stride(from: 0, to: calls.count - 1, by: 2).compactMap { first in
      guard case .value(let order)? = calls[first].answer,
        case .value(let payment)? = calls[first + 1].answer, let seen = calls[first + 1].ended
      else { return nil }
      return (seen.sinceStart, (order == nil ? 0 : 1) + (payment == nil ? 0 : 1))
    }
  }

  /// Whether a read gives less than what had been answered to the writer before it began.
  func isStale(_ call: TableClient.Call) -> Bool {
    guard workload == .read, case .read = call.task, case .value(let seen)? = call.answer else {
      return false
    }
    let before = calls(of: 0, at: call.began.sinceStart)
    let written = before.compactMap { write -> Int? in
      guard case .written(let value)? = write.answer, let ended = write.ended, ended < call.began
      else { return nil }
      return value
    }
    return (written.last ?? 0) > (seen ?? 0)
  }
}

extension GlobalTableScenario {
  fileprivate func isClient(_ node: NodeID) -> Bool {
    clients.indices.contains { self.node(ofClient: $0) == node }
  }
}

extension TableClient.Call {
  /// From the question to the answer.
  var latency: Duration? { ended.map { ($0 - began).duration } }
}
