import Content
import Drawing
import GeoModel

/// The flows of a design, followed one by one, with what was found beside each.
///
/// The time of the run is a second for each flow. Arguments: `design`; `policy` instead of the
/// design's own.
struct AuditScene: Scene {
  private let audit: ResidencyAudit
  private let rows: [FlowRow]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    audit = try arguments.audit(from: scene.atlas)
    try arguments.finish()
    rows = FlowRow.rows(of: audit)
  }

  var question: String { "Which flow takes personal data where they must not be?" }

  var playingTime: Duration { .seconds(rows.count) }

  var events: [SceneEvent] {
    let steps = rows.enumerated().map { index, row in
      SceneEvent(time: .seconds(index), sentence: sentence(about: row))
    }
    return steps + [SceneEvent(time: .seconds(rows.count), sentence: total)]
  }

  private func sentence(about row: FlowRow) -> String {
    if !row.findings.isEmpty { return row.findings.sentence }
    let place = "\(row.store.name) (\(row.store.placement.text))"
    guard let flow = row.flow else { return "The application writes personal data into \(place)." }
    if row.isAnonymous { return "By \(flow.words): \(place) has numbers about groups, and nobody." }
    return "By \(flow.words): \(place) has it too, and may."
  }

  private var total: String {
    let law = audit.findings.count { $0.rule.source == .law }
    return audit.findings.isEmpty
      ? "Nothing was found in \(rows.count) steps."
      : "\(law) found by law, \(audit.findings.count - law) by policy."
  }

  // MARK: - The picture

  /// A header and the rows.
  func idealHeight(width: Int) -> Int { lines(of: Array(rows.indices)).count + 1 }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let shown = shownRows(height: canvas.size.height)
    let hidden = rows.count - shown.count
    let columns = Columns(rows, width: canvas.size.width)
    drawHeader(columns, into: &canvas)
    var y = 1
    for line in lines(of: shown) {
      draw(line, columns, y: y, at: time, into: &canvas)
      y += 1
    }
    guard hidden > 0 else { return }
    canvas.put("and \(hidden) more in which nothing is found", x: 2, y: y, style: .faint)
  }

  /// A row of the picture: a row of the tree, or one more thing that was found there.
  private struct Line {
    let row: Int
    let finding: Int
  }

  private func lines(of shown: [Int]) -> [Line] {
    shown.flatMap { row in
      (0..<max(1, rows[row].findings.count)).map { Line(row: row, finding: $0) }
    }
  }

  /// Where there is no room for all rows: those with findings, what leads to them, then the first.
  private func shownRows(height: Int) -> [Int] {
    let all = Array(rows.indices)
    guard lines(of: all).count + 1 > height else { return all }
    var shown = Set(
      all.filter { !rows[$0].findings.isEmpty }.flatMap { rows[$0].ancestors + [$0] })
    for row in all {
      let more = shown.union(rows[row].ancestors + [row])
      if lines(of: more.sorted()).count + 2 <= height { shown = more }
    }
    return shown.sorted()
  }

  /// Where the columns begin, and what stands in the middle one.
  private struct Columns {
    let place: Int
    let verdict: Int
    let namesRegions: Bool

    var placeWidth: Int { verdict - place - 2 }

    init(_ rows: [FlowRow], width: Int) {
      let tree = rows.map { columns(of: $0.branch + $0.text) }.max() ?? 0
      verdict = max(20, width - 29)
      place = min(tree + 4, verdict)
      let regions = rows.map { columns(of: $0.store.placement.text) }.max() ?? 0
      namesRegions = regions <= verdict - place - 2
    }
  }

  /// The regions of a store, or where there is no room for them, their laws.
  private func place(of store: Store, _ columns: Columns) -> String {
    if columns.namesRegions { return store.placement.text }
    let laws = store.placement.regions.map { audit.design.jurisdiction(of: $0).name }
    let home = store.placement.includesHome ? ["home"] : []
    return laws.reduce(into: home) { names, name in
      if !names.contains(name) { names.append(name) }
    }.joined(separator: ", ")
  }

  private func drawHeader(_ columns: Columns, into canvas: inout Canvas) {
    canvas.put("where personal data flow", x: 2, y: 0, style: .faint)
    if columns.placeWidth > 5 {
      canvas.put(columns.namesRegions ? "regions" : "law", x: columns.place, y: 0, style: .faint)
    }
    canvas.put("found", x: columns.verdict, y: 0, style: .faint)
  }

  private func draw(
    _ line: Line, _ columns: Columns, y: Int, at time: Duration, into canvas: inout Canvas
  ) {
    let row = rows[line.row]
    let isFollowed = time >= .seconds(line.row)
    if isFollowed { drawVerdict(row, line.finding, columns, y: y, into: &canvas) }
    guard line.finding == 0 else {
      canvas.put(row.trunk, x: 2, y: y, style: .faint)
      return
    }
    let isNow = isFollowed && time < .seconds(line.row + 1)
    let style = isFollowed ? Style(.text, isBold: isNow) : .faint
    let x = canvas.put(row.branch, x: 2, y: y, style: .faint)
    let text = StyledText(row.text, style: style)
    canvas.put(text.truncated(width: columns.verdict - 2 - x), x: x, y: y)
    guard columns.placeWidth > 5 else { return }
    let place = StyledText(place(of: row.store, columns), style: style)
    canvas.put(place.truncated(width: columns.placeWidth), x: columns.place, y: y)
  }

  private func drawVerdict(
    _ row: FlowRow, _ finding: Int, _ columns: Columns, y: Int, into canvas: inout Canvas
  ) {
    let mark = row.findings.isEmpty ? Mark.done : .lost
    let words =
      row.findings.isEmpty
      ? (row.isAnonymous ? "anonymous" : "") : row.findings[finding].verdict
    let x = canvas.put("\(mark.glyph) ", x: columns.verdict, y: y, style: mark.style)
    canvas.put(words, x: x, y: y, style: mark.style)
  }
}
