import Content
import GeoModel
import GeoSim

/// One sentence for everything that happens in such a run.
struct SurvivalNarration {
  let run: SurvivalRun

  var events: [SceneEvent] {
    let opening = SceneEvent(time: .zero, sentence: placing)
    let before = writes(\.before)
    guard !run.lost.isEmpty else { return ([opening] + before).inOrderOfTime }
    return ([opening] + before + [loss] + reigns + outcome).inOrderOfTime
  }

  private var placement: ReplicaPlacement { run.placement }

  private var placing: String {
    let counts = placement.regions.compactMap { region -> String? in
      let count = placement.voters.count { $0.region == region }
      return count == 0 ? nil : "\(count) in \(region)"
    }
    let place = counts.count == 1 ? "all in \(placement.home)" : counts.formattedAsList
    return "\(placement.voters.count) voters, \(place). "
      + "\(placement.quorum.majority) of them must have a write."
  }

  /// The fastest and the slowest client, when the slowest has its answer.
  private func writes(
    _ write: KeyPath<SurvivalRun.Client, RaftRun.Acknowledgement?>
  ) -> [SceneEvent] {
    let done = run.clients.compactMap { client in
      client[keyPath: write].map { (region: client.region, write: $0) }
    }
    .sorted { $0.write.latency < $1.write.latency }
    guard let fastest = done.first, let slowest = done.last else { return [] }
    let times = [fastest, slowest].map { "\(text($0.write.latency)) from \($0.region)" }
    return [
      SceneEvent(
        time: done.map(\.write.answered.sinceStart).max() ?? .zero,
        sentence: done.count == 1
          ? "A write takes \(times[0])."
          : "A write takes \(times[0]) and \(times[1]).")
    ]
  }

  private var loss: SceneEvent {
    let left = placement.votersLeft(losing: run.lost).count
    return SceneEvent(
      time: run.loss,
      sentence:
        "\(run.lost[0].name) is LOST: \(left) of \(placement.voters.count) voters are left, "
        + "and \(placement.quorum.majority) are needed.")
  }

  /// Who leads after the loss, one after the other.
  private var reigns: [SceneEvent] {
    run.raft.reigns.filter { $0.from.sinceStart > run.loss }.enumerated().map { index, reign in
      let replica = placement.replicas[reign.leader.index]
      let place = FailureDomain.zone(replica.region, replica.zone).name
      let time = reign.from.sinceStart
      return SceneEvent(
        time: time,
        sentence: index == 0
          ? "\(place) is elected, \(text(time - run.loss)) after the loss."
          : "The lead goes to \(place), where it is preferred.")
    }
  }

  private var outcome: [SceneEvent] {
    let after = writes(\.after)
    guard after.isEmpty else { return after }
    let copies = placement.regions.filter { region in !run.lost.contains(.region(region)) }
    let stale =
      copies.isEmpty
      ? "Nothing is left to read."
      : "Old values can be read in \(copies.map(\.name).formattedAsList)."
    return [SceneEvent(time: run.secondWrite, sentence: "No write is answered. \(stale)")]
  }
}
