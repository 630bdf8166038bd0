import GeoModel

/// One case of a question: the numbers on which the key and every misconception are computed.
struct Instance: Sendable {
  var topology: Topology
  /// Where the request comes from.
  let client: RegionID
  let group: ReplicaGroup

  /// From the client to the leader and back.
  var way: Duration {
    // A lease needs no quorum, so that a read under it always has an answer.
    group.read(.lease, from: client, in: topology) ?? .zero
  }

  /// From the leader to each other replica and back, voters first.
  private var roundTrips: [Duration] {
    (group.followers + group.nonVoters).map { topology.roundTrip(group.leader, $0) }
  }

  /// Until every replica has answered; `nil` for a leader alone.
  var furthest: Duration? { roundTrips.max().map { way + $0 } }

  /// Until every replica has answered, asked one after the other.
  var sum: Duration { roundTrips.reduce(way, +) }

  /// Until those that are waited for have answered, asked one after the other.
  var inTurn: Duration? {
    group.commit(in: topology).map { commit in
      way + commit.answers.prefix(commit.needed).reduce(.zero) { $0 + $1.arrival }
    }
  }

  /// Until the average replica has answered; `nil` for a leader alone.
  var mean: Duration? {
    roundTrips.isEmpty ? nil : way + roundTrips.reduce(.zero, +) / roundTrips.count
  }

  /// A write that waits for more answers than it must, or fewer; `nil` where that cannot be.
  func write(answersMore difference: Int) -> Duration? {
    let followers = group.answersNeeded + difference
    guard (0..<group.voters.count).contains(followers) else { return nil }
    var other = group
    other.rule = .any(followers)
    return other.write(from: client, in: topology)
  }
}
