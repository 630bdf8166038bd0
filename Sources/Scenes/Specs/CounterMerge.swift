import Content
import Drawing
import GeoModel

/// A counter with a slot for each replica, and beside it what one bare number makes of the same
/// history.
///
/// With what a learner's counters said, they are played instead: see ``CounterReplayScene``.
/// Arguments: those of ``ReplicaScene``, and `type` (`g-counter`, `pn-counter`); a client can
/// `increment`, `increment 3` and, with a PN-Counter, `decrement`.
struct CounterMerge: ReplicaSubject {
  private enum Kind: String, CaseIterable {
    case growOnly = "g-counter"
    case upAndDown = "pn-counter"

    var name: String { self == .growOnly ? "G-Counter" : "PN-Counter" }
  }

  /// One entry counts by at most this.
  private static let most = 1_000
  /// In blocks.
  fileprivate static let longestBar = 6

  private let kind: Kind

  static func stage(_ scene: SceneArguments) throws(Diagnostic) -> any Scene {
    if scene.directive.text(of: "said") != nil { return try CounterReplayScene(scene) }
    var arguments = try Arguments(scene.directive)
    let subject = CounterMerge(kind: try arguments.choice("type", default: .upAndDown))
    let staged = try ReplicaScene(subject, &arguments)
    try arguments.finish()
    return staged
  }

  let question = "What does the counter say after a merge?"
  let opening = "Nobody has counted yet: every slot is 0."
  let initial = CounterAndNumbers()

  // MARK: - Acting

  var acts: [Act] {
    let add = Act("a", "add 1 at the replica", word: "add")
    return kind == .growOnly ? [add] : [add, Act("r", "take 1 away", word: "take")]
  }

  var usage: String {
    kind == .growOnly ? "increment, increment N" : "increment, decrement, increment N"
  }

  func update(
    _ words: [String], at site: ReplicaSite<CounterAndNumbers>
  ) -> PNCounter.Update? {
    let amount = words.count == 1 ? 1 : words.count == 2 ? Int(words[1]) : nil
    guard let amount, (1...Self.most).contains(amount) else { return nil }
    return switch (words[0], kind) {
    case ("increment", _): .increment(by: amount)
    case ("decrement", .upAndDown): .decrement(by: amount)
    default: nil
    }
  }

  func words(
    for stroke: Stroke, with targets: [Knob], at site: ReplicaSite<CounterAndNumbers>
  ) -> String? {
    switch (stroke, kind) {
    case (.act("a"), _): "increment"
    case (.act("r"), .upAndDown): "decrement"
    default: nil
    }
  }

  func sentence(of deed: ReplicaDeed<CounterAndNumbers>) -> String {
    let name = deed.site.name
    return switch deed.update {
    case .increment(let amount): "\(name) adds \(amount): it raises its own slot, and no other."
    case .decrement(let amount):
      "\(name) takes \(amount) away: it raises its own slot of decrements."
    }
  }

  // MARK: - Drawing

  func rows(of place: Int, in gossip: Gossip<CounterAndNumbers>) -> [StyledText] {
    let state = gossip.replicas[place]
    let value =
      StyledText("value  ", style: .faint) + StyledText(Quantity.count(state.exact.value).text)
    return [value] + gossip.names.map { slot(of: $0, in: state.exact, scale: gossip.scale) }
  }

  private func slot(of name: ReplicaID, in counter: PNCounter, scale: Int) -> StyledText {
    let plus = counter.increments.slots[name] ?? 0
    let minus = counter.decrements.slots[name] ?? 0
    var line = StyledText("\(name)".padded(to: 3), style: .faint)
    line.append("+\(plus)".padded(to: 4), style: plus > 0 ? .text : .faint)
    let bar = String(repeating: "█", count: plus.blocks(of: scale))
    line.append(bar.padded(to: Self.longestBar + 1), style: Style(.voter))
    guard kind == .upAndDown else { return line }
    line.append("−\(minus)".padded(to: 4), style: minus > 0 ? .text : .faint)
    line.append(String(repeating: "▒", count: minus.blocks(of: scale)), style: Style(.lost))
    return line
  }

  func label(of state: CounterAndNumbers) -> String {
    let plus = state.exact.increments.slots.entries.map { "\($0.key)\($0.value)" }
    let minus = state.exact.decrements.slots.entries.map { "−\($0.key)\($0.value)" }
    return "[" + (plus + minus).joined(separator: " ") + "]"
  }

  func conclusions(on gossip: Gossip<CounterAndNumbers>) -> [StyledText] {
    let truth = gossip.askedFor
    let opening = StyledText("asked for: \(Quantity.count(truth).text)   ", style: .strong)
    let states = gossip.replicas
    guard isSettled(gossip) else {
      return [opening + StyledText("not everything has arrived everywhere", style: .faint), ""]
    }
    let claims = [
      (kind.name, [states[0].exact.value]), ("sum", states.map(\.sum.value)),
      ("maximum", states.map(\.maximum.value)), ("last writer", states.map(\.last.value)),
    ]
    return [
      opening + Self.text(of: claims[0], truth), Self.numbers(claims.dropFirst(), truth),
    ]
  }

  /// What the slots say; a bare number changes even by what it knew already.
  func isNews(_ after: CounterAndNumbers, since before: CounterAndNumbers) -> Bool {
    after.exact != before.exact
  }

  func isSettled(_ gossip: Gossip<CounterAndNumbers>) -> Bool {
    gossip.replicas.allSatisfy { $0.exact == gossip.replicas[0].exact }
  }

  private static func numbers(
    _ claims: ArraySlice<(String, [Int])>, _ truth: Int
  ) -> StyledText {
    claims.reduce(StyledText("as one bare number:  ", style: .faint)) { line, claim in
      line + text(of: claim, truth) + "   "
    }
  }

  /// A way to count and what it says; replicas that differ are told one by one.
  private static func text(of claim: (name: String, values: [Int]), _ truth: Int) -> StyledText {
    let isRight = claim.values.allSatisfy { $0 == truth }
    let agrees = Set(claim.values).count == 1
    let texts = claim.values.map { Quantity.count($0).text }
    let values = agrees ? texts[0] : texts.joined(separator: "/")
    let mark = isRight ? Mark.done : Mark.lost
    return StyledText("\(claim.name) \(values) ")
      + StyledText(String(mark.glyph), style: mark.style)
  }
}

/// A counter that merges rightly, and three bare numbers that were told the same.
struct CounterAndNumbers: Replicated {
  private(set) var exact = PNCounter()
  private(set) var sum = BareInteger<SumMerge>()
  private(set) var maximum = BareInteger<MaximumMerge>()
  private(set) var last = BareInteger<LastWriterMerge>()

  var value: Int { exact.value }

  mutating func apply(_ update: PNCounter.Update, at replica: ReplicaID) {
    exact.apply(update, at: replica)
    sum.apply(update, at: replica)
    maximum.apply(update, at: replica)
    last.apply(update, at: replica)
  }

  mutating func merge(_ other: CounterAndNumbers) {
    exact.merge(other.exact)
    sum.merge(other.sum)
    maximum.merge(other.maximum)
    last.merge(other.last)
  }
}

extension Gossip<CounterAndNumbers> {
  /// What all clients together asked for: every replica knows its own updates.
  fileprivate var askedFor: Int {
    zip(names, replicas).reduce(0) { sum, replica in
      let (name, state) = replica
      return sum + (state.exact.increments.slots[name] ?? 0)
        - (state.exact.decrements.slots[name] ?? 0)
    }
  }

  /// How much a block stands for, so that no bar is too long.
  fileprivate var scale: Int {
    let slots = replicas.flatMap { state in
      state.exact.increments.slots.values + state.exact.decrements.slots.values
    }
    return max(1, (slots.max() ?? 0).blocks(of: CounterMerge.longestBar))
  }
}

extension Int {
  fileprivate func blocks(of scale: Int) -> Int { (self + scale - 1) / scale }
}
