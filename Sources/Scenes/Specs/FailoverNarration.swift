import GeoModel
import GeoSim

/// One sentence for everything that happens in a failover.
struct FailoverNarration {
  let run: FailoverRun

  var events: [SceneEvent] {
    let opening = SceneEvent(
      time: .zero,
      sentence: "\(run.scenario.primary) is the primary; clients write to it.")
    return
      ([opening]
      + run.timeline.events.compactMap { moment in
        sentence(for: moment.kind).map { SceneEvent(time: moment.time, sentence: $0) }
      }).inOrderOfTime
  }

  private func sentence(for kind: FailoverTimeline.Kind) -> String? {
    switch kind {
    case .fault(let change): Self.sentence(for: change)
    case .suspected(let region, let observer):
      "\(observer) has missed \(run.scenario.detector.misses) probes in a row and suspects \(region)."
    case .trusted(let region, let observer): "\(observer) hears \(region) again."
    case .agreed(let region): "Enough observers agree: \(region) is taken for dead."
    case .stoodDown(let region): "The person in charge finds \(region) well and leaves it alone."
    case .fencing(let region, let epoch):
      "Epoch \(epoch) begins: \(region) gets no lease any more."
    case .chosen(let region, let epoch): "\(region) is told to take over in epoch \(epoch)."
    case .promoted(let region, let epoch):
      "\(region) has replayed its log: primary of epoch \(epoch)."
    case .opened(let region, _): "\(region) is ready; clients are told."
    case .routed(let client, let region):
      "The client in \(run.scenario.clients[client]) now writes to \(region)."
    case .steppedDown(let region): "\(region) learns that it may not write and steps down."
    case .rejoined(let region, let discarded):
      discarded == 0
        ? "\(region) follows the new primary."
        : "\(region) follows the new primary and gives up \(discarded) writes."
    case .rejected(let region, let epoch):
      "The storage refuses a write of \(region): epoch \(epoch) is over."
    case .splitBrain(let region, let epoch):
      "Split brain: \(region) accepts a write in epoch \(epoch), which is over."
    case .fellBack(let region): "\(region) has waited long enough and goes on asynchronously."
    case .caughtUp(let region): "A standby has caught up; \(region) waits for it again."
    }
  }

  static func sentence(for change: RegionFault.Change) -> String {
    switch change {
    case .crash(let region): "\(region) dies."
    case .recover(let region): "\(region) is back."
    case .pause(let region): "The process in \(region) stands still and does not know it."
    case .resume(let region): "The process in \(region) goes on as if nothing had happened."
    case .isolate(let region): "\(region) is cut off from everybody."
    case .rejoin(let region): "\(region) can be reached again."
    case .cut(let from, let to): "Messages from \(from) to \(to) are lost from now on."
    case .heal(let from, let to): "Messages from \(from) to \(to) arrive again."
    case .slow(let from, let to, let factor):
      "Messages from \(from) to \(to) take \(Int(factor)) times as long."
    case .skewClock(let region, let offset):
      "The clock of \(region) jumps by \(text(offset))."
    case .driftClock(let region, let rate):
      "The clock of \(region) runs \(rate) millionths too fast."
    }
  }
}
