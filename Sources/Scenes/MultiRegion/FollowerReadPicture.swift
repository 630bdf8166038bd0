import Drawing
import GeoModel

/// The past to the left of now: how far back each read goes, and how far the replica knows it.
struct FollowerReadPicture {
  let scene: FollowerReadScene
  let size: Size

  static let idealHeight = 9

  private let labelWidth = 12
  /// For how long an answer takes and who gives it.
  private let answerWidth = 24
  private let margin = 2
  private var plotX: Int { margin + labelWidth + 2 }
  private var nowX: Int { max(plotX + 8, size.width - answerWidth) }

  private var scale: Scale {
    let oldest = max(scene.bound, scene.freshest(at: scene.duration))
    return Scale(max: oldest.milliseconds / 1000 * 1.05, width: nowX - plotX)
  }

  private func x(ago age: Duration) -> Int {
    nowX - Int(scale.column(of: age.milliseconds / 1000).rounded())
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let step = size.height >= Self.idealHeight ? 2 : 1
    canvas.put("answers after", x: nowX + 3, y: 0, style: .faint)
    for (index, row) in scene.rows.enumerated() {
      draw(row, at: time, y: 1 + index * step, into: &canvas)
    }
    let below = 1 + scene.rows.count * step
    drawKnown(at: time, y: below, into: &canvas)
    drawAxis(y: below + 1, into: &canvas)
  }

  private func draw(
    _ row: FollowerReadScene.Row, at time: Duration, y: Int, into canvas: inout Canvas
  ) {
    canvas.put(row.label, x: margin, y: y)
    let mark = row.read == .strong ? Mark.leader : .nonVoter
    canvas.put(String(mark.glyph), x: margin + labelWidth - 1, y: y, style: mark.style)
    canvas.put("│", x: nowX, y: y, style: .faint)
    if let oldest = scene.oldest(row.read) {
      canvas.put("┊", x: x(ago: oldest), y: y, style: .faint)
    }
    guard let answer = scene.answer(row.read, at: time) else {
      canvas.put(String(Mark.lost.glyph), x: nowX + 2, y: y, style: Mark.lost.style)
      canvas.put("NO ANSWER", x: nowX + 4, y: y, style: Mark.lost.style)
      return
    }
    guard scene.cut != nil || answer.latency <= time else {
      canvas.put("waits", x: nowX + 3, y: y, style: .faint)
      return
    }
    let seen = x(ago: answer.staleness)
    canvas.fill(
      Rect(x: seen, y: y, width: nowX - seen, height: 1), with: "─", style: Style(.message))
    canvas.put("◆", x: seen, y: y, style: Style(.message, isBold: true))
    let age = answer.staleness == .zero ? "now" : "\(text(answer.staleness)) old"
    canvas.put("\(text(answer.latency)), \(age)", x: nowX + 3, y: y)
  }

  /// What the client's replica knows all about, up to its closed timestamp.
  private func drawKnown(at time: Duration, y: Int, into canvas: inout Canvas) {
    let end = x(ago: scene.freshest(at: time))
    canvas.put("copy knows", x: margin, y: y, style: .faint)
    canvas.put(
      String(Mark.nonVoter.glyph), x: margin + labelWidth - 1, y: y, style: Mark.nonVoter.style)
    canvas.fill(
      Rect(x: plotX, y: y, width: max(0, end - plotX), height: 1), with: "━",
      style: Style(.nonVoter))
    canvas.put("┫", x: end, y: y, style: Style(.nonVoter))
  }

  private func drawAxis(y: Int, into canvas: inout Canvas) {
    for tick in scale.ticks {
      let label = tick == 0 ? "now" : "−\(text(.milliseconds(rounding: tick * 1000)))"
      let column = nowX - Int(scale.column(of: tick).rounded())
      let left = column - columns(of: label) / 2
      if left >= plotX - 1 { canvas.put(label, x: left, y: y, style: .faint) }
    }
  }
}
