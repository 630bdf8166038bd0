import Drawing
import GeoModel
import GeoSim

/// The central picture of a failover: clients, databases and probes as lanes, time to the right.
struct FailoverChart: Diagram {
  let run: FailoverRun
  /// What stands below the lanes: the parts of the recovery, or who wrote in which epoch.
  let summary: FailoverSummary

  /// The end of the axis.
  var end: Duration { run.scenario.duration }

  /// Every client on a lane of its own, the axis, an empty row and the whole summary.
  var idealHeight: Int { laneCount + 2 + 1 + summary.height }

  private var laneCount: Int { clients.count + timeline.lanes.count + (hasProbes ? 1 : 0) }

  private var timeline: FailoverTimeline { run.timeline }
  private var clients: [RegionID] { run.scenario.clients }
  private var hasProbes: Bool { !timeline.probes.isEmpty }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let axis = TimeAxis(end: end, labels: labels, size: canvas.size)
    let isTight = canvas.size.height < idealHeight
    var y = drawClients(at: time, together: isTight, axis, into: &canvas)
    for lane in timeline.lanes {
      drawLane(lane, y: y, at: time, axis, into: &canvas)
      y += 1
    }
    if hasProbes {
      drawProbes(y: y, at: time, axis, into: &canvas)
      y += 1
    }
    axis.draw(y: y, at: time, into: &canvas)
    if isTight {
      summary.drawInWords(y: y + 2, at: time, axis, into: &canvas)
    } else {
      summary.draw(y: y + 3, at: time, axis, into: &canvas)
    }
  }

  private var labels: [String] {
    clients.map { "client \($0)" } + timeline.lanes.map(\.region.name) + ["probes"]
  }

  // MARK: - Clients

  /// - Parameter together: whether all clients share one lane.
  /// - Returns: the row below.
  private func drawClients(
    at time: Duration, together: Bool, _ axis: TimeAxis, into canvas: inout Canvas
  ) -> Int {
    let lanes =
      together && clients.count > 1
      ? [(label: "clients", members: Array(clients.indices))]
      : clients.indices.map { (label: "client \(clients[$0])", members: [$0]) }
    for (y, lane) in lanes.enumerated() {
      canvas.put(lane.label, x: axis.margin, y: y, maxWidth: axis.labelWidth)
      canvas.put("◇", x: axis.plotX - 2, y: y, style: Mark.client.style)
      drawFates(of: lane.members, y: y, at: time, axis, into: &canvas)
    }
    return lanes.count
  }

  /// A mark for every column: the worst that became of the writes that were sent then.
  private func drawFates(
    of members: [Int], y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    var fates: [WriteFate?] = Array(repeating: nil, count: axis.width + 1)
    for write in timeline.writes where members.contains(write.client) && write.sent <= time {
      let column = axis.column(write.sent)
      fates[column] = max(fates[column] ?? .acknowledged, WriteFate(write, at: time))
    }
    for (column, fate) in fates.enumerated() {
      guard let fate else { continue }
      canvas.put(fate.glyph, x: axis.plotX + column, y: y, style: fate.style)
    }
  }

  // MARK: - Databases

  private func drawLane(
    _ lane: FailoverTimeline.Lane, y: Int, at time: Duration, _ axis: TimeAxis,
    into canvas: inout Canvas
  ) {
    canvas.put(lane.region.name, x: axis.margin, y: y, maxWidth: axis.labelWidth)
    for span in lane.roles where span.start <= time {
      let look = RoleLook(span.value)
      axis.fill(from: span.start, to: min(span.end, time), y: y, look.line, look.style, &canvas)
      canvas.put(look.mark, x: axis.plotX + axis.column(span.start), y: y, style: look.style)
      canvas.put(look.mark, x: axis.plotX - 2, y: y, style: look.style)
    }
    for span in lane.troubles where span.start <= time {
      let look = TroubleLook(span.value)
      axis.fill(from: span.start, to: min(span.end, time), y: y, look.line, look.style, &canvas)
      let x = axis.plotX + axis.column(span.start)
      canvas.put(look.mark, x: x, y: y, style: look.style)
      let room = axis.column(min(span.end, time)) - axis.column(span.start)
      if room > columns(of: look.word) + 2 {
        canvas.put(" \(look.word) ", x: x + 1, y: y, style: look.style)
      }
    }
  }

  // MARK: - Probes

  /// A tick where every probe that was known in a column was answered, a cross where one was not.
  private func drawProbes(
    y: Int, at time: Duration, _ axis: TimeAxis, into canvas: inout Canvas
  ) {
    canvas.put("probes", x: axis.margin, y: y, maxWidth: axis.labelWidth)
    var answered: [Bool?] = Array(repeating: nil, count: axis.width + 1)
    for probe in timeline.probes {
      guard let known = probe.known, known <= time else { continue }
      let column = axis.column(known)
      answered[column] = (answered[column] ?? true) && probe.isAnswered
    }
    for (column, isAnswered) in answered.enumerated() {
      guard let isAnswered else { continue }
      let mark = isAnswered ? Mark.done : Mark.lost
      canvas.put(String(mark.glyph), x: axis.plotX + column, y: y, style: mark.style)
    }
  }
}

/// What became of a write, the worst last.
private enum WriteFate: Int, Comparable {
  case acknowledged, unanswered, lost, splitBrain

  init(_ write: FailoverTimeline.Write, at time: Duration) {
    let isAnswered = write.answered.map { $0 <= time } ?? false
    self =
      if write.isSplitBrain {
        .splitBrain
      } else if write.isLost {
        .lost
      } else {
        isAnswered && write.isAcknowledged ? .acknowledged : .unanswered
      }
  }

  static func < (left: WriteFate, right: WriteFate) -> Bool { left.rawValue < right.rawValue }

  var glyph: String {
    switch self {
    case .acknowledged: "▪"
    case .unanswered: "·"
    case .lost, .splitBrain: "✘"
    }
  }

  var style: Style {
    switch self {
    case .acknowledged: Style(.healthy)
    case .unanswered: .faint
    case .lost, .splitBrain: Mark.lost.style
    }
  }
}

/// How a role looks on its lane.
private struct RoleLook {
  let line: Character
  let mark: String
  let style: Style

  init(_ role: FailoverTimeline.Role) {
    (line, mark, style) =
      switch role {
      case .primary: ("━", "●", Mark.leader.style)
      case .standby: ("─", "○", Mark.voter.style)
      case .promoting: ("╌", "○", Style(.message))
      case .fenced: ("·", "◌", Mark.nonVoter.style)
      case .asking: ("·", "○", .faint)
      }
  }
}

/// How trouble looks on a lane.
private struct TroubleLook {
  let line: Character
  let mark: String
  let word: String
  let style: Style

  init(_ trouble: FailoverTimeline.Trouble) {
    (line, mark, word, style) =
      switch trouble {
      case .down: (" ", "✘", "LOST", Mark.lost.style)
      case .paused: ("·", "Ⅱ", "paused", Style(.message))
      case .isolated: ("╌", "✂", "cut off", Style(.lost))
      }
  }
}
