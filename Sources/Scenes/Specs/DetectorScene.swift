import Content
import Drawing
import GeoModel

/// Probes, misses and the moment at which a server is declared dead.
///
/// Arguments: `interval`, `misses`, `timeout`; `answered`: how many probes the server answers
/// before it dies; `phase`: which share of an interval after the last of them; `loss`: which share
/// of the probes is lost by chance, with the dice of `seed`.
struct DetectorScene: Scene {
  private let run: DetectorRun
  private let loss: Share

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let detector = HeartbeatDetector(
      interval: try arguments.time("interval"),
      misses: try arguments.integer("misses", in: 1...10),
      timeout: try arguments.time("timeout"))
    let answered = try arguments.integer("answered", in: 1...20, default: 3)
    let phase = try arguments.share("phase", default: Share(0.4))
    loss = try arguments.share("loss", default: Share(0.01))
    let seed = try arguments.integer("seed", in: 0...1_000_000, default: 1)
    try arguments.finish()
    // A server that dies in the moment of a probe has just answered it.
    let fraction = max(phase.value, 0.001)
    run = DetectorRun(
      detector: detector, failure: detector.interval * (Double(answered - 1) + fraction),
      loss: loss.value, seed: UInt64(seed))
  }

  var question: String { "How long until the failure is seen?" }

  /// The same for a detector of seconds and for one of minutes.
  var playingTime: Duration { .seconds(1) * run.probes.count + .seconds(4) }

  func idealHeight(width: Int) -> Int { picture.idealHeight }

  func draw(at time: Duration, into canvas: inout Canvas) {
    picture.draw(at: time, into: &canvas)
  }

  private var picture: DetectorPicture { DetectorPicture(run: run, alarms: falseAlarms) }

  /// How often chance alone raises the alarm.
  private var falseAlarms: String {
    let time = run.detector.timeToFalseAlarm(loss: loss.value)
    let frequency = time.map { "every \(text($0))" } ?? "none in a million years"
    return "\(frequency), with \(loss.text) of the probes lost"
  }

  var events: [SceneEvent] {
    let opening = SceneEvent(
      time: .zero, sentence: "A probe every \(text(run.detector.interval)); the server answers.")
    let failure = run.failure.map { failure in
      SceneEvent(time: failure, sentence: "The server dies. Nobody knows yet.")
    }
    let closing = SceneEvent(
      time: run.alarm + run.detector.interval / 2, sentence: closingSentence)
    let told = [opening] + probeEvents + [failure].compactMap(\.self) + [closing]
    return told.inOrderOfTime
  }

  private var closingSentence: String {
    let detector = run.detector
    return run.failure == nil
      ? "A failover now would cost downtime for nothing."
      : "It could have been \(detector.bounds), \(text(detector.mean)) on average."
  }

  private var probeEvents: [SceneEvent] {
    run.probes.enumerated().compactMap { index, probe in
      sentence(for: probe, number: index + 1).map {
        SceneEvent(time: run.judgement(of: probe), sentence: $0)
      }
    }
  }

  /// `nil` for a probe that is answered as the one before was.
  private func sentence(for probe: DetectorRun.Probe, number: Int) -> String? {
    let needed = run.detector.misses
    if probe.isAnswered {
      let isAnew = number > 1 && !run.probes[number - 2].isAnswered
      return isAnew ? "Probe \(number) is answered: the count begins anew." : nil
    }
    if probe.misses == needed { return alarmSentence(number) }
    let cause =
      probe.serverWasUp
      ? "Probe \(number) is lost on its way, though the server is up"
      : "Probe \(number) has no answer after \(text(run.detector.timeout))"
    return "\(cause): \(probe.misses) of \(needed) misses."
  }

  private func alarmSentence(_ number: Int) -> String {
    guard let time = run.detectionTime else {
      return "Probe \(number) is lost too: a healthy server is declared dead. FALSE ALARM."
    }
    return "Probe \(number) is missed: the server is declared dead, \(text(time)) after it died."
  }
}

extension Arguments {
  /// A time above zero and of at most a day, which must be given.
  mutating func time(_ key: String) throws(Diagnostic) -> Duration {
    let time = try duration(key)
    guard time > .zero, time <= .seconds(86_400) else {
      throw failure(key, "\(key) is \(text(time)); it must be above 0 and at most 24 h")
    }
    return time
  }
}
