import Content
import Drawing
import GeoModel

/// Writes to one register of which the last one wins: which are lost, and to which.
///
/// Arguments: those of ``ReplicaScene``, `clock` (`wall`, `lamport`, `hybrid`: what orders the
/// writes) and `behind`: how far the clock of B is behind. Every entry of the history takes 10 ms; a
/// client can `write red`.
struct WriteConflict: ReplicaSubject {
  private enum Clock: String, CaseIterable {
    case wall, lamport, hybrid

    var order: WriteOrder {
      switch self {
      case .wall: .wallClock
      case .lamport: .lamport
      case .hybrid: .hybrid
      }
    }
  }

  private static let contents = ["red", "blue", "green", "gold", "grey", "pink"]
  private static let millisecondsPerEntry = 10

  private let clock: Clock
  private let skews: SortedMap<ReplicaID, Int>

  static func stage(_ scene: SceneArguments) throws(Diagnostic) -> any Scene {
    var arguments = try Arguments(scene.directive)
    let clock: Clock = try arguments.choice("clock", default: .wall)
    let behind = try arguments.duration("behind", default: .zero)
    let subject = WriteConflict(
      clock: clock, skews: ["B": -Int(behind.milliseconds.rounded())])
    let staged = try ReplicaScene(subject, &arguments)
    try arguments.finish()
    return staged
  }

  let question = "Which write is lost?"
  let opening = "Nobody has written yet."
  let initial = KnownWrites()

  // MARK: - Acting

  let acts = [Act("w", "write something new at the replica", word: "write")]
  var usage: String { "write \(Self.contents.joined(separator: "/"))" }

  func update(_ words: [String], at site: ReplicaSite<KnownWrites>) -> KnownWrites.Update? {
    guard words.count == 2, words[0] == "write", Self.contents.contains(words[1]) else {
      return nil
    }
    let number = site.gossip.writes.count
    return KnownWrites.Update(
      number: number, content: words[1], time: (site.step + 1) * Self.millisecondsPerEntry)
  }

  func words(
    for stroke: Stroke, with targets: [Knob], at site: ReplicaSite<KnownWrites>
  ) -> String? {
    guard stroke == .act("w") else { return nil }
    return "write \(Self.contents[site.gossip.writes.count % Self.contents.count])"
  }

  func sentence(of deed: ReplicaDeed<KnownWrites>) -> String {
    var after = deed.site.gossip
    try? after.take(.update(deed.update, at: deed.site.place))  // a write is never refused
    let history = history(of: after)
    let number = deed.update.number
    let stamp = text(of: history.timestamp(of: number, by: clock.order))
    let opening = "\(deed.site.name) writes \(deed.update.content), stamped \(stamp)."
    guard case .lostThoughLater(let other) = history.fates(by: clock.order)[number] else {
      return opening
    }
    return opening + " It had read \(history.writes[other].content), whose stamp is greater."
  }

  // MARK: - The model

  private func history(of gossip: Gossip<KnownWrites>) -> WriteHistory<String> {
    gossip.writes.reduce(into: WriteHistory(skews: skews)) { history, write in
      history.write(write.content, at: write.replica, time: write.time, seeing: write.seen)
    }
  }

  /// What a reader at a replica sees: the winner of all that it knows.
  private func reading(_ known: KnownWrites, in history: WriteHistory<String>) -> String {
    let numbers = known.writes.keys
    let winner = numbers.max { one, other in
      stamp(one, history) < stamp(other, history)
    }
    return winner.map { history.writes[$0].content } ?? "nothing"
  }

  private func stamp(
    _ number: Int, _ history: WriteHistory<String>
  ) -> (WriteTimestamp, ReplicaID) {
    (history.timestamp(of: number, by: clock.order), history.writes[number].replica)
  }

  // MARK: - Drawing

  func rows(of place: Int, in gossip: Gossip<KnownWrites>) -> [StyledText] {
    let history = history(of: gossip)
    let known = gossip.replicas[place]
    let stamps = known.writes.keys.map { number in
      "\(history.writes[number].content) \(text(of: history.timestamp(of: number, by: clock.order)))"
    }
    let skew = skews[gossip.names[place], default: 0]
    let error = skew == 0 ? "" : "   clock \(-skew) ms behind"
    return [
      StyledText("reads  ", style: .faint) + StyledText(reading(known, in: history))
        + StyledText(error, style: Style(.voter)),
      StyledText("knows  ", style: .faint)
        + StyledText(stamps.suffix(2).joined(separator: ", "), style: .faint),
    ]
  }

  private func text(of stamp: WriteTimestamp) -> String {
    switch stamp {
    case .wallClock(let time): "\(Quantity.count(time).text) ms"
    case .lamport(let count): "\(count)"
    case .hybrid(let stamp): "\(Quantity.count(stamp.wall).text).\(stamp.logical)"
    }
  }

  func label(of state: KnownWrites) -> String {
    state.writes.values.map(\.content).suffix(3).joined(separator: " ")
  }

  func conclusions(on gossip: Gossip<KnownWrites>) -> [StyledText] {
    let history = history(of: gossip)
    let fates = history.fates(by: clock.order)
    let lost = fates.indices.filter { fates[$0].isLost }
    let wins = fates.firstIndex(of: .wins).map {
      StyledText("In the end all read \(history.writes[$0].content).")
    }
    let losses = lost.suffix(2).map { loss(of: $0, fates[$0], in: history) }
    let padding = Array(repeating: StyledText(), count: max(0, 2 - losses.count))
    return [wins ?? StyledText("Nothing is written yet.", style: .faint)] + losses + padding
  }

  private func loss(
    of number: Int, _ fate: WriteFate, in history: WriteHistory<String>
  ) -> StyledText {
    let name = history.writes[number].content
    let mark = StyledText("✘ \(name) LOST ", style: Style(.lost, isBold: true))
    switch fate {
    case .lost(let other):
      return mark + StyledText("to \(history.writes[other].content): neither had seen the other")
    case .lostThoughLater(let other):
      return mark
        + StyledText("to \(history.writes[other].content), which came before and was read")
    case .wins, .replaced: return StyledText()
    }
  }
}

/// The writes that a replica knows, by their numbers.
struct KnownWrites: Replicated {
  struct Write: Equatable {
    let content: String
    let replica: ReplicaID
    /// True time, in milliseconds.
    let time: Int
    /// What the replica knew when it wrote.
    let seen: [Int]
  }

  /// A write, numbered through all replicas.
  struct Update: Equatable {
    let number: Int
    let content: String
    let time: Int
  }

  private(set) var writes: SortedMap<Int, Write> = [:]

  var value: [Int] { writes.keys }

  mutating func apply(_ update: Update, at replica: ReplicaID) {
    writes[update.number] = Write(
      content: update.content, replica: replica, time: update.time, seen: writes.keys)
  }

  mutating func merge(_ other: KnownWrites) {
    writes.merge(other.writes) { mine, _ in mine }
  }
}

extension Gossip<KnownWrites> {
  /// Every write that was made: a replica knows its own.
  fileprivate var writes: [KnownWrites.Write] {
    replicas.reduce(into: KnownWrites()) { $0.merge($1) }.writes.values
  }
}
