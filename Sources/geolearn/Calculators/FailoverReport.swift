import Content
import GeoModel
import GeoSim

/// What a failover cost in many trials, and what the formulas say: what `calc failover` says.
struct FailoverReport {
  /// One measured quantity.
  struct Row {
    enum Unit { case seconds, count, share }

    let title: String
    let key: String
    let unit: Unit
    let measured: Distribution?
    /// What the formula gives on average; `nil` where there is none.
    let formula: Double?
  }

  /// As the learner named it.
  let name: String
  let scenario: FailoverScenario
  let seed: UInt64
  let trials: FailoverTrials

  var count: Int { trials.measurements.count }

  /// In how many trials a failover came to its end.
  var recovered: Int { trials.measurements.count { $0.rto != nil } }

  var expectation: FailoverExpectation? { scenario.expectation }

  var rows: [Row] { parts + losses }

  private var parts: [Row] {
    [
      part("detect", "detect_s", \.detect, \.detect),
      part("decide, fence", "decide_and_fence_s", \.decideAndFence, \.decideAndFence),
      part("promote", "promote_s", \.promote, \.promote),
      part("warm", "warm_s", \.warm, \.warm),
      part("route", "route_s", \.route, \.route),
      part("RTO", "rto_s", \.total, \.total),
      row("last client", "last_client_s", .seconds) {
        $0.rto.map { seconds($0.total - $0.route + $0.lastRoute) }
      },
    ]
  }

  private var losses: [Row] {
    [
      row("RPO", "rpo_s", .seconds, formula: expectation?.rpo.map(seconds)) { seconds($0.rpo) },
      row("lost writes", "lost_writes", .count, formula: expectation?.lostWrites) {
        Double($0.lostWrites)
      },
      row("failed writes", "failed_writes", .share) { 1 - $0.writeAvailability },
      row("no write for", "interruption_s", .seconds) { seconds($0.interruption) },
      row("false failovers", "false_failovers", .count) { Double($0.falseFailovers) },
      row("split brain", "split_brain_writes", .count) { Double($0.splitBrainWrites) },
    ]
  }

  private func part(
    _ title: String, _ key: String, _ measured: KeyPath<RecoveryTime, Duration>,
    _ formula: KeyPath<FailoverExpectation, FailoverExpectation.Span>
  ) -> Row {
    row(
      title, key, .seconds, formula: expectation.map { seconds($0[keyPath: formula].mean) }
    ) { $0.rto.map { seconds($0[keyPath: measured]) } }
  }

  private func row(
    _ title: String, _ key: String, _ unit: Row.Unit, formula: Double? = nil,
    _ value: (FailoverMeasurement) -> Double?
  ) -> Row {
    Row(
      title: title, key: key, unit: unit, measured: trials.distribution(value),
      formula: formula)
  }

  /// Over all trials.
  var availability: Double {
    trials.distribution(\.writeAvailability)?.mean ?? 1
  }
}

extension FailoverReport {
  var json: JSON {
    .object(
      [
        JSON.Member("scenario", .string(name)),
        JSON.Member("trials", .number(Double(count))),
        JSON.Member("seed", .string(String(seed))),
        JSON.Member("recovered", .number(Double(recovered))),
        JSON.Member("write_availability", .number(availability)),
      ] + rows.map { JSON.Member($0.key, $0.json) })
  }
}

extension FailoverReport.Row {
  fileprivate var json: JSON {
    guard let measured else {
      return .object([JSON.Member("formula", .optional(formula))])
    }
    return .object([
      JSON.Member("p50", .number(measured.p50)),
      JSON.Member("p90", .number(measured.p90)),
      JSON.Member("p99", .number(measured.p99)),
      JSON.Member("max", .number(measured.maximum)),
      JSON.Member("mean", .number(measured.mean)),
      JSON.Member("margin", .optional(measured.margin.isFinite ? measured.margin : nil)),
      JSON.Member("formula", .optional(formula)),
    ])
  }
}
