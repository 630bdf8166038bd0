import Content
import Drawing
import GeoModel

/// How long a write takes to commit: followers by round trip, and the line where the quorum is full.
///
/// Arguments: `topology`, `leader`, `voters`, `non-voters`, `rule` (majority, all, any), `client`,
/// `lost`.
struct CommitLatency: DiagramScene {
  private let times: CommitTimes
  let events: [SceneEvent]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let group = try arguments.group(in: topology)
    let client = try arguments.optionalRegions("client", of: topology)?.first
    let lost = try arguments.regionsOrNone("lost", of: topology)
    try arguments.finish()
    times = CommitTimes(topology: topology, group: group, client: client, lost: lost)
    events = CommitNarration(times: times).events
  }

  var question: String {
    let group = times.group
    return switch group.rule {
    case .majority: "How long until \(group.quorum.majority) of \(group.voters.count) have it?"
    case .all: "How long until all \(group.voters.count) have it?"
    case .any(let count):
      "How long until any \(count) of \(group.followers.count) followers has it?"
    }
  }

  var diagram: TimeBars {
    TimeBars(
      rows: ([leaderBar] + answerBars + silentBars + nonVoterBars + clientBars)
        .map(TimeBars.Row.bar),
      threshold: times.commitment.map {
        TimeBars.Threshold(time: $0, label: "commit at \(text($0))")
      }, end: times.end)
  }

  private var leaderBar: TimeBars.Bar {
    let leader = times.group.leader
    guard !times.isLeaderLost else { return silentBar(leader, .leader) }
    return TimeBars.Bar(
      label: leader.name, mark: .leader,
      segments: [
        TimeBars.Segment(
          start: .zero, end: times.proposal, pattern: .hatched, style: Style(.message))
      ], note: "its own vote")
  }

  private var answerBars: [TimeBars.Bar] {
    times.answers.enumerated().map { index, answer in
      let isNeeded = index < (times.commit?.needed ?? 0)
      return TimeBars.Bar(
        label: answer.region.name, mark: .voter,
        segments: [
          TimeBars.Segment(
            start: times.proposal, end: times.arrival(of: answer),
            pattern: isNeeded ? .solid : .hatched, style: Style(isNeeded ? .voter : .faint))
        ], note: isNeeded ? "" : times.commit == nil ? "not enough" : "not needed")
    }
  }

  /// Followers from which nothing comes.
  private var silentBars: [TimeBars.Bar] {
    times.group.followers.filter { times.isLeaderLost || times.lost.contains($0) }
      .map { silentBar($0, .voter) }
  }

  private func silentBar(_ region: RegionID, _ mark: Mark) -> TimeBars.Bar {
    times.lost.contains(region)
      ? TimeBars.Bar(label: region.name, mark: .lost, note: "LOST")
      : TimeBars.Bar(label: region.name, mark: mark, note: "not asked")
  }

  private var nonVoterBars: [TimeBars.Bar] {
    times.group.nonVoters.map { region in
      guard let answer = times.nonVoterAnswers.first(where: { $0.region == region }) else {
        return silentBar(region, .nonVoter)
      }
      return TimeBars.Bar(
        label: region.name, mark: .nonVoter,
        segments: [
          TimeBars.Segment(
            start: times.proposal, end: answer.time, pattern: .hatched, style: Style(.nonVoter))
        ], note: "has no vote")
    }
  }

  private var clientBars: [TimeBars.Bar] {
    guard let client = times.client, let reply = times.reply else { return [] }
    return [
      TimeBars.Bar(
        label: "client \(client)", mark: .client,
        segments: [
          TimeBars.Segment(start: .zero, end: reply, pattern: .solid, style: Style(.message))
        ])
    ]
  }
}
