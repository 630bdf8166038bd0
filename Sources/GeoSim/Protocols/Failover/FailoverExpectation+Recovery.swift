import GeoModel

extension FailoverScenario {
  // MARK: - Detection

  /// Observers who share the primary's fate see nothing.
  func detection(of failure: PrimaryFailure) -> FailoverExpectation.Span? {
    // Users who share its isolation are not told of another primary.
    let areCutOff = failure.kind == .isolation && clients.contains(primary)
    guard coordinator != primary, !areCutOff else { return nil }
    let able = watchers.filter { failure.kind == .pause || $0 != primary }
    guard able.count >= agreeing else { return nil }
    let starts = able.map { earliestDetection(by: $0, failure) }.sorted()
    let last = agreeing - 1
    return FailoverExpectation.Span(
      least: starts[last], mean: meanOfOrder(agreeing, starts: starts),
      most: starts[last] + detector.interval)
  }

  private func earliestDetection(by observer: RegionID, _ failure: PrimaryFailure) -> Duration {
    let there = topology.oneWay(from: observer, to: primary)
    // A pause holds up probes that arrive; other failures lose the answers on their way too.
    let way = failure.kind == .pause ? there : topology.roundTrip(observer, primary)
    return detector.heartbeat.earliest - way + topology.oneWay(from: observer, to: coordinator)
  }

  /// The mean of the `rank`-th smallest of independent times, each uniform over one interval.
  ///
  /// For equal beginnings it is a beginning and `rank`/(*k* + 1) of the interval; different ways
  /// need the integral of the chance that fewer than `rank` have come.
  private func meanOfOrder(_ rank: Int, starts: [Duration]) -> Duration {
    let first = starts[0]
    let width = starts[starts.count - 1] + detector.interval - first
    let steps = 4000
    let interval = detector.interval / .nanoseconds(1)
    let waiting = (0..<steps).reduce(0.0) { sum, step in
      let time = first + width * (2 * step + 1) / (2 * steps)
      let chances = starts.map { min(1, max(0, (time - $0) / .nanoseconds(1) / interval)) }
      return sum + chanceOfFewer(than: rank, chances)
    }
    return first + .nanoseconds(Int64((waiting / Double(steps) * (width / .nanoseconds(1)))))
  }

  private func chanceOfFewer(than rank: Int, _ chances: [Double]) -> Double {
    // By count: the chance that exactly so many have come.
    var exactly = [1.0]
    for chance in chances {
      var next = exactly.map { $0 * (1 - chance) } + [0]
      for index in exactly.indices { next[index + 1] += exactly[index] * chance }
      exactly = next
    }
    return exactly.prefix(rank).reduce(0, +)
  }

  // MARK: - Decision and promotion

  /// `nil` where an old primary that does not answer is waited for without end.
  var decision: FailoverExpectation.Span? {
    guard fenceWait != nil || !fencesOldPrimary || isRuleAFence, !standbys.isEmpty else {
      return nil
    }
    let answers = standbys.map { topology.roundTrip(coordinator, $0) }.max() ?? .zero
    let person: Duration = if case .manual(let after) = promotion { after } else { .zero }
    return FailoverExpectation.Span(person + max(answers, fenceWait ?? .zero))
  }

  /// The standby with the newest log.
  func expectedTarget(after failure: PrimaryFailure) -> RegionID? {
    if case .synchronous(let named) = replication { return named }
    let ways = standbys.map { topology.oneWay(from: primary, to: $0) }
    // Of equals the one that is preferred.
    return ways.min().flatMap { least in ways.firstIndex(of: least).map { standbys[$0] } }
  }

  func promotionTime(
    of target: RegionID, _ failure: PrimaryFailure, after waiting: Duration
  ) -> FailoverExpectation.Span {
    let way = topology.oneWay(from: primary, to: target)
    let told = topology.oneWay(from: coordinator, to: target)
    // Written faster than it is replayed, the log is replayed without a pause from the beginning.
    let rate = min(writesPerSecond, shipPerSecond ?? writesPerSecond)
    let work = max(.zero, failure.time - way) * (rate / applyPerSecond)
    let left = way + work - (failure.time + waiting + told)
    return FailoverExpectation.Span(told + max(.zero, left) + roleChange)
  }

  // MARK: - Routing

  var routingTime: FailoverExpectation.Span {
    let ways = clients.map { topology.oneWay(from: coordinator, to: $0) }
    let mean = ways.reduce(.zero, +) / ways.count
    let least = ways.min() ?? .zero
    let most = ways.max() ?? .zero
    switch routing {
    case .anycast, .proxy:
      return FailoverExpectation.Span(least: least, mean: mean, most: most)
    case .dns(let ttl, let part, let stubbornTTL):
      let average = ttl * (1 - part) + stubbornTTL * part
      return FailoverExpectation.Span(
        least: least, mean: mean + average / 2,
        most: most + (part > 0 ? max(ttl, stubbornTTL) : ttl))
    }
  }
}
