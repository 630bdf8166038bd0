import Content
import Drawing
import GeoModel

/// How long a write takes to commit: followers by round trip, and the line where the quorum is full.
///
/// Arguments: `topology`, `leader`, `voters`, `non-voters`, `rule` (majority, all, any), `client`,
/// `lost`.
struct CommitLatency: Scene {
  private let topology: Topology
  private let group: ReplicaGroup
  private let client: RegionID?
  private let lost: [RegionID]
  private let commit: Commit?
  let events: [SceneEvent]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    group = try arguments.group(in: topology)
    client = try arguments.optionalRegions("client", of: topology)?.first
    lost = try arguments.regionsOrNone("lost", of: topology)
    try arguments.finish()
    commit = group.commit(in: topology, losing: Set(lost))
    events =
      Narration(
        topology: topology, group: group, client: client, lost: lost, commit: commit
      ).events
  }

  var question: String {
    switch group.rule {
    case .majority: "How long until \(group.quorum.majority) of \(group.voters.count) have it?"
    case .all: "How long until all \(group.voters.count) have it?"
    case .any(let count):
      "How long until any \(count) of \(group.followers.count) followers has it?"
    }
  }

  func idealHeight(width: Int) -> Int { bars.idealHeight }

  func draw(at time: Duration, into canvas: inout Canvas) {
    bars.draw(at: time, into: &canvas)
  }

  /// When the leader sends the entry, counted from the client's request.
  private var proposal: Duration { way / 2 }

  private var way: Duration { client.map { topology.clientWay($0, group.leader) } ?? .zero }

  private var bars: TimeBars {
    let slowest = (commit?.answers.last?.arrival ?? .zero) + proposal
    let written = commit.map { $0.latency + way } ?? .zero
    let nonVoting = group.nonVoters.map { topology.roundTrip(group.leader, $0) + proposal }
    let end = ([slowest, written, .milliseconds(1)] + nonVoting).max() ?? slowest
    return TimeBars(
      rows: [leaderRow] + answerRows + lostRows + nonVoterRows + clientRows,
      threshold: commit.map {
        TimeBars.Threshold(
          time: $0.latency + proposal, label: "commit at \(text($0.latency + proposal))")
      }, end: end)
  }

  private var leaderRow: TimeBars.Row {
    let note = lost.contains(group.leader) ? "✘ LOST" : "its own vote"
    return .bar(
      label: group.leader.name, mark: .leader,
      segments: [
        TimeBars.Segment(start: .zero, end: proposal, pattern: .hatched, style: Style(.message))
      ], note: note)
  }

  private var answerRows: [TimeBars.Row] {
    guard let commit else { return [] }
    return commit.answers.enumerated().map { index, answer in
      let isNeeded = index < commit.needed
      return .bar(
        label: answer.region.name, mark: .voter,
        segments: [
          TimeBars.Segment(
            start: proposal, end: answer.arrival + proposal,
            pattern: isNeeded ? .solid : .hatched, style: Style(isNeeded ? .voter : .faint))
        ], note: isNeeded ? "" : "not needed")
    }
  }

  private var lostRows: [TimeBars.Row] {
    group.followers.filter(lost.contains).map {
      .bar(label: $0.name, mark: .lost, segments: [], note: "✘ LOST")
    }
  }

  private var nonVoterRows: [TimeBars.Row] {
    group.nonVoters.map { region in
      .bar(
        label: region.name, mark: .nonVoter,
        segments: [
          TimeBars.Segment(
            start: proposal, end: topology.roundTrip(group.leader, region) + proposal,
            pattern: .hatched, style: Style(.nonVoter))
        ], note: "has no vote")
    }
  }

  private var clientRows: [TimeBars.Row] {
    guard let client, client != group.leader, let commit else { return [] }
    return [
      .bar(
        label: "client \(client.name)", mark: .client,
        segments: [
          TimeBars.Segment(
            start: .zero, end: commit.latency + way, pattern: .solid, style: Style(.message))
        ], note: "")
    ]
  }
}

/// One sentence for everything that happens on the way to a commit.
private struct Narration {
  let topology: Topology
  let group: ReplicaGroup
  let client: RegionID?
  let lost: [RegionID]
  let commit: Commit?

  var events: [SceneEvent] {
    guard let commit else { return [SceneEvent(time: .zero, sentence: stuck)] }
    return ([opening] + request + answers(commit) + reply(commit)).sorted { $0.time < $1.time }
  }

  private var way: Duration { client.map { topology.clientWay($0, group.leader) } ?? .zero }
  private var proposal: Duration { way / 2 }

  private var stuck: String {
    lost.contains(group.leader)
      ? "\(group.leader) is lost; nothing commits until another voter leads."
      : "\(group.answersNeeded + 1) of \(group.voters.count) must have the entry, "
        + "but only \(group.voters.count { !lost.contains($0) }) are up: nothing commits."
  }

  private var opening: SceneEvent {
    let sentence =
      way > .zero
      ? "The client in \(client?.name ?? "") sends its write to the leader in \(group.leader)."
      : proposalSentence
    return SceneEvent(time: .zero, sentence: sentence)
  }

  private var request: [SceneEvent] {
    way > .zero ? [SceneEvent(time: proposal, sentence: proposalSentence)] : []
  }

  private var proposalSentence: String {
    group.answersNeeded == 0
      ? "\(group.leader) has the entry, and no other answer is needed: it commits at once."
      : "\(group.leader) has its own vote and asks the others; "
        + "it needs \(group.answersNeeded) more."
  }

  private func answers(_ commit: Commit) -> [SceneEvent] {
    commit.answers.enumerated().map { index, answer in
      let have = "\(index + 2) of \(group.voters.count) have the entry"
      let sentence =
        if index + 1 < commit.needed {
          "\(answer.region) answers; \(have), \(commit.needed - index - 1) more needed."
        } else if index + 1 == commit.needed {
          "\(answer.region) answers; \(have); the leader commits."
        } else {
          "\(answer.region) answers too; the write was done "
            + "\(text(answer.arrival - commit.latency)) ago."
        }
      return SceneEvent(time: answer.arrival + proposal, sentence: sentence)
    }
  }

  private func reply(_ commit: Commit) -> [SceneEvent] {
    guard let client, way > .zero else { return [] }
    return [
      SceneEvent(
        time: commit.latency + way,
        sentence: "The client in \(client) has its answer: \(text(commit.latency + way)) in all.")
    ]
  }
}
