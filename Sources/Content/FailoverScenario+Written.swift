import GeoModel

extension FailoverScenario {
  /// The scenario as a file or a scene says it but for its topology, a line each: what is read from
  /// these is equal.
  package var written: [String] {
    [
      "primary: \(primary)", "standbys: \(list(standbys))",
      "observers: \(list(observers))", "clients: \(list(clients))",
    ] + replication.written + [
      "writes: \(writesPerSecond)", "regular: \(hasRegularWrites)",
    ] + (shipPerSecond.map { ["ship: \($0)"] } ?? []) + [
      "apply: \(applyPerSecond)", "flush: \(flush.authored)", "patience: \(patience.authored)",
    ] + detector.written + promotion.written + [
      "lease: \(lease?.authored ?? "none")", "drift: \(driftPartsPerMillion)",
      "fencing: \(fencesOldPrimary)", "role-change: \(roleChange.authored)",
      "warm-up: \(warmUp.authored)",
    ] + routing.written + [
      "incident: [\(incident.map(\.written).joined(separator: ", "))]", "jitter: \(jitter)",
      "seed: \(seed)", "duration: \(duration.authored)",
    ]
  }

  private func list(_ regions: [RegionID]) -> String {
    "[\(regions.map(\.name).joined(separator: ", "))]"
  }
}

extension FailoverScenario.Replication {
  fileprivate var written: [String] {
    switch self {
    case .asynchronous: ["replication: asynchronous"]
    case .synchronous(let named): ["replication: synchronous", "sync-standby: \(named)"]
    case .anyOf(let count): ["replication: any", "needed: \(count)"]
    case .all: ["replication: all"]
    case .semiSynchronous(let timeout):
      ["replication: semi-synchronous", "fall-back: \(timeout.authored)"]
    }
  }
}

extension FailoverScenario.Detector {
  fileprivate var written: [String] {
    [
      "interval: \(interval.authored)", "misses: \(misses)", "timeout: \(timeout.authored)",
      "agree: \(agree)", "probe-loss: \(probeLoss)",
    ]
  }
}

extension FailoverScenario.Promotion {
  fileprivate var written: [String] {
    switch self {
    case .automatic: ["promotion: automatic"]
    case .manual(let delay): ["promotion: manual", "operator: \(delay.authored)"]
    }
  }
}

extension FailoverScenario.Routing {
  fileprivate var written: [String] {
    switch self {
    case .proxy: ["routing: proxy"]
    case .anycast: ["routing: anycast"]
    case .dns(let ttl, let part, let stubborn):
      ["routing: dns", "ttl: \(ttl.authored)"]
        + (part > 0 ? ["stubborn: \(part)", "stubborn-ttl: \(stubborn.authored)"] : [])
    }
  }
}

extension RegionFault {
  fileprivate var written: String { "\(time.authored) \(change.written)" }
}

extension RegionFault.Change {
  fileprivate var written: String {
    switch self {
    case .crash(let region): "crash \(region)"
    case .recover(let region): "recover \(region)"
    case .pause(let region): "pause \(region)"
    case .resume(let region): "resume \(region)"
    case .isolate(let region): "isolate \(region)"
    case .rejoin(let region): "rejoin \(region)"
    case .cut(let from, let to): "cut \(from) \(to)"
    case .heal(let from, let to): "heal \(from) \(to)"
    case .slow(let from, let to, let factor): "slow \(from) \(to) \(factor)"
    case .skewClock(let region, let offset):
      "skew \(region) \(offset < .zero ? "-\((.zero - offset).authored)" : offset.authored)"
    case .driftClock(let region, let rate): "drift \(region) \(rate)"
    }
  }
}
