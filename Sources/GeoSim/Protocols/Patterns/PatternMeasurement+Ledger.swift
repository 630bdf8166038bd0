import GeoModel

extension PatternMeasurement {
  init(_ ledger: PatternLedger, crossings: Int) {
    let outcomes = ledger.outcomes
    places = ledger.stage.workload.clients.indices.map { place in
      Place(
        ledger.stage.workload, place: place, outcomes.filter { $0.request.place == place })
    }
    reads = Self.latencies(outcomes.filter(\.request.isRead))
    writes = Self.latencies(outcomes.filter { !$0.request.isRead })
    let ages = outcomes.compactMap(ledger.staleness).map(\.duration.milliseconds)
    staleness = Distribution(ages)
    staleReads = ages.count { $0 > 0 }
    visibility = Distribution(
      ledger.survivors.flatMap(\.visibilities).map(\.duration.milliseconds))
    (brokenReadYourWrites, brokenMonotonicReads) = ledger.brokenSessions
    lostUpdates = ledger.lostUpdates
    oversold = ledger.oversold
    goneWrites = ledger.goneWrites
    cost = ledger.cost(crossings: crossings)
  }

  fileprivate static func latencies(_ outcomes: [PatternLedger.Outcome]) -> Distribution? {
    Distribution(outcomes.compactMap(\.latency).map(\.duration.milliseconds))
  }
}

extension PatternMeasurement.Place {
  fileprivate init(_ workload: Workload, place: Int, _ outcomes: [PatternLedger.Outcome]) {
    let unanswered = outcomes.filter { $0.reply == nil }.map(\.request)
    region = workload.clients[place].region
    reads = PatternMeasurement.latencies(outcomes.filter(\.request.isRead))
    writes = PatternMeasurement.latencies(outcomes.filter { !$0.request.isRead })
    unansweredReads = unanswered.count(where: \.isRead)
    unansweredWrites = unanswered.count - unansweredReads
    outage = workload.outage.flatMap { outage in
      unanswered.last.map { max(.zero, $0.time - outage.time) }
    }
  }
}

extension PatternLedger {
  /// Applied in every region that lives to see it; a member of a group applies a sale as well.
  fileprivate func cost(crossings: Int) -> PatternCost {
    let written = outcomes.count { $0.written != nil }
    let applied = survivors.reduce(0) { $0 + $1.known.reduce(0, +) }
    let writes = Double(max(1, written))
    return PatternCost(
      copies: stage.regionCount,
      appliedPerWrite: Double(applied) / writes * Double(stage.regionCount)
        / Double(survivors.count),
      crossingsPerWrite: Double(crossings) / writes)
  }
}
