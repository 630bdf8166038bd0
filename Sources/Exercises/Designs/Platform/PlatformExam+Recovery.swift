import Content
import GeoModel
import GeoSim

/// 4.5: what is lost, and for how long does the shop stand still?
extension PlatformExam {
  static let recovery: [Requirement<PlatformMeasurements>] = [
    survival("stock-rpo", "Stock: RPO 0", points: 3, .lossAtMost(.zero), [.stock]),
    survival(
      "stock-rto", "Stock: RTO at most 30 s", points: 3, .recoveryWithin(.seconds(30)), [.stock]),
    // "Minutes" are less than an hour, and "hours" are less than a day.
    survival(
      "catalogue-rpo", "Catalogue: RPO of minutes", points: 2, .lossAtMost(.seconds(3600)),
      [.catalogue]),
    survival(
      "catalogue-rto", "Catalogue: RTO of hours", points: 2, .recoveryWithin(.seconds(86_400)),
      [.catalogue]),
    survival(
      "orders-rpo", "Orders and payments: RPO 0", points: 3, .lossAtMost(.zero),
      [.orders, .payments]),
    survival(
      "orders-rto", "Orders and payments: RTO at most 60 s", points: 3,
      .recoveryWithin(.seconds(60)), [.orders, .payments]),
    survival(
      "split-brain", "No write of a replaced primary", points: 3, .noSplitBrain,
      [.catalogue, .orders, .payments, .stock]),
    Requirement(item: "4.5", name: "latency", title: "Nobody waits long for a write", points: 1) {
      latency($0)
    },
    Requirement(
      item: "4.5", name: "two", title: "Two regions at once (shown, not demanded)", points: 0
    ) {
      twoRegions($0)
    },
  ]

  /// A part of the troubles survived gives a part of the points.
  private static func survival(
    _ name: String, _ title: String, points: Int, _ measure: RecoveryMeasure,
    _ kinds: [Service.Kind]
  ) -> Requirement<PlatformMeasurements> {
    Requirement(item: "4.5", name: name, title: title, points: points) { measured in
      for kind in kinds {
        guard let people = measured.unserved(by: kind) else { continue }
        return .fail(
          "No service keeps \(kind.rawValue) for \(people) accounts.",
          help: "a service with 'keeps: \(kind.rawValue)' says how copies are kept alike",
          limit: measure.limit)
      }
      let trials = measured.keeping(kinds).flatMap { service in
        service.measurements.filter { measure.counts($0.trouble) }.map {
          ServiceOutcome(measured: service, measurement: $0)
        }
      }
      return ruling(on: trials, measure, points: points, in: measured)
    }
  }

  private static func ruling(
    on trials: [ServiceOutcome], _ measure: RecoveryMeasure, points: Int,
    in measured: PlatformMeasurements
  ) -> Ruling {
    let missed = trials.filter { !measure.isMet(by: $0.measurement) }
    let worst = trials.dropFirst().reduce(trials.first) { worst, next in
      worst.map { measure.isWorse(next.measurement, than: $0.measurement) ? next : $0 }
    }
    guard let worst else { return .fail("Nothing was measured.", help: "add services") }
    let (service, measurement) = (worst.measured.service, worst.measurement)
    let sentence = measure.sentence(service, measurement)
    guard !missed.isEmpty else {
      let margin = measure.margin(measurement).map {
        " \(Quantity.duration($0).text) are left to the limit."
      }
      return .pass(
        sentence + (margin ?? "") + falseAlarms(trials, measure),
        measured: measure.measured(measurement), limit: measure.limit)
    }
    let belief = ServiceMisconception(behind: measure, of: service, in: measurement)
    let shown = worst.replay(of: measure, in: measured)
    return .fail(
      "\(sentence) \(belief?.explanation(of: service) ?? "")",
      help: belief?.remedy(for: service)
        ?? "look at the run: who could have gone on, and what was he waiting for?",
      misconception: belief?.rawValue, measured: measure.measured(measurement),
      limit: measure.limit, replay: shown?.directive, moment: shown?.moment,
      reached: points * (trials.count - missed.count) / trials.count)
  }

  /// What chance alone does to a watched primary; told where a failover is a matter of seconds.
  private static func falseAlarms(_ trials: [ServiceOutcome], _ measure: RecoveryMeasure) -> String
  {
    guard measure == .noSplitBrain,
      let worst = trials.map(\.measured).max(by: {
        $0.falseFailoversPerDay < $1.falseFailoversPerDay
      })
    else { return "" }
    let loss = Share(Trouble.dailyLoss).text
    return " On a day with \(loss) of the messages lost, \(worst.service.name) fails over "
      + "\(significantText(worst.falseFailoversPerDay)) times by chance, by the formula."
  }

  private static func significantText(_ number: Double) -> String {
    number < 0.01
      ? "less than 0.01" : Quantity.rate(perSecond: number).text.prefix { $0 != " " }.description
  }

  // MARK: - What is shown beside

  private static let writeLimit = Duration.milliseconds(500)

  private static func latency(_ measured: PlatformMeasurements) -> Ruling {
    let waits = measured.keeping([.orders, .payments, .stock]).flatMap { service in
      service.latencies.map { (service: service.service.name, latency: $0) }
    }
    let limit = "at most \(Quantity.duration(writeLimit).text)"
    guard let slowest = waits.max(by: { $0.latency.write.p99 < $1.latency.write.p99 }) else {
      return .fail("Nobody writes anything.", help: "add services for orders and stock")
    }
    let (p50, p99) = (slowest.latency.write.p50, slowest.latency.write.p99)
    let times = [p50, p99].map { Quantity.duration(.milliseconds($0)).text }
    let sentence =
      "In \(slowest.latency.place) a write to \(slowest.service) takes \(times[0]) in the median "
      + "and \(times[1]) for the slowest in a hundred."
    return p99 <= writeLimit.milliseconds
      ? .pass(sentence, measured: "p99 \(times[1])", limit: limit)
      : .fail(
        sentence, help: "wait for regions that are nearer", measured: "p99 \(times[1])",
        limit: limit)
  }

  private static func twoRegions(_ measured: PlatformMeasurements) -> Ruling {
    let losses = measured.keeping([.orders, .payments, .stock]).flatMap { service in
      service.measurements.filter {
        if case .losesBoth = $0.trouble { true } else { false }
      }.map { ServiceOutcome(measured: service, measurement: $0) }
    }
    let stopped = losses.filter { $0.measurement.rto == nil }
    let lossy = losses.filter { $0.measurement.lostWrites > 0 }
    return .pass(
      "Of \(losses.count) pairs of regions, the loss of \(stopped.count) stops a service and the "
        + "loss of \(lossy.count) takes acknowledged writes away.",
      measured: "\(losses.count - stopped.count) of \(losses.count) survived")
  }
}

/// A service in one trouble.
struct ServiceOutcome {
  let measured: MeasuredService
  let measurement: ServiceMeasurement
}
