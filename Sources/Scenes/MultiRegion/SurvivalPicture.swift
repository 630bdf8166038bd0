import Content
import Drawing
import GeoModel
import GeoSim

/// One row for each region: its replicas by zone, and its client's writes before and after a loss.
struct SurvivalPicture {
  private let run: SurvivalRun
  private let layout: Layout

  init(run: SurvivalRun, size: Size) {
    self.run = run
    layout = Layout(run: run, width: size.width)
  }

  /// A heading, a row for each region, a line of the quorum and one of the marks.
  static func idealHeight(regions: Int) -> Int { 2 * regions + 4 }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let isSpacious = canvas.size.height >= Self.idealHeight(regions: run.clients.count)
    let step = isSpacious ? 2 : 1
    drawHeadings(at: time, into: &canvas)
    for (index, client) in run.clients.enumerated() {
      draw(client, at: time, y: 1 + index * step, into: &canvas)
    }
    let below = 1 + run.clients.count * step + (isSpacious ? 0 : 1)
    canvas.put(quorumLine(at: time), x: layout.margin, y: below)
    canvas.put(
      "● leader   ○ voter   ◌ copy without a vote", x: layout.margin, y: below + step,
      style: .faint)
  }

  // MARK: - Headings and sums

  private func drawHeadings(at time: Duration, into canvas: inout Canvas) {
    for zone in 0..<Layout.zones {
      canvas.put(zoneName(zone), x: layout.zoneX + 2 * zone, y: 0, style: .faint)
    }
    guard !run.lost.isEmpty else {
      canvas.put("a write takes", x: layout.before, y: 0, style: .faint)
      return
    }
    canvas.put("a write before", x: layout.before, y: 0, style: .faint)
    canvas.put("and after the loss", x: layout.after, y: 0, style: .faint)
  }

  private func quorumLine(at time: Duration) -> StyledText {
    let placement = run.placement
    let lost = isLost(at: time) ? run.lost : []
    let left = placement.votersLeft(losing: lost).count
    let sum =
      "\(left) of \(placement.voters.count) voters are up, \(placement.quorum.majority) needed"
    let verdict =
      !placement.survives(losing: lost)
      ? "NO WRITES" : run.leader(at: time) == nil ? "an election first" : "writes go on"
    return StyledText("\(sum): ") + StyledText(verdict, style: .strong)
  }

  private func isLost(at time: Duration) -> Bool { !run.lost.isEmpty && run.loss <= time }

  // MARK: - A region

  private func draw(
    _ client: SurvivalRun.Client, at time: Duration, y: Int, into canvas: inout Canvas
  ) {
    canvas.put(client.region.name, x: layout.margin, y: y, maxWidth: layout.labelWidth)
    let replicas = run.placement.replicas.filter { $0.region == client.region }
    for replica in replicas { draw(replica, at: time, y: y, into: &canvas) }
    drawWrite(client.before, x: layout.before, at: time, y: y, into: &canvas)
    guard isLost(at: time) else { return }
    if client.isLost {
      canvas.put("LOST", x: layout.after, y: y, style: Mark.lost.style)
    } else if client.after == nil, time >= run.secondWrite {
      canvas.put("no write", x: layout.after, y: y, style: Mark.lost.style)
    }
    drawWrite(client.after, x: layout.after, at: time, y: y, into: &canvas)
  }

  private func draw(
    _ replica: ReplicaPlacement.Replica, at time: Duration, y: Int, into canvas: inout Canvas
  ) {
    let mark: Mark =
      if isLost(at: time), run.lost.contains(where: { $0.holds(replica) }) {
        .lost
      } else if replica == run.leader(at: time) {
        .leader
      } else {
        run.placement.voters.contains(replica) ? .voter : .nonVoter
      }
    canvas.put(
      String(mark.glyph), x: layout.zoneX + 2 * replica.zone, y: y, style: mark.style)
  }

  /// The time of a write and its bar, once it is answered.
  private func drawWrite(
    _ write: RaftRun.Acknowledgement?, x: Int, at time: Duration, y: Int,
    into canvas: inout Canvas
  ) {
    guard let write, write.answered.sinceStart <= time else { return }
    canvas.put(text(write.latency), endX: x + Layout.numberWidth, y: y)
    canvas.put("▏", x: x + Layout.numberWidth + 1, y: y, style: .faint)
    canvas.bar(
      x: x + Layout.numberWidth + 2, y: y,
      length: layout.scale.column(of: write.latency.milliseconds), style: Style(.voter))
  }
}

/// Where the parts of a row are.
private struct Layout {
  let margin: Int
  let labelWidth: Int
  let zoneX: Int
  let before: Int
  let after: Int
  let scale: Scale

  static let zones = 3
  static let numberWidth = 6

  init(run: SurvivalRun, width: Int) {
    margin = width < 50 ? 0 : 2
    labelWidth = min(run.clients.map { columns(of: $0.region.name) }.max() ?? 0, width / 4)
    zoneX = margin + labelWidth + 2
    before = zoneX + 2 * Self.zones + 2
    let room = width - before - 2
    let half = run.lost.isEmpty ? room : room / 2
    after = before + half + 1
    let latencies = run.clients.flatMap { [$0.before, $0.after] }
      .compactMap { $0?.latency.milliseconds }
    scale = Scale(max: latencies.max() ?? 1, width: max(3, half - Self.numberWidth - 3))
  }
}
