import GeoModel

/// One sentence for everything that happens on the way to a commit.
struct CommitNarration {
  let times: CommitTimes

  var events: [SceneEvent] {
    ([opening] + request + answers + nonVoterAnswers + reply).inOrderOfTime
  }

  private var group: ReplicaGroup { times.group }

  private var opening: SceneEvent {
    SceneEvent(time: .zero, sentence: times.commit == nil ? stuck : begin)
  }

  private var stuck: String {
    if times.isLeaderLost {
      return "\(group.leader) is lost; nothing commits until another voter leads."
    }
    let up = times.answers.count + 1
    return "\(group.answersNeeded + 1) of \(group.voters.count) must have the entry, "
      + "but only \(up) \(up == 1 ? "is" : "are") up: nothing commits."
  }

  private var begin: String {
    times.client.map { "The client in \($0) sends its write to the leader in \(group.leader)." }
      ?? proposal
  }

  private var request: [SceneEvent] {
    times.client != nil && times.commit != nil
      ? [SceneEvent(time: times.proposal, sentence: proposal)] : []
  }

  private var proposal: String {
    group.answersNeeded == 0
      ? "\(group.leader) has the entry, and no other vote is needed: it commits at once."
      : "\(group.leader) has its own vote and asks the others; it needs \(group.answersNeeded) more."
  }

  private var answers: [SceneEvent] {
    times.answers.enumerated().map { index, answer in
      SceneEvent(
        time: times.arrival(of: answer), sentence: sentence(answer, count: index + 2))
    }
  }

  /// - Parameter count: how many have the entry then, the leader among them.
  private func sentence(_ answer: Commit.Answer, count: Int) -> String {
    let have = "\(answer.region) answers; \(count) of \(group.voters.count) have the entry"
    guard let commit = times.commit else { return "\(have), which is not enough." }
    let missing = commit.needed + 1 - count
    if missing > 0 { return "\(have), \(missing) more needed." }
    if missing == 0 { return "\(have); the leader commits." }
    let age = text(answer.arrival - commit.latency)
    return "\(answer.region) answers too; the write was done \(age) ago."
  }

  private var nonVoterAnswers: [SceneEvent] {
    times.nonVoterAnswers.map { region, time in
      SceneEvent(
        time: time, sentence: "\(region) has the entry too, but no vote: nobody waits for it.")
    }
  }

  private var reply: [SceneEvent] {
    guard let client = times.client, let reply = times.reply else { return [] }
    return [
      SceneEvent(
        time: reply, sentence: "The client in \(client) has its answer: \(text(reply)) in all.")
    ]
  }
}
