import Content
import Drawing
import GeoModel

/// What a request costs on a connection that is open, and on one that is not.
///
/// Arguments: `topology`, `from`, `to`, `connection` (warm, quic-resumed, tls-1.3, tls-1.2).
struct ConnectionScene: DiagramScene {
  private let topology: Topology
  private let from: RegionID
  private let to: RegionID
  private let connection: Connection

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    from = try arguments.region("from", of: topology)
    to = try arguments.region("to", of: topology)
    connection = try arguments.choice("connection", default: .tls13)
    try arguments.finish()
  }

  var question: String { "How often must a packet cross before the answer is here?" }

  var diagram: SpaceTime {
    SpaceTime(
      lanes: [
        SpaceTime.Lane(label: "client \(from)", mark: .client),
        SpaceTime.Lane(label: "server \(to)", mark: .leader),
      ], messages: messages,
      moments: [
        SpaceTime.Moment(lane: 0, time: total, mark: .done, label: "answer \(text(total))")
      ], stops: [], end: total)
  }

  var events: [SceneEvent] {
    exchanges.enumerated().map { index, exchange in
      SceneEvent(time: trip * index, sentence: exchange.sentence)
    } + [
      SceneEvent(
        time: total,
        sentence: "The answer is here after \(text(total)): "
          + "\(trips) of \(text(trip)).")
    ]
  }

  private var trips: String {
    connection.roundTrips == 1 ? "one round trip" : "\(connection.roundTrips) round trips"
  }

  private var trip: Duration { topology.roundTrip(from, to) }
  private var total: Duration { connection.cost(over: trip) }

  private var messages: [SpaceTime.Message] {
    exchanges.indices.flatMap { index in
      let sent = trip * index
      let turn = sent + topology.oneWay(from: from, to: to)
      let style = Style(index == exchanges.count - 1 ? .message : .faint)
      return [
        SpaceTime.Message(from: 0, to: 1, sent: sent, arrival: turn, style: style),
        SpaceTime.Message(from: 1, to: 0, sent: turn, arrival: sent + trip, style: style),
      ]
    }
  }

  /// What is said in each round trip, in order; one for every round trip of the connection.
  private var exchanges: [Exchange] {
    switch connection {
    case .warm: [.request]
    case .quicResumed: [.earlyData]
    case .tls13: [.transport, .keys, .request]
    case .tls12: [.transport, .keys, .finished, .request]
    }
  }
}

/// A round trip's worth of conversation.
private enum Exchange {
  case transport, keys, finished, request, earlyData

  var sentence: String {
    switch self {
    case .transport: "TCP: the client asks for a connection, the server agrees."
    case .keys: "TLS: both sides exchange keys."
    case .finished: "TLS 1.2: both sides confirm the keys, one round trip more."
    case .request: "The request goes out, and the answer comes back."
    case .earlyData: "QUIC: the keys are known from before, so the request travels at once."
    }
  }
}
