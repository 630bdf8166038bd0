import Content
import Drawing
import GeoModel

/// Replicas side by side, which the learner operates: a history that every key makes longer.
///
/// Arguments: `replicas` (2 or 3) and `history`, entries such as `A increment`, `A send`,
/// `deliver`, `cut A`, `merge`; what a client can do is the subject's. An entry takes a second.
struct ReplicaScene<Subject: ReplicaSubject>: HistoryScene {
  private let subject: Subject
  private let run: PlayedHistory<ReplicaRules<Subject>>

  init(_ subject: Subject, _ arguments: inout Arguments) throws(Diagnostic) {
    let names = try arguments.replicaNames()
    let history = try arguments.history()
    self.subject = subject
    run = try PlayedHistory(ReplicaRules(subject: subject, names: names), history, in: arguments)
  }

  var question: String { subject.question }

  var entries: [String] { run.steps.map(\.entry) }

  var sentences: [String] {
    let narration = ReplicaNarration(subject)
    return [subject.opening] + run.steps.map(narration.sentence)
  }

  // MARK: - Acting

  var controls: Controls? {
    let names = run.rules.names.map(\.name)
    let place = Knob(key: "at", value: names[0], choices: names)
    return Controls(
      title: "Acting", targets: [place] + subject.targets, acts: subject.acts + NetworkAct.all,
      endsRun: true)
  }

  func entry(for stroke: Stroke, on targets: [Knob], after count: Int) -> String? {
    let gossip = run.moment(after: count)
    guard let place = gossip.names.firstIndex(where: { $0.name == targets.first?.value }) else {
      return nil
    }
    let site = ReplicaSite(gossip: gossip, place: place, step: count)
    let words = subject.words(for: stroke, with: targets, at: site).map { "\(site.name) \($0)" }
    return words ?? NetworkAct.entry(for: stroke, at: site)
  }

  // MARK: - Drawing

  func idealHeight(width: Int) -> Int { layout.height }

  func draw(after count: Int, progress: Double, into canvas: inout Canvas) {
    let gossip = run.moment(after: count)
    let before = run.moment(after: count - 1)
    ReplicaPicture(
      panels: gossip.replicas.indices.map { place in
        ReplicaPicture.Panel(
          name: gossip.names[place].name,
          rows: subject.rows(of: place, in: gossip).changed(
            from: subject.rows(of: place, in: before)))
      },
      lanes: ReplicaLanes(subject).lanes(
        of: progress > 0 ? run.steps[count] : nil, in: gossip, progress: progress),
      cuts: gossip.pairs.filter { gossip.isCut($0, $1) },
      conclusions: subject.conclusions(on: gossip), layout: layout
    ).draw(into: &canvas)
  }

  /// The same for every moment of the run, so that nothing jumps.
  private var layout: ReplicaPicture.Layout {
    let moments = run.moments
    let rows = moments.flatMap { gossip in
      gossip.replicas.indices.map { subject.rows(of: $0, in: gossip).count }
    }
    let merges = run.steps.contains { $0.deed.isMerge } ? 2 : 0
    return ReplicaPicture.Layout(
      rows: rows.max() ?? 0, lanes: max(merges, moments.map(\.messages.count).max() ?? 0),
      hasCuts: moments.contains { gossip in gossip.pairs.contains { gossip.isCut($0, $1) } },
      conclusions: moments.map { subject.conclusions(on: $0).count }.max() ?? 0)
  }
}

extension Arguments {
  /// The names of so many replicas as the argument `replicas` says.
  mutating func replicaNames() throws(Diagnostic) -> [ReplicaID] {
    ["A", "B", "C"].prefix(try integer("replicas", in: 2...3, default: 2)).map { ReplicaID($0) }
  }
}

extension ReplicaRules.Deed {
  fileprivate var isMerge: Bool {
    if case .network(.merge) = self { true } else { false }
  }
}

extension [StyledText] {
  /// The rows, those in bold that were not there before.
  fileprivate func changed(from before: [StyledText]) -> [StyledText] {
    map { row in
      guard !before.contains(where: { $0.text == row.text }) else { return row }
      return StyledText(
        row.runs.map { ($0.text, Style($0.style.role, isBold: true)) })
    }
  }
}
