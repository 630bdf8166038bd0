import GeoModel

/// When everything happens on the way to a commit.
///
/// Times count from the client's sending, or from the leader's where there is no client. A client
/// beside the leader is like none, as in the simulation.
struct CommitTimes: Sendable {
  let topology: Topology
  let group: ReplicaGroup
  let client: RegionID?
  let lost: [RegionID]
  /// `nil` when too few voters are up.
  let commit: Commit?
  /// Every follower that is up, earliest first, counted from the leader's sending; none when the
  /// leader is lost, because nobody is asked.
  let answers: [Commit.Answer]

  init(topology: Topology, group: ReplicaGroup, client: RegionID?, lost: [RegionID]) {
    self.topology = topology
    self.group = group
    self.client = client == group.leader ? nil : client
    self.lost = lost
    commit = group.commit(in: topology, losing: Set(lost))
    // Who is up answers, even where that is not enough for a commit.
    var patient = group
    patient.rule = .any(0)
    answers = patient.commit(in: topology, losing: Set(lost))?.answers ?? []
  }

  var isLeaderLost: Bool { lost.contains(group.leader) }

  /// When the leader sends the entry.
  var proposal: Duration {
    client.map { topology.oneWay(from: $0, to: group.leader) } ?? .zero
  }

  /// When the entry is committed.
  var commitment: Duration? { commit.map { proposal + $0.latency } }

  /// When the client has its answer.
  var reply: Duration? {
    guard let client else { return nil }
    return commitment.map { $0 + topology.oneWay(from: group.leader, to: client) }
  }

  /// When a follower's answer is back.
  func arrival(of answer: Commit.Answer) -> Duration { proposal + answer.arrival }

  /// The non-voters that are sent the entry, and when their answers are back.
  var nonVoterAnswers: [(region: RegionID, time: Duration)] {
    group.nonVoters.filter { !isLeaderLost && !lost.contains($0) }
      .map { (region: $0, time: proposal + topology.roundTrip(group.leader, $0)) }
  }

  /// The right end of an axis that shows everything.
  var end: Duration {
    let times =
      answers.map(arrival) + nonVoterAnswers.map(\.time) + [commitment, reply].compactMap(\.self)
    return max(.milliseconds(1), times.max() ?? .zero)
  }
}
