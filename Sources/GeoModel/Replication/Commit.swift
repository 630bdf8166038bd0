/// How a write becomes durable: who answers the leader when, and whose answer is the last needed.
public struct Commit: Equatable, Sendable {
  /// A follower's answer as the leader sees it.
  public struct Answer: Equatable, Sendable {
    public let region: RegionID
    /// From the moment the leader sends the entry.
    public let arrival: Duration
  }

  /// Every follower that is up, earliest first; equal times in the order of the voters.
  public let answers: [Answer]
  /// How many of the answers the leader waits for.
  public let needed: Int
  /// From the leader's sending to the last answer that it needs.
  public let latency: Duration

  /// The followers whose answers make the write durable, in the order of arrival.
  public var waitsFor: [RegionID] { answers.prefix(needed).map(\.region) }
}

extension ReplicaGroup {
  /// How a write commits in a topology that has every region of the group.
  ///
  /// The leader asks all followers at once and counts its own vote, so the latency is the
  /// (q−1)-th smallest round trip among the followers, not the largest ([Ongaro 2014], §5.3).
  /// Non-voters receive the entry and are never waited for.
  ///
  /// - Parameter lost: regions whose replicas do not answer; the quorum stays that of the full
  ///   group.
  /// - Returns: `nil` when too few followers are left, or the leader itself is lost.
  /// - Complexity: O(*n* log *n*) for *n* voters.
  ///
  /// [Ongaro 2014]: https://raft.github.io/raft.pdf
  public func commit(in topology: Topology, losing lost: Set<RegionID> = []) -> Commit? {
    let answers = followers.enumerated()
      .filter { !lost.contains($0.element) }
      .map { (order: $0.offset, answer: answer(of: $0.element, in: topology)) }
      .sorted { ($0.answer.arrival, $0.order) < ($1.answer.arrival, $1.order) }
      .map(\.answer)
    guard !lost.contains(leader), answers.count >= answersNeeded else { return nil }
    let lastNeeded = answersNeeded == 0 ? .zero : answers[answersNeeded - 1].arrival
    return Commit(answers: answers, needed: answersNeeded, latency: max(flush, lastNeeded))
  }

  private func answer(of follower: RegionID, in topology: Topology) -> Commit.Answer {
    Commit.Answer(
      region: follower, arrival: topology.roundTrip(leader, follower) + flush)
  }

  /// What a client waits for: the way to the leader and back, and the commit in between.
  ///
  /// A client is a server beside the replica of its own region, if there is one: the way to a
  /// leader in the same region costs nothing.
  ///
  /// - Returns: `nil` when the group cannot commit.
  public func write(
    from client: RegionID, in topology: Topology, losing lost: Set<RegionID> = []
  ) -> Duration? {
    commit(in: topology, losing: lost).map { topology.clientWay(client, leader) + $0.latency }
  }

  /// The same group under the leader whose writes are fastest for a client; the first of equals.
  public func ledBest(for client: RegionID, in topology: Topology) -> ReplicaGroup {
    var best = self
    for candidate in voters {
      var group = self
      group.leader = candidate
      if let write = group.write(from: client, in: topology),
        let fastest = best.write(from: client, in: topology), write < fastest
      {
        best = group
      }
    }
    return best
  }
}
