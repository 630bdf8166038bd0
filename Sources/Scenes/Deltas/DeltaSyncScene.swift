import Content
import Drawing
import GeoModel

/// How many bytes two replicas send: whole states against what is new.
///
/// Arguments: `items`, which both know at the beginning, and `history`: see ``DeltaRules``.
struct DeltaSyncScene: HistoryScene {
  private let run: PlayedHistory<DeltaRules>

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let items = try arguments.integer("items", in: 0...200, default: 20)
    run = try PlayedHistory(DeltaRules(items: items), try arguments.history(), in: arguments)
    try arguments.finish()
  }

  let question = "How many bytes does it take to agree?"

  var entries: [String] { run.steps.map(\.entry) }

  var sentences: [String] {
    let count = run.rules.start.states[0].value.count
    return ["Both replicas have the same \(count) items."] + run.steps.map(sentence)
  }

  private func sentence(of step: PlayedHistory<DeltaRules>.Step) -> String {
    let names = DeltaRules.names
    let parcel = step.before.parcels.first
    switch step.deed {
    case .add(let place): return "\(names[place]) adds \(DeltaBytes.item(step.before.added))."
    case .remove(let place):
      let last = step.before.states[place].value.last
      return last.map { "\(names[place]) removes \($0)." }
        ?? "\(names[place]) has nothing to remove."
    case .send(let place): return sending(from: names[place].name, step)
    case .deliver:
      guard let parcel else { return "No message is under way." }
      let isNews = step.before.states[parcel.to] != step.after.states[parcel.to]
      return "\(names[parcel.to]) merges the delta of \(names[parcel.from])"
        + (isNews ? " and acknowledges it." : ": it knew that already.")
    case .duplicate: return parcel == nil ? "No message is under way." : "It will come twice."
    case .drop:
      return parcel == nil
        ? "No message is under way." : "The delta is lost; the next one will hold it as well."
    }
  }

  private func sending(from name: String, _ step: PlayedHistory<DeltaRules>.Step) -> String {
    guard step.after != step.before, let parcel = step.after.parcels.last else {
      return "\(name) has nothing that the other lacks."
    }
    return "\(name) sends \(parcel.deltaBytes) bytes; its whole state has \(parcel.wholeBytes)."
  }

  // MARK: - Acting

  var controls: Controls? {
    let names = DeltaRules.names.map(\.name)
    return Controls(
      title: "Acting", targets: [Knob(key: "at", value: names[0], choices: names)],
      acts: [
        Act("a", "add an item at the replica", word: "add"),
        Act("r", "remove its last item", word: "remove"),
        Act("s", "send what the other lacks", word: "send"),
        Act("d", "deliver the next message", word: "deliver"),
        Act("y", "send the next message twice"),
        Act("x", "lose the next message"),
      ], endsRun: true)
  }

  func entry(for stroke: Stroke, on targets: [Knob], after count: Int) -> String? {
    targets.first.flatMap { Self.entry(for: stroke, at: $0.value) }
      .flatMap { run.changes(by: $0, after: count) ? $0 : nil }
  }

  private static func entry(for stroke: Stroke, at name: String) -> String? {
    switch stroke {
    case .act("a"): "\(name) add"
    case .act("r"): "\(name) remove"
    case .act("s"): "\(name) send"
    case .act("d"): "deliver"
    case .act("y"): "duplicate"
    case .act("x"): "drop"
    default: nil
    }
  }

  // MARK: - Drawing

  func idealHeight(width: Int) -> Int { layout.height }

  private var layout: ReplicaPicture.Layout {
    return ReplicaPicture.Layout(
      rows: 2, lanes: run.moments.map(\.parcels.count).max() ?? 0, hasCuts: false, conclusions: 2)
  }

  func draw(after count: Int, progress: Double, into canvas: inout Canvas) {
    let moment = run.moment(after: count)
    let step = progress > 0 ? run.steps[count] : nil
    ReplicaPicture(
      panels: moment.states.indices.map { panel($0, moment) },
      lanes: lanes(of: moment, step, progress), cuts: [],
      conclusions: bars(of: moment, width: canvas.size.width), layout: layout
    ).draw(into: &canvas)
  }

  private func panel(_ place: Int, _ moment: DeltaRules.Moment) -> ReplicaPicture.Panel {
    let state = moment.states[place]
    let news = state.difference(from: moment.peers[place].acknowledged)
    let bytes = news == DeltaRules.State() ? 0 : news.encodedBytes.count
    return ReplicaPicture.Panel(
      name: DeltaRules.names[place].name,
      rows: [
        StyledText("state  ", style: .faint)
          + StyledText("\(state.value.count) items, \(state.encodedBytes.count) bytes"),
        StyledText("news   ", style: .faint) + StyledText("\(bytes) bytes"),
      ])
  }

  private func lanes(
    of moment: DeltaRules.Moment, _ step: PlayedHistory<DeltaRules>.Step?, _ progress: Double
  ) -> [ReplicaPicture.Lane] {
    var parcels = moment.parcels.enumerated().map { index, parcel in
      lane(
        parcel, place: step?.deed == .deliver && index == 0 ? 0.5 + progress / 2 : 0.5,
        isNext: index == 0, isLost: step?.deed == .drop && index == 0)
    }
    if case .send = step?.deed, let new = step?.after.parcels.last,
      step?.after.parcels.count != moment.parcels.count
    {
      parcels.append(lane(new, place: progress / 2, isNext: true, isLost: false))
    }
    return parcels
  }

  private func lane(
    _ parcel: DeltaRules.Parcel, place: Double, isNext: Bool, isLost: Bool
  ) -> ReplicaPicture.Lane {
    ReplicaPicture.Lane(
      from: parcel.from, to: parcel.to,
      label: "\(parcel.deltaBytes) bytes, not \(parcel.wholeBytes)", place: place, isNext: isNext,
      isLost: isLost)
  }

  /// All that was sent, in both ways.
  private func bars(of moment: DeltaRules.Moment, width: Int) -> [StyledText] {
    let whole = moment.wholeBytes.reduce(0, +)
    let delta = moment.deltaBytes.reduce(0, +)
    let room = max(0, width - 34)
    func line(_ name: String, _ bytes: Int, _ block: String, _ style: Style) -> StyledText {
      let columns = whole > 0 ? (bytes * room + whole - 1) / whole : 0
      return StyledText("\(name.padded(to: 14))\("\(bytes) bytes".padded(to: 13))")
        + StyledText(String(repeating: block, count: columns), style: style)
    }
    return [
      line("whole states", whole, "▒", Style(.lost)),
      line("deltas", delta, "█", Style(.voter)),
    ]
  }
}
