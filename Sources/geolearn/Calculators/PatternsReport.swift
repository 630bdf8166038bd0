import Content
import GeoModel
import GeoSim

/// A workload in the four patterns: what `calc patterns` says.
struct PatternsReport {
  /// As the learner named it.
  let name: String
  let workload: Workload
  let patterns: [MeasuredPattern]
  let requestCount: Int

  init(name: String, workload: Workload, sort: PatternColumn?) {
    self.name = name
    self.workload = workload
    patterns = workload.compared(by: sort)
    requestCount = workload.requests.count
  }
}

extension PatternsReport {
  var json: JSON {
    .object([
      JSON.Member("workload", .string(name)),
      JSON.Member("requests", .integer(requestCount)),
      JSON.Member("seed", .string(String(workload.seed))),
      JSON.Member("session", .string(workload.session.rawValue)),
      JSON.Member("lost", workload.outage.map { .string($0.region.name) } ?? .null),
      JSON.Member("patterns", .array(patterns.map(\.json))),
    ])
  }
}

extension MeasuredPattern {
  fileprivate var json: JSON {
    .object(
      [JSON.Member("pattern", .string(pattern.rawValue))]
        + members("write", measurement.writes) + members("read", measurement.reads)
        + [
          JSON.Member("stale_reads", .integer(measurement.staleReads)),
          JSON.Member("staleness_mean_ms", .optional(measurement.staleness?.mean)),
          JSON.Member("staleness_p99_ms", .optional(measurement.staleness?.p99)),
          JSON.Member("visible_after_mean_ms", .optional(measurement.visibility?.mean)),
          JSON.Member("anomalies", .integer(measurement.anomalies)),
          JSON.Member("broken_read_your_writes", .integer(measurement.brokenReadYourWrites)),
          JSON.Member("broken_monotonic_reads", .integer(measurement.brokenMonotonicReads)),
          JSON.Member("lost_updates", .integer(measurement.lostUpdates)),
          JSON.Member("oversold", .integer(measurement.oversold)),
          JSON.Member("gone_writes", .integer(measurement.goneWrites)),
          JSON.Member("cost_bills", .number(measurement.cost.bills())),
          JSON.Member("copies", .integer(measurement.cost.copies)),
          JSON.Member("applied_per_write", .number(measurement.cost.appliedPerWrite)),
          JSON.Member("crossings_per_write", .number(measurement.cost.crossingsPerWrite)),
          JSON.Member("clients", .array(measurement.places.map(json))),
        ])
  }

  private func json(_ place: PatternMeasurement.Place) -> JSON {
    .object(
      [JSON.Member("region", .string(place.region.name))]
        + members("write", place.writes) + members("read", place.reads)
        + [
          JSON.Member("unanswered_writes", .integer(place.unansweredWrites)),
          JSON.Member("unanswered_reads", .integer(place.unansweredReads)),
          JSON.Member("outage_s", .optional(place.outage.map { $0 / .seconds(1) })),
        ])
  }

  private func members(_ name: String, _ latency: Distribution?) -> [JSON.Member] {
    [
      JSON.Member("\(name)_p50_ms", .optional(latency?.p50)),
      JSON.Member("\(name)_p99_ms", .optional(latency?.p99)),
      JSON.Member("\(name)_mean_ms", .optional(latency?.mean)),
    ]
  }
}
