import GeoModel
import GeoSim

/// One sentence for everything that happens to a global table.
struct TableNarration {
  let story: TableStory

  private var regions: [RegionID] { story.scenario.table.regions }

  var events: [SceneEvent] {
    let faults = story.scenario.incident.map { fault in
      SceneEvent(time: fault.time, sentence: FailoverNarration.sentence(for: fault.change))
    }
    let happenings = story.happenings.compactMap { happening in
      sentence(for: happening).map { SceneEvent(time: happening.time, sentence: $0) }
    }
    let shown = ([opening] + faults + happenings).inOrderOfTime
    return shown.filter { $0.time <= story.scenario.duration }
  }

  private var opening: SceneEvent {
    let rule =
      switch story.scenario.table.mode {
      case .eventual: "Each region answers at once and tells the others later."
      case .strong: "A write is in two regions before it is answered."
      }
    return SceneEvent(time: .zero, sentence: rule)
  }

  private func sentence(for happening: TableStory.Happening) -> String? {
    let region = regions[happening.lane].name
    return switch happening.kind {
    case .answered(let call): answer(to: call, in: region)
    case .conflict: "The item is being modified elsewhere: the client in \(region) tries again."
    case .folded(let total):
      "The program in \(region) finds a new click in the stream: the total is \(total)."
    case .arrived(let shipment, let outcome): arrival(of: shipment, outcome, in: region)
    }
  }

  private func answer(to call: TableClient.Call, in region: String) -> String? {
    let after = (call.latency ?? .zero) > .zero ? " after \(text(call.latency ?? .zero))" : ""
    switch (call.answer, story.workload) {
    case (.written(let value), .count):
      let total = "the item says \(value ?? 0)"
      let counts =
        switch story.counting {
        case .add: total
        case .conditional: "nobody had changed the item here, and \(total)"
        case .perRegion, .stream: "in an item of its own"
        }
      return "A click in \(region) is answered\(after): \(counts)."
    case (.written, .lock): return "\(region) finds no lock and takes it\(after)."
    case (.written, .read): return "\(region) writes 1 and is answered\(after)."
    case (.written, .order): return "\(region) writes an order and its payment, both or neither."
    case (.value(let value), .read):
      let reads = "\(region) reads \(value.map(String.init) ?? "nothing")\(after)"
      return story.isStale(call) ? "\(reads): the write is not here yet." : "\(reads)."
    case (.conditionFailed, .lock): return "\(region) finds the lock taken\(after)."
    case (.conditionFailed, _): return "The counter has changed under \(region): it reads again."
    case (.unsupported, _): return "Tables with strong consistency have no transactions."
    case (.value, _), (.conflict, _), (nil, _): return nil
    }
  }

  private func arrival(
    of shipment: Shipment, _ outcome: EventualReplica.Outcome, in region: String
  ) -> String? {
    let sender = regions[shipment.stamp.region.index].name
    switch outcome {
    case .applied:
      return story.workload == .order
        ? "The \(shipment.key) from \(sender) arrives in \(region), by itself."
        : "The version of \(sender) arrives in \(region)."
    case .overwrote:
      return "The version of \(sender) is later: it replaces that of \(region), which is LOST."
    case .discarded:
      return "The version of \(sender) is earlier than that of \(region): it is LOST."
    case .known: return nil
    }
  }
}
