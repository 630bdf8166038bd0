import GeoModel

extension FailoverScenario {
  /// What is acknowledged at the failure and not with the standby.
  ///
  /// A write is lost when it has not reached the standby and its acknowledgement has reached the
  /// client: of a client whose way is *w*, those of the last *L* − *w* before the failure.
  func expectedLoss(
    at failure: PrimaryFailure, to target: RegionID
  ) -> (writes: Double, age: Duration)? {
    switch replication {
    case .synchronous, .anyOf, .all: return (0, .zero)
    case .semiSynchronous:
      // It falls back for those who can still write to an isolated primary.
      return failure.kind == .isolation ? nil : (0, .zero)
    case .asynchronous: break
    }
    switch failure.kind {
    case .pause: return shipPerSecond == nil ? (0, .zero) : nil
    case .isolation: return nil
    case .crash: return lossOfCrash(at: failure.time, to: target)
    }
  }

  private func lossOfCrash(
    at time: Duration, to target: RegionID
  ) -> (writes: Double, age: Duration) {
    let lag = topology.oneWay(from: primary, to: target) + shippingLag(at: time, to: target)
    let share = writesPerSecond / Double(clients.count)
    let windows = clients.map { max(.zero, lag - acknowledgementWay(to: $0)) }
    let writes = windows.reduce(0) { $0 + share * ($1 / .seconds(1)) }
    return (writes, meanAge(ofOldestWithin: lag, share: share))
  }

  private func acknowledgementWay(to client: RegionID) -> Duration {
    client == primary ? .zero : topology.oneWay(from: primary, to: client)
  }

  /// How long a write waits to be sent, on average: the queue M/D/1, or what has piled up.
  private func shippingLag(at time: Duration, to target: RegionID) -> Duration {
    guard let rate = shipPerSecond else { return .zero }
    let service = Duration.seconds(1) / rate
    let load = writesPerSecond / rate
    guard load < 1 else {
      let way = topology.oneWay(from: primary, to: target)
      return (time - way) * (1 - 1 / load)
    }
    return hasRegularWrites ? service : service + service * (load / (2 * (1 - load)))
  }

  /// The integral of the chance that some lost write is older than an age.
  private func meanAge(ofOldestWithin lag: Duration, share: Double) -> Duration {
    let steps = 2000
    let sum = (0..<steps).reduce(0.0) { sum, step in
      let age = lag * (2 * step + 1) / (2 * steps)
      let isNone = clients.reduce(1.0) { chance, client in
        let window = lag - max(age, acknowledgementWay(to: client))
        return chance * chanceOfNone(in: max(.zero, window), share: share)
      }
      return sum + 1 - isNone
    }
    return .nanoseconds(Int64(sum / Double(steps) * (lag / .nanoseconds(1))))
  }

  private func chanceOfNone(in window: Duration, share: Double) -> Double {
    let expected = share * (window / .seconds(1))
    return hasRegularWrites ? max(0, 1 - expected) : Arithmetic.exp(-min(expected, 600))
  }
}
