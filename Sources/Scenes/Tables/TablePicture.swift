import Drawing
import GeoModel
import GeoSim

/// A lane for every region of a table: what its clients were answered, and what arrived there.
struct TablePicture {
  let story: TableStory

  private var scenario: GlobalTableScenario { story.scenario }
  private var isStrong: Bool { scenario.table.mode == .strong }

  var diagram: SpaceTime {
    SpaceTime(
      lanes: scenario.table.regions.map(lane), messages: messages, moments: moments,
      stops: stops, end: scenario.duration)
  }

  private func lane(of region: RegionID) -> SpaceTime.Lane {
    region == scenario.table.witness
      ? SpaceTime.Lane(label: "\(region) witness", mark: .voter)
      : SpaceTime.Lane(label: region.name, mark: .leader)
  }

  private var stops: [(lane: Int, time: Duration)] {
    scenario.incident.compactMap { fault in
      guard case .crash(let region) = fault.change,
        let lane = scenario.table.regions.firstIndex(of: region)
      else { return nil }
      return (lane, fault.time)
    }
  }

  // MARK: - Messages

  private var messages: [SpaceTime.Message] {
    trace.envelopes.compactMap { envelope in
      guard isBetweenReplicas(envelope), let style = style(of: envelope.message) else { return nil }
      return SpaceTime.Message(
        from: envelope.sender.index, to: envelope.receiver.index, sent: envelope.sent.sinceStart,
        arrival: envelope.arrival.sinceStart, style: style)
    }
  }

  private var trace: Trace<TableParticipant> { story.trace }

  private func isBetweenReplicas(_ envelope: Envelope<TableMessage>) -> Bool {
    let count = scenario.table.regions.count
    return envelope.sender.index < count && envelope.receiver.index < count
  }

  /// Receipts and reminders are left out: nobody waits for them.
  private func style(of message: TableMessage) -> Style? {
    switch message {
    case .ship, .propose, .prepare: Style(.message)
    case .accepted, .promise, .state: Style(.voter)
    case .collect: Style(.link)
    case .busy, .behind: Style(.lost)
    default: nil
    }
  }

  // MARK: - Moments

  private var moments: [SpaceTime.Moment] { story.happenings.compactMap(moment) + halves + deaths }

  private var halves: [SpaceTime.Moment] {
    story.sights(at: scenario.duration).filter { $0.parts == 1 }.compactMap { sight in
      scenario.table.regions.firstIndex(of: scenario.clients[1].region).map { lane in
        SpaceTime.Moment(
          lane: lane, time: sight.time, mark: Mark(glyph: "◐", style: Mark.lost.style),
          label: "")
      }
    }
  }

  private var deaths: [SpaceTime.Moment] {
    stops.map { SpaceTime.Moment(lane: $0.lane, time: $0.time, mark: .lost, label: "LOST") }
  }

  private func moment(of happening: TableStory.Happening) -> SpaceTime.Moment? {
    let seen: (mark: Mark, label: String)? =
      switch happening.kind {
      case .answered(let call): answer(to: call)
      case .conflict: (.lost, "conflict")
      case .folded(let total): (.voter, "\(total)")
      case .arrived(let shipment, let outcome): arrival(of: shipment, outcome)
      }
    return seen.map {
      SpaceTime.Moment(
        lane: happening.lane, time: happening.time, mark: $0.mark, label: $0.label)
    }
  }

  private func answer(to call: TableClient.Call) -> (mark: Mark, label: String)? {
    switch (call.answer, story.workload) {
    case (.written(let value), .count):
      let isTotal = [.add, .conditional].contains(story.counting)
      let counted = isTotal ? "\(value ?? 0)" : "+1"
      return (.done, isStrong ? latency(of: call) : counted)
    case (.written, .lock): return (.done, "has it")
    case (.written, .read): return (.done, isStrong ? latency(of: call) : "1")
    case (.written, .order): return (.done, "order, payment")
    case (.value(let value), .read):
      return story.isStale(call) ? (.lost, "STALE") : (.client, value.map { "\($0)" } ?? "none")
    case (.value, _): return nil
    case (.conditionFailed, .lock): return (.client, "refused")
    case (.conditionFailed, _): return (.client, "again")
    case (.unsupported, _): return (.lost, "refused")
    case (.conflict, _), (nil, _): return nil
    }
  }

  private func latency(of call: TableClient.Call) -> String { call.latency.map { text($0) } ?? "" }

  private func arrival(
    of shipment: Shipment, _ outcome: EventualReplica.Outcome
  ) -> (mark: Mark, label: String)? {
    let isTotal = story.workload == .count && shipment.key == TableKey.counter
    return switch outcome {
    case .applied: (.voter, isTotal ? "\(shipment.item.value ?? 0)" : "")
    case .overwrote: (.lost, "LOST")
    case .discarded: (.lost, "")
    case .known: nil
    }
  }
}
