import Content
import Drawing
import GeoModel

/// When each copy of a person's data is gone after the request to erase, and of what it dies.
///
/// Arguments: `design`; what of it is to be otherwise: `shredding` and `ledger`, whether keys are
/// destroyed and a ledger is kept, `repair`, how often Cassandra is repaired; and what happens:
/// `away`, how long a replica of Cassandra is away, `restore`, when a backup is restored that is
/// `backup-age` old. `none` stands for never.
struct ErasureTimeline: Scene {
  private let report: ErasureReport
  private let lanes: [ErasureLane]
  let events: [SceneEvent]
  /// The end of the axis.
  let duration: Duration

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    var design = try arguments.design(from: scene.atlas)
    if try !arguments.flag("shredding", default: true) {
      design = design.withoutShredding
    }
    design.setLedger(try arguments.flag("ledger", default: design.hasLedger))
    if try arguments.optionalString("repair") != nil {
      design.repair(every: try arguments.durationOrNone("repair"))
    }
    let circumstances = ErasureCircumstances(
      away: try arguments.durationOrNone("away") ?? .zero,
      restore: try arguments.durationOrNone("restore"),
      backupAge: try arguments.duration("backup-age", default: .days(20)))
    try arguments.finish()
    report = ErasureReport(design, circumstances)
    lanes = ErasureLane.all(of: report)
    duration = Self.horizon(of: lanes)
    events = ErasureNarration(report: report, lanes: lanes, horizon: duration).events
  }

  /// A third beyond the deadline, or as far as the last end if that is not much later.
  private static func horizon(of lanes: [ErasureLane]) -> Duration {
    let last = lanes.compactMap(\.end).max() ?? .zero
    let usual = ErasureReport.month * 4 / 3
    return max(usual, min(last * 21 / 20, ErasureReport.month * 2))
  }

  let question = "When is the last copy gone?"

  var playingTime: Duration { .seconds(16) }

  private var chart: ErasureChart {
    ErasureChart(report: report, lanes: lanes, horizon: duration)
  }

  func idealHeight(width: Int) -> Int { chart.idealHeight }

  func draw(at time: Duration, into canvas: inout Canvas) { chart.draw(at: time, into: &canvas) }
}

extension Arguments {
  /// A time; `nil` for the word `none`, and where it is not given.
  fileprivate mutating func durationOrNone(_ key: String) throws(Diagnostic) -> Duration? {
    let text = try optionalString(key)
    return text == nil || text == "none" ? nil : try duration(key)
  }
}

extension Design {
  fileprivate mutating func setLedger(_ isKept: Bool) {
    erasure.removeAll { $0 == .ledger }
    if isKept { erasure.insert(.ledger, at: 0) }
  }

  fileprivate mutating func repair(every interval: Duration?) {
    for index in stores.indices where stores[index].engine == .cassandra {
      stores[index].repair = interval
    }
  }
}
