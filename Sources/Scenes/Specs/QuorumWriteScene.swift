import Content
import Drawing
import GeoModel
import GeoSim

/// One write through a consensus group, message by message, as a space-time diagram.
///
/// Arguments: `topology`, `leader`, `voters`, `non-voters`, `rule`, `client`, and `crash`: a region
/// that stops, with `crash-at`: when.
struct QuorumWriteScene: DiagramScene {
  private let run: QuorumWriteRun
  private let group: ReplicaGroup
  let events: [SceneEvent]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    group = try arguments.group(in: topology)
    let client = try arguments.optionalRegions("client", of: topology)?.first
    let crashTime = try arguments.duration("crash-at", default: .zero)
    let crashes = try arguments.regionsOrNone("crash", of: topology)
      .map { (time: crashTime, region: $0) }
    try arguments.finish()
    run = QuorumWriteRun(group: group, client: client, topology: topology, crashes: crashes)
    events = QuorumWriteNarration(run: run, group: group).events
  }

  var question: String { "Who tells whom, and when is the write done?" }

  var diagram: SpaceTime {
    SpaceTime(
      lanes: run.nodes.indices.map(lane), messages: messages, moments: moments + commitMoment,
      stops: stops, end: max(.milliseconds(1), run.trace.steps.last?.world.time.sinceStart ?? .zero)
    )
  }

  private func lane(_ index: Int) -> SpaceTime.Lane {
    let region = run.regions[index].name
    return switch run.nodes[index].duty {
    case .client: SpaceTime.Lane(label: "client \(region)", mark: .client)
    case .leader: SpaceTime.Lane(label: region, mark: .leader)
    case .voter: SpaceTime.Lane(label: region, mark: .voter)
    case .nonVoter: SpaceTime.Lane(label: region, mark: .nonVoter)
    }
  }

  private var messages: [SpaceTime.Message] {
    run.trace.steps.compactMap { step in
      switch step.event {
      case .deliver(let envelope), .lose(let envelope):
        SpaceTime.Message(
          from: envelope.sender.index, to: envelope.receiver.index,
          sent: envelope.sent.sinceStart, arrival: envelope.arrival.sinceStart,
          style: style(of: envelope))
      case .start, .remind, .fault: nil
      }
    }
  }

  private func style(of envelope: Envelope<QuorumWrite.Message>) -> Style {
    let toNonVoter = run.nodes[envelope.receiver.index].duty == .nonVoter
    return switch envelope.message {
    case .request, .flushed, .reply: Style(.text)
    case .append: Style(toNonVoter ? .nonVoter : .message)
    case .acknowledge: Style(.voter)
    }
  }

  private var moments: [SpaceTime.Moment] {
    run.trace.steps.flatMap { step -> [SpaceTime.Moment] in
      let time = step.world.time.sinceStart
      return switch step.event {
      case .deliver(let envelope):
        moments(after: envelope, at: time)
      case .lose(let envelope):
        [moment(envelope.receiver, time, .lost, "")]
      case .fault(.crash(let node)): [moment(node, time, .lost, "LOST")]
      case .start, .remind, .fault: []
      }
    }
  }

  private func moments(
    after envelope: Envelope<QuorumWrite.Message>, at time: Duration
  ) -> [SpaceTime.Moment] {
    switch envelope.message {
    case .append:
      [moment(envelope.receiver, time, lane(envelope.receiver.index).mark, "")]
    case .reply: [moment(envelope.receiver, time, .done, "answer \(text(time))")]
    case .request, .flushed, .acknowledge: []
    }
  }

  private var commitMoment: [SpaceTime.Moment] {
    guard let time = run.trace.steps.last?.world.nodes[0].committed?.sinceStart else { return [] }
    return [moment(NodeID(0), time, .done, "commit \(text(time))")]
  }

  private func moment(_ node: NodeID, _ time: Duration, _ mark: Mark, _ label: String)
    -> SpaceTime.Moment
  {
    SpaceTime.Moment(lane: node.index, time: time, mark: mark, label: label)
  }

  private var stops: [(lane: Int, time: Duration)] {
    run.trace.steps.compactMap { step in
      if case .fault(.crash(let node)) = step.event {
        (lane: node.index, time: step.world.time.sinceStart)
      } else {
        nil
      }
    }
  }
}
