import Content
import Drawing
import GeoModel

/// Backups that are made every now and then, and what is lost when everything fails.
///
/// Arguments: `interval`, `taking`: how long a backup takes; `fails`: when everything fails, counted
/// from the start of the first backup.
struct BackupsScene: Scene {
  private let schedule: BackupSchedule
  private let failure: Duration
  private let loss: Duration

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    schedule = BackupSchedule(
      interval: try arguments.time("interval"), duration: try arguments.time("taking"))
    failure = try arguments.duration("fails")
    let latest = schedule.interval * 12
    guard let loss = schedule.loss(at: failure), failure <= latest else {
      throw arguments.failure(
        "fails",
        "fails is \(text(failure)); it must be \(text(schedule.duration)) to \(text(latest))")
    }
    self.loss = loss
    try arguments.finish()
  }

  var question: String { "What is lost when everything fails?" }

  var playingTime: Duration { .seconds(12) }

  /// The service, the backups, the loss, the axis and a line about all failures.
  func idealHeight(width: Int) -> Int { 8 }

  /// When the backups are started, before the failure.
  private var starts: [Duration] {
    let count = Int((failure / schedule.interval).rounded(.down)) + 1
    return (0..<count).map { schedule.interval * $0 }.filter { $0 < failure }
  }

  var events: [SceneEvent] {
    let backups = starts.enumerated().flatMap { index, start in
      [
        SceneEvent(time: start, sentence: "Backup \(index + 1) is started: a copy of this moment."),
        SceneEvent(
          time: start + schedule.duration,
          sentence: "Backup \(index + 1) is finished; from now on it counts."),
      ]
    }
    let end = SceneEvent(time: failure, sentence: closing)
    return (backups.filter { $0.time < failure } + [end]).inOrderOfTime
  }

  private var closing: String {
    let start = failure - loss
    let number = 1 + Int((start / schedule.interval).rounded())
    return "Everything fails. Backup \(number) is the newest that is finished: "
      + "\(text(loss)) are lost."
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let margin = canvas.size.width < 50 ? 0 : 2
    let axis = HourAxis(
      x: margin + 11, end: failure, width: max(8, canvas.size.width - margin - 21))
    let gap = canvas.size.height >= idealHeight(width: canvas.size.width) ? 1 : 0
    drawService(at: time, axis, margin: margin, into: &canvas)
    drawBackups(at: time, axis, y: 1, margin: margin, into: &canvas)
    drawLoss(at: time, axis, y: 2 + gap, margin: margin, into: &canvas)
    canvas.axis(axis.scale, x: axis.x, y: 3 + gap, unit: "h")
    canvas.put("any time", x: margin, y: 4 + 2 * gap)
    canvas.put(
      "\(text(schedule.worstLoss)) at worst, \(text(schedule.meanLoss)) on average", x: axis.x,
      y: 4 + 2 * gap, style: .faint)
  }

  private func drawService(
    at time: Duration, _ axis: HourAxis, margin: Int, into canvas: inout Canvas
  ) {
    canvas.put("service", x: margin, y: 0)
    canvas.put("●", x: axis.x - 2, y: 0, style: Mark.leader.style)
    let last = axis.column(min(time, failure))
    canvas.fill(axis.span(from: .zero, to: last, y: 0), with: "━", style: Style(.leader))
    guard failure <= time else { return }
    canvas.put(String(Mark.lost.glyph), x: last, y: 0, style: Mark.lost.style)
    canvas.put("LOST", x: last + 2, y: 0, style: Style(.lost))
  }

  /// Hatched while a backup is made, with a mark once it is finished.
  private func drawBackups(
    at time: Duration, _ axis: HourAxis, y: Int, margin: Int, into canvas: inout Canvas
  ) {
    canvas.put("backups", x: margin, y: y)
    for start in starts where start <= time {
      let finish = start + schedule.duration
      let isFinished = finish <= min(time, failure)
      let last = axis.column(min(finish, time, failure))
      canvas.fill(axis.span(from: start, to: last, y: y), with: "░", style: Style(.voter))
      let mark = isFinished ? Mark.done : .lost
      guard isFinished || failure <= time else { continue }
      canvas.put(String(mark.glyph), x: last, y: y, style: mark.style)
    }
  }

  /// A bracket from the start of the newest finished backup to the failure.
  private func drawLoss(
    at time: Duration, _ axis: HourAxis, y: Int, margin: Int, into canvas: inout Canvas
  ) {
    canvas.put("lost", x: margin, y: y)
    guard failure <= time else { return }
    let last = axis.column(failure)
    canvas.fill(axis.span(from: failure - loss, to: last, y: y), with: "─", style: Style(.lost))
    canvas.put("├", x: axis.column(failure - loss), y: y, style: Style(.lost))
    canvas.put("┤", x: last, y: y, style: Style(.lost))
    canvas.put(text(loss), x: last + 2, y: y, style: .strong)
  }
}

/// Hours from the first backup to the failure.
private struct HourAxis {
  let x: Int
  let scale: Scale

  init(x: Int, end: Duration, width: Int) {
    self.x = x
    scale = Scale(max: end / .seconds(3600), width: width)
  }

  func column(_ time: Duration) -> Int {
    x + Int(scale.column(of: time / .seconds(3600)).rounded())
  }

  /// The cells from a moment to a column, both included.
  func span(from time: Duration, to column: Int, y: Int) -> Rect {
    Rect(x: self.column(time), y: y, width: column - self.column(time) + 1, height: 1)
  }
}
