import GeoModel
import GeoSim

/// One sentence for every event of a write.
struct QuorumWriteNarration {
  let run: QuorumWriteRun
  let group: ReplicaGroup

  var events: [SceneEvent] {
    var isCommitted = false
    return run.trace.steps.compactMap { step in
      let commitsNow = !isCommitted && step.world.nodes[0].committed != nil
      isCommitted = isCommitted || commitsNow
      return sentence(for: step, commitsNow: commitsNow, isCommitted: isCommitted)
        .map { SceneEvent(time: step.world.time.sinceStart, sentence: $0) }
    } + failure
  }

  /// What is left to say when the run ends without a commit.
  private var failure: [SceneEvent] {
    guard let end = run.trace.steps.last?.world, end.nodes[0].committed == nil else { return [] }
    let count = end.nodes[0].acknowledged.count + 1
    let have = "\(count) of \(group.voters.count) \(count == 1 ? "has" : "have") the entry"
    return [
      SceneEvent(
        time: end.time.sinceStart,
        sentence: end.conditions[0] == .up
          ? "No more than \(have): nothing commits." : "The leader is lost: nothing commits.")
    ]
  }

  private func sentence(
    for step: Trace<QuorumWrite.Participant>.Step, commitsNow: Bool, isCommitted: Bool
  ) -> String? {
    switch step.event {
    case .start(let node): opening(of: node, commitsNow: commitsNow)
    case .deliver(let envelope):
      delivery(of: envelope, in: step.world, commitsNow: commitsNow, isCommitted: isCommitted)
    case .lose(let envelope):
      "The message to \(name(envelope.receiver)) finds nobody: it is LOST."
    case .remind: nil
    case .fault(.crash(let node)): "\(name(node)) stops."
    case .fault: nil
    }
  }

  private func opening(of node: NodeID, commitsNow: Bool) -> String? {
    switch run.nodes[node.index].duty {
    case .client: "The client in \(name(node)) sends its write to the leader."
    case .leader(_, _, _, client: nil):
      "\(name(node)) writes the entry to its own log and \(proposal(commitsNow: commitsNow))"
    case .leader, .voter, .nonVoter: nil
    }
  }

  private func proposal(commitsNow: Bool) -> String {
    commitsNow ? "commits: no other vote is needed." : "sends it to everybody else."
  }

  private func delivery(
    of envelope: Envelope<QuorumWrite.Message>, in world: World<QuorumWrite.Participant>,
    commitsNow: Bool, isCommitted: Bool
  ) -> String? {
    switch envelope.message {
    case .request:
      return "The leader in \(name(envelope.receiver)) has the write and "
        + proposal(commitsNow: commitsNow)
    case .append:
      return run.nodes[envelope.receiver.index].duty == .nonVoter
        ? "\(name(envelope.receiver)) has the entry, but no vote: nobody waits for it."
        : "\(name(envelope.receiver)) has the entry and votes for it."
    case .acknowledge:
      return vote(
        of: envelope.sender, count: world.nodes[0].acknowledged.count + 1, commitsNow: commitsNow,
        isCommitted: isCommitted)
    case .flushed: return nil
    case .reply: return "The client has its answer: the write is done."
    }
  }

  private func vote(of node: NodeID, count: Int, commitsNow: Bool, isCommitted: Bool) -> String {
    let have = "\(count) of \(group.voters.count) have the entry"
    if commitsNow { return "The vote of \(name(node)) is back; \(have); the leader commits." }
    if isCommitted { return "The vote of \(name(node)) is back; the write was done without it." }
    return "The vote of \(name(node)) is back; \(have); that is not enough yet."
  }

  private func name(_ node: NodeID) -> String { run.regions[node.index].name }
}
