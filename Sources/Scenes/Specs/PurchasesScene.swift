import Content
import Drawing
import GeoModel
import GeoSim

/// Many buyers on two continents, few units of each product, and a network that falls apart: what is
/// sold, product by product.
///
/// Arguments: `in` (partition, skew); `method`, of two regions that sell for themselves, or a design in
/// `design` or `text` with an inventory; `purchases`; `seed`.
struct PurchasesScene: Scene {
  private enum Trouble: String, CaseIterable { case partition, skew }

  private let groups: [UserGroup]
  private let record: PurchaseRecord
  /// By place: the number of its group.
  private let groupOfPlace: [Int]
  private let method: Inventory.Method

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let trouble = try arguments.choice("in", default: Trouble.partition)
    let count = try arguments.integer("purchases", in: 100...10_000, default: 10_000)
    let seed = try arguments.integer("seed", in: 0...1_000_000_000, default: 1)
    let rush = ServiceCheck.rushes.first { ($0.cut != nil) == (trouble == .partition) }
    let design = try Self.design(scene, &arguments)
    let key = try arguments.optionalString("text") == nil ? "design" : "text"
    guard let rush, let run = PurchaseRun(design, rush: rush.shortened(to: count)) else {
      throw arguments.failure(key, "the design sells nothing; give it an 'inventory'")
    }
    guard design.load.groups.count >= 2 else {
      throw arguments.failure(key, "the design has no accounts in India and in the EEA")
    }
    try arguments.finish()
    let groups = design.load.groups
    self.groups = groups
    groupOfPlace = groups.indices.flatMap { number in groups[number].places.map { _ in number } }
    method = run.inventory.method
    record = run.play(seed: UInt64(seed))
  }

  /// The design that is given, or two regions that sell for themselves by a method.
  private static func design(
    _ scene: SceneArguments, _ arguments: inout Arguments
  ) throws(Diagnostic) -> ServiceDesign {
    let given = [
      try arguments.optionalString("text"), try arguments.optionalString("design"),
    ]
    guard given == [nil, nil] else { return ServiceDesign(try arguments.design(from: scene.atlas)) }
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let method: Inventory.Method = try arguments.choice("method")
    let homes: [(String, String, RegionID)] = [
      ("india", "India", "ap-south-1"), ("eu", "EEA", "eu-central-1"),
    ]
    let populations = homes.map { Population(name: $0, jurisdiction: $1, home: [$2]) }
    let stock = Service(
      name: "stock", keeps: .stock, serves: populations.map(\.name),
      copies: .active(homes.map(\.2)))
    var inventory = Inventory(method, services: [stock.name])
    inventory.rights = homes.map { _ in 1 / Double(homes.count) }
    return ServiceDesign(
      topology: topology, load: .platform(of: populations, in: topology), services: [stock],
      inventory: inventory)
  }

  var question: String { "How many units are sold that are not there?" }

  var playingTime: Duration { .seconds(14) }

  private var rush: PurchaseRush { record.rush }
  private var stock: Int { rush.units * rush.products }

  // MARK: - The story

  var events: [SceneEvent] {
    ([SceneEvent(time: .zero, sentence: opening)] + cutEvents + oversaleEvents
      + [SceneEvent(time: record.answers.last?.time ?? rush.duration, sentence: closing)])
      .inOrderOfTime
  }

  private var opening: String {
    let goods = "\(Quantity.count(rush.purchases).text) buyers want \(stock) units"
    return rush.cut == nil
      ? "\(goods); the clocks are \(text(rush.skew)) apart."
      : "\(goods) of \(rush.products) products."
  }

  private var cutEvents: [SceneEvent] {
    guard let cut = rush.cut else { return [] }
    return [
      SceneEvent(
        time: cut.lowerBound,
        sentence: "The network between \(groups[0].name) and \(groups[1].name) is cut."),
      SceneEvent(time: cut.upperBound, sentence: "The network is whole again."),
    ]
  }

  private var oversaleEvents: [SceneEvent] {
    record.firstOversale.map {
      [SceneEvent(time: $0, sentence: "A buyer is sold a unit that is not there.")]
    } ?? []
  }

  private var closing: String {
    let result = record.measurement
    guard result.oversold == 0 else {
      return "By \(method.rawValue) \(result.oversold) units are sold that there never were."
    }
    return result.missed == 0
      ? "Nothing is oversold, and nothing is left that somebody wanted."
      : "Nothing is oversold; \(result.missed) units are left though somebody wanted them."
  }

  // MARK: - The picture

  /// The rows below the products.
  private static let footer = 4

  func idealHeight(width: Int) -> Int { min(rush.products, 10) + 1 + Self.footer }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let tally = PurchaseTally(record, groupOfPlace: groupOfPlace, groups: groups.count, at: time)
    let shown = max(1, min(rush.products, canvas.size.height - 1 - Self.footer))
    let layout = PurchasesLayout(width: canvas.size.width, most: mostSold(of: shown))
    drawLegend(layout, into: &canvas)
    for product in 0..<shown {
      draw(product, tally, layout, y: 1 + product, into: &canvas)
    }
    drawSummary(tally, layout, y: 2 + shown, at: time, into: &canvas)
  }

  /// Of one product, in the end: so that bars grow and their scale stays.
  private func mostSold(of shown: Int) -> Int {
    let tally = PurchaseTally(
      record, groupOfPlace: groupOfPlace, groups: groups.count, at: .seconds(1_000_000))
    return max(rush.units, (0..<shown).map(tally.sold).max() ?? 0)
  }

  private func drawLegend(_ layout: PurchasesLayout, into canvas: inout Canvas) {
    canvas.put("product", x: layout.margin, y: 0, style: .faint)
    var x = layout.x
    for (number, group) in groups.enumerated() {
      let (fill, style) = Self.fill(ofGroup: number)
      x = canvas.put(String(fill), x: x, y: 0, style: style)
      x = canvas.put(" \(group.name)  ", x: x, y: 0, style: .faint)
    }
    x = canvas.put("│", x: x, y: 0, style: .strong)
    canvas.put(" the \(rush.units) that there are", x: x, y: 0, style: .faint)
  }

  private static func fill(ofGroup number: Int) -> (Character, Style) {
    number == 0 ? ("█", Style(.voter)) : ("▒", Style(.message))
  }

  private func draw(
    _ product: Int, _ tally: PurchaseTally, _ layout: PurchasesLayout, y: Int,
    into canvas: inout Canvas
  ) {
    canvas.put("\(product + 1)", endX: layout.margin + 7, y: y)
    var sum = 0
    for number in groups.indices {
      let start = layout.column(sum)
      sum += tally.sold[product][number]
      let (fill, style) = Self.fill(ofGroup: number)
      canvas.fill(
        Rect(x: layout.x + start, y: y, width: layout.column(sum) - start, height: 1), with: fill,
        style: style)
    }
    canvas.put("│", x: layout.x + layout.column(rush.units), y: y, style: .strong)
    let over = tally.sold(product) - rush.units
    canvas.put("\(tally.sold(product))", endX: layout.countsX + 4, y: y)
    guard over > 0 else { return }
    canvas.put(
      "✘ \(over) too many", x: layout.countsX + 6, y: y, style: Style(.lost, isBold: true))
  }

  private func drawSummary(
    _ tally: PurchaseTally, _ layout: PurchasesLayout, y: Int, at time: Duration,
    into canvas: inout Canvas
  ) {
    let sold = "All \(rush.products) products: \(tally.total) of \(stock) units sold"
    let x = canvas.put(sold, x: layout.margin, y: y) + 2
    let mark = tally.oversold == 0 ? Mark.done : .lost
    canvas.put(
      "\(mark.glyph) \(tally.oversold) oversold", x: x, y: y, style: mark.style)
    canvas.put(
      "Told that nothing is left: \(tally.refused)   still without an answer: \(tally.waiting)",
      x: layout.margin, y: y + 1, style: .faint)
    canvas.put(state(at: time), x: layout.margin, y: y + 2, style: .faint)
  }

  private func state(at time: Duration) -> String {
    let clock = "After \(text(min(time, rush.duration))):"
    guard let cut = rush.cut else { return "\(clock) the network is whole." }
    return cut.contains(time)
      ? "\(clock) ✘ the network is cut, until \(text(cut.upperBound))."
      : "\(clock) the network is whole."
  }
}

/// Where the bars and the numbers of a rush are.
private struct PurchasesLayout {
  let margin: Int
  let x: Int
  let countsX: Int
  private let scale: Scale

  init(width: Int, most: Int) {
    margin = width < 50 ? 0 : 2
    x = margin + 9
    // Numbers such as `57  ✘ 17 too many`.
    countsX = max(x + 8, width - margin - 21)
    scale = Scale(max: Double(most), width: countsX - x - 2)
  }

  func column(_ units: Int) -> Int { Int(scale.column(of: Double(units)).rounded()) }
}

/// What has been sold up to a moment.
private struct PurchaseTally {
  /// By product, then by group.
  private(set) var sold: [[Int]]
  private(set) var refused = 0
  private(set) var waiting = 0
  private let units: Int

  init(
    _ record: PurchaseRecord, groupOfPlace: [Int], groups: Int, at time: Duration
  ) {
    units = record.rush.units
    sold = Array(repeating: Array(repeating: 0, count: groups), count: record.rush.products)
    let answers = record.answers.prefix { $0.time <= time }
    for answer in answers {
      guard answer.isSold else {
        refused += 1
        continue
      }
      sold[answer.purchase.product][groupOfPlace[answer.purchase.place]] += 1
    }
    waiting = record.purchases.prefix { $0.time <= time }.count - answers.count
  }

  func sold(_ product: Int) -> Int { sold[product].reduce(0, +) }
  var total: Int { sold.indices.reduce(0) { $0 + sold($1) } }
  var oversold: Int { sold.indices.reduce(0) { $0 + max(0, sold($1) - units) } }
}
