import Content
import Drawing
import GeoModel

/// What a global table costs in one region, in two, and so on: writes and storage everywhere, reads
/// where they are made.
///
/// The time of the run is one second for each table. Arguments: `regions`: of the largest table;
/// `writes`, `storage`: their shares of the bill of a single region; `transfer`: what sending all
/// changes to one more region costs, as such a share.
struct TableCostScene: Scene {
  private let costs: [GlobalTableCost]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let regions = try arguments.integer("regions", in: 2...6, default: 4)
    let writes = try arguments.share("writes", default: Share(0.5)).value
    let storage = try arguments.share("storage", default: Share(0.2)).value
    let transfer = try arguments.share("transfer", default: Share(0.05)).value
    guard writes + storage <= 1 else {
      throw arguments.failure(
        "writes",
        "writes and storage are \(Share(writes + storage).text) of a bill; they must "
          + "be 100 % at most")
    }
    try arguments.finish()
    costs = (1...regions).map {
      GlobalTableCost(regions: $0, writes: writes, storage: storage, transfer: transfer)
    }
  }

  var question: String { "What does one more region cost?" }

  var playingTime: Duration { .seconds(8) }

  /// One row each, with room between them, a legend and the axis.
  func idealHeight(width: Int) -> Int { 2 * costs.count + 2 }

  var events: [SceneEvent] {
    costs.enumerated().map { index, cost in
      let bill = Quantity.ratio(cost.multiple).text
      return SceneEvent(
        time: .seconds(index),
        sentence: index == 0
          ? "One region: this bill counts as 1."
          : "\(cost.regions) regions: writes and storage \(cost.regions) times, reads once; "
            + "together \(bill).")
    }
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let width = canvas.size.width
    let margin = width < 50 ? 0 : 2
    let x = margin + 12
    let scale = Scale(max: costs.last?.multiple ?? 1, width: max(8, width - x - 12))
    let step = canvas.size.height >= idealHeight(width: width) ? 2 : 1
    drawLegend(x: x, into: &canvas)
    for (index, cost) in costs.enumerated() where time >= .seconds(index) {
      let y = 1 + index * step
      canvas.put(cost.regions == 1 ? "1 region" : "\(cost.regions) regions", x: margin, y: y)
      let end = draw(cost, scale, x: x, y: y, into: &canvas)
      canvas.put(
        Quantity.ratio(cost.multiple).text, x: end + 1, y: y,
        style: index == costs.count - 1 ? .strong : Style(.text, isBold: true))
    }
    canvas.axis(scale, x: x, y: 1 + costs.count * step, unit: "×")
  }

  private func drawLegend(x: Int, into canvas: inout Canvas) {
    var column = x
    for part in Part.allCases {
      let sample = String(repeating: part.fill, count: 2)
      column = canvas.put(sample, x: column, y: 0, style: part.style)
      column = canvas.put(" \(part.rawValue)  ", x: column, y: 0, style: .faint)
    }
  }

  /// - Returns: the column after the bar.
  private func draw(
    _ cost: GlobalTableCost, _ scale: Scale, x: Int, y: Int, into canvas: inout Canvas
  ) -> Int {
    var sum = 0.0
    var column = x
    for part in Part.allCases {
      sum += part.share(of: cost)
      let end = x + Int(scale.column(of: sum).rounded())
      canvas.fill(
        Rect(x: column, y: y, width: end - column, height: 1), with: part.fill, style: part.style)
      column = end
    }
    return column
  }
}

private enum Part: String, CaseIterable {
  case writes, storage, reads, transfer

  var fill: Character {
    switch self {
    case .writes: "█"
    case .storage: "▒"
    case .reads: "░"
    case .transfer: "="
    }
  }

  var style: Style {
    switch self {
    case .writes: Style(.message)
    case .storage: Style(.voter)
    case .reads: Style(.text)
    case .transfer: Style(.link)
    }
  }

  func share(of cost: GlobalTableCost) -> Double {
    let count = Double(cost.regions)
    return switch self {
    case .writes: count * cost.writes
    case .storage: count * cost.storage
    case .reads: cost.reads
    case .transfer: (count - 1) * cost.transfer
    }
  }
}
