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
    let axis = TimeAxis(
      end: failure, labels: ["service", "backups", "lost", "any time"], size: canvas.size,
      unit: .hours, room: 10)
    let gap = canvas.size.height >= idealHeight(width: canvas.size.width) ? 1 : 0
    axis.drawServer("service", y: 0, failure: failure, at: time, into: &canvas)
    drawBackups(at: time, axis, y: 1, into: &canvas)
    drawLoss(at: time, axis, y: 2 + gap, into: &canvas)
    axis.drawNumbers(y: 3 + gap, into: &canvas)
    canvas.put("any time", x: axis.margin, y: 4 + 2 * gap, maxWidth: axis.labelWidth)
    canvas.put(
      "\(text(schedule.worstLoss)) at worst, \(text(schedule.meanLoss)) on average",
      x: axis.plotX, y: 4 + 2 * gap, style: .faint)
  }

  /// Hatched while a backup is made, with a mark once it is finished.
  private func drawBackups(
    at time: Duration, _ axis: TimeAxis, y: Int, into canvas: inout Canvas
  ) {
    canvas.put("backups", x: axis.margin, y: y, maxWidth: axis.labelWidth)
    for start in starts where start <= time {
      let finish = start + schedule.duration
      let isFinished = finish <= min(time, failure)
      let end = min(finish, time, failure)
      axis.fill(from: start, to: end, y: y, "░", Style(.voter), &canvas)
      let mark = isFinished ? Mark.done : .lost
      guard isFinished || failure <= time else { continue }
      canvas.put(
        String(mark.glyph), x: axis.plotX + axis.column(end), y: y, style: mark.style)
    }
  }

  /// A bracket from the start of the newest finished backup to the failure.
  private func drawLoss(
    at time: Duration, _ axis: TimeAxis, y: Int, into canvas: inout Canvas
  ) {
    canvas.put("lost", x: axis.margin, y: y, maxWidth: axis.labelWidth)
    guard failure <= time else { return }
    let start = failure - loss
    let last = axis.plotX + axis.column(failure)
    axis.fill(from: start, to: failure, y: y, "─", Style(.lost), &canvas)
    canvas.put("├", x: axis.plotX + axis.column(start), y: y, style: Style(.lost))
    canvas.put("┤", x: last, y: y, style: Style(.lost))
    canvas.put(text(loss), x: last + 2, y: y, style: .strong)
  }
}
