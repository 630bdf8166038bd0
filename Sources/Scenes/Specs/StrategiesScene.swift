import Content
import Drawing
import GeoModel

/// What a second site costs beside the first, strategy by strategy, and how soon it serves.
///
/// The time of the run is the recovery, a second for each strategy. Arguments: `data`: which share
/// of a site's cost is its data; `warm`: how large a warm standby is.
struct StrategiesScene: Scene {
  private let assumptions: SiteCostAssumptions

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let usual = SiteCostAssumptions.typical
    let data = try arguments.share("data", default: Share(usual.data))
    let warm = try arguments.share("warm", default: Share(usual.warm))
    try arguments.finish()
    assumptions = SiteCostAssumptions(data: data.value, warm: warm.value, backup: usual.backup)
  }

  var question: String { "What does a second site cost, and when does it serve?" }

  var playingTime: Duration { .seconds(8) }

  private static let strategies = RecoveryStrategy.allCases

  /// One row each, with room between them, a header and the axis.
  func idealHeight(width: Int) -> Int { 2 * Self.strategies.count + 2 }

  var events: [SceneEvent] {
    Self.strategies.enumerated().map { index, strategy in
      SceneEvent(
        time: .seconds(index),
        sentence: "\(strategy.meaning); it costs \(cost(of: strategy).text).")
    }
  }

  private func cost(of strategy: RecoveryStrategy) -> Share {
    Share(strategy.extraCost(assuming: assumptions))
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let width = canvas.size.width
    let margin = width < 50 ? 0 : 2
    let x = margin + 20
    let scale = Scale(max: 100, width: max(8, width - x - 24))
    let step = canvas.size.height >= idealHeight(width: width) ? 2 : 1
    canvas.put("cost", x: x, y: 0, style: .faint)
    canvas.put("serves within", endX: width - margin, y: 0, style: .faint)
    for (index, strategy) in Self.strategies.enumerated() {
      let y = 1 + index * step
      canvas.put(strategy.title, x: margin, y: y)
      canvas.fill(Rect(x: x, y: y, width: scale.width, height: 1), with: "·", style: .faint)
      guard time >= .seconds(index) else { continue }
      drawCost(of: strategy, scale, x: x, y: y, into: &canvas)
      let recovery = text(strategy.recoveryTime.upperBound)
      canvas.put(recovery, endX: width - margin, y: y, style: Style(.text, isBold: true))
    }
    canvas.axis(scale, x: x, y: 1 + Self.strategies.count * step, unit: "%")
  }

  private func drawCost(
    of strategy: RecoveryStrategy, _ scale: Scale, x: Int, y: Int, into canvas: inout Canvas
  ) {
    let cost = cost(of: strategy)
    canvas.bar(x: x, y: y, length: scale.column(of: cost.value * 100), style: Style(.voter))
    canvas.put(cost.text, x: x + scale.width + 1, y: y)
  }
}

extension RecoveryStrategy {
  fileprivate var title: String {
    switch self {
    case .backupRestore: "backup and restore"
    case .pilotLight: "pilot light"
    case .warmStandby: "warm standby"
    case .hotStandby: "hot standby"
    case .activeActive: "active-active"
    }
  }

  /// What of the second site is there before it is needed.
  fileprivate var meaning: String {
    switch self {
    case .backupRestore: "Backup and restore keeps copies of the data, and nothing runs"
    case .pilotLight: "A pilot light replicates the data, and its servers are a plan"
    case .warmStandby: "A warm standby replicates the data and runs a small service"
    case .hotStandby: "A hot standby runs at full size and waits"
    case .activeActive: "Active-active runs at full size and serves"
    }
  }
}
