extension Service {
  /// Who watches a primary and decides, where some regions are lost.
  ///
  /// A majority of the observers goes on without the others; fewer can do nothing, and the first
  /// one named is waited for.
  public func deciders(during trouble: Trouble) -> [RegionID] {
    let left = observers.filter { !trouble.lostRegions.contains($0) }
    guard left.count >= observersNeeded else { return observers }
    return left + observers.filter { trouble.lostRegions.contains($0) }
  }

  /// How many observers must take the primary for dead: a majority.
  public var observersNeeded: Int { Quorum(voters: max(1, observers.count)).majority }

  /// How long a member of a group hears no leader before it stands for election.
  ///
  /// Not before the lease is over that it gave the leader, and then after a time drawn by chance,
  /// lest all stand at once ([Ongaro 2014] §5.2).
  ///
  /// [Ongaro 2014]: https://raft.github.io/raft.pdf
  public var electionTimeout: ClosedRange<Duration> {
    let least = max(detector.interval * detector.misses, lease ?? .zero)
    return least...(least * 2)
  }

  /// How long to look at a service until it works again or never will.
  public var patience: Duration {
    let election = electionTimeout.upperBound * 2
    let watching = detector.interval * (detector.misses + 1) + detector.timeout + (lease ?? .zero)
    let person: Duration = if case .manual(let after) = promotion { after } else { .zero }
    var lookUp = Duration.zero
    if case .dns(let ttl, let part, let stubborn) = routing {
      lookUp = part > 0 ? max(ttl, stubborn) : ttl
    }
    return max(election, watching) + person + roleChange + lookUp + .seconds(60)
  }

  /// How often a day a healthy primary is taken for dead while messages are lost by chance.
  ///
  /// In closed form: a day of heartbeats holds too few false alarms to count them in a run. Those
  /// who must agree are taken to miss independently of each other, which those behind one router
  /// do not. A candidate needs the votes of a majority that hears no leader either ([thesis] §9.6).
  ///
  /// - Returns: 0 where nobody is watched.
  ///
  /// [thesis]: https://github.com/ongardie/dissertation
  public func falseFailoversPerDay(losing loss: Double) -> Double {
    guard let (agreeing, watchers) = judges, agreeing <= watchers else { return 0 }
    let heartbeat = HeartbeatDetector(
      interval: detector.interval, misses: detector.misses, timeout: detector.timeout)
    let chance = probabilityOfAgreement(agreeing, of: watchers, loss: loss)
    return heartbeat.timeToFalseAlarm(loss: chance).map { .seconds(86_400) / $0 } ?? 0
  }

  /// How many of how many must miss the primary at the same time.
  private var judges: (agreeing: Int, watchers: Int)? {
    switch copies {
    case .standbys:
      promotion == .automatic ? (observersNeeded, max(1, observers.count)) : nil
    case .consensus:
      group.map { ($0.quorum.majority, $0.voters.count - 1) }
    case .active, .snapshots: nil
    }
  }
}
