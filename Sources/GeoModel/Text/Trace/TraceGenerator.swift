extension EditingTrace {
  /// A trace as somebody might have typed it, the same for the same seed.
  ///
  /// Runs of letters, jumps, corrections, pastes. Of several writers each keeps to a section of its
  /// own and hears from the others now and then; so the end text is the sections one after the
  /// other, and is computed with plain arrays.
  ///
  /// - Parameters:
  ///   - transactions: at least so many are made.
  ///   - agents: at least 1.
  public static func generated(
    seed: UInt64, transactions: Int, agents: Int = 1
  ) -> EditingTrace {
    var generator = TraceGenerator(seed: seed, agents: agents)
    while generator.transactions.count < transactions { generator.writeOn() }
    return generator.trace
  }
}

/// Several writers at work on one text.
private struct TraceGenerator {
  private struct Writer {
    /// The section as its writer sees it; the first scalar stays.
    var section: [Unicode.Scalar]
    /// Within the section, at least 1.
    var cursor = 1
    /// How long the section was after each of the writer's transactions.
    var lengths = [1]
    /// Of each writer, how many transactions are known; the first is that of the headings.
    var known: [Int]
  }

  private(set) var transactions: [EditingTrace.Transaction]
  private var writers: [Writer]
  /// By writer, the places of the transactions.
  private var places: [[Int]]
  private var dice: SplitMix64

  private static let letters = Array(
    "etaoin shrdlu cmfwyp, vbgkqjxz. éß日本\u{1F600}\n".unicodeScalars)
  private static let heading: Unicode.Scalar = "#"

  init(seed: UInt64, agents: Int) {
    dice = SplitMix64(seed: seed)
    let heading = String(repeating: Character(Self.heading), count: agents)
    transactions = [EditingTrace.Transaction(patches: [EditingTrace.Patch(0, 0, heading)])]
    let known = Array(repeating: 1, count: agents)
    writers = Array(repeating: Writer(section: [Self.heading], known: known), count: agents)
    places = Array(repeating: [0], count: agents)
  }

  var trace: EditingTrace {
    var text = String.UnicodeScalarView()
    for writer in writers { text.append(contentsOf: writer.section) }
    return EditingTrace(
      agents: writers.count, transactions: transactions, endContent: String(text))
  }

  /// Lets somebody do something.
  mutating func writeOn() {
    let agent = dice.integer(in: 0...(writers.count - 1))
    if dice.happens(0.3) { hear(dice.integer(in: 0...(writers.count - 1)), agent) }
    let length = writers[agent].section.count
    switch dice.integer(in: 0...9) {
    case 0...3: type(dice.integer(in: 1...40), agent)
    case 4, 5: writers[agent].cursor = dice.integer(in: 1...length)
    case 6, 7: goBack(dice.integer(in: 1...8), agent)
    case 8: replace(dice.integer(in: 0...20), with: dice.integer(in: 0...3), agent)
    default: replace(0, with: dice.integer(in: 5...200), agent)
    }
  }

  /// A writer receives what another one knows.
  private mutating func hear(_ other: Int, _ agent: Int) {
    for writer in writers.indices {
      writers[agent].known[writer] = max(
        writers[agent].known[writer], writers[other].known[writer])
    }
  }

  private mutating func type(_ count: Int, _ agent: Int) {
    for _ in 0..<count { replace(0, with: 1, agent) }
  }

  private mutating func goBack(_ count: Int, _ agent: Int) {
    for _ in 0..<min(count, writers[agent].cursor - 1) {
      writers[agent].cursor -= 1
      replace(1, with: 0, agent)
    }
  }

  /// Replaces scalars behind the cursor, in a transaction of its own.
  private mutating func replace(_ most: Int, with count: Int, _ agent: Int) {
    let cursor = writers[agent].cursor
    let deleted = min(most, writers[agent].section.count - cursor)
    guard deleted + count > 0 else { return }
    let added = (0..<count).map { _ in Self.letters[dice.integer(in: 0...(Self.letters.count - 1))]
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: added)
    let patch = EditingTrace.Patch(start(of: agent) + cursor, deleted, String(text))
    note(patch, agent)
    writers[agent].section.replaceSubrange(cursor..<(cursor + deleted), with: added)
    writers[agent].cursor += count
    writers[agent].lengths.append(writers[agent].section.count)
  }

  /// Where a writer sees the own section begin.
  private func start(of agent: Int) -> Int {
    (0..<agent).reduce(0) { $0 + writers[$1].lengths[writers[agent].known[$1] - 1] }
  }

  private mutating func note(_ patch: EditingTrace.Patch, _ agent: Int) {
    let parents = writers.indices.map { places[$0][writers[agent].known[$0] - 1] }
    places[agent].append(transactions.count)
    transactions.append(
      EditingTrace.Transaction(
        agent: agent, parents: Set(parents).sorted(), patches: [patch]))
    writers[agent].known[agent] += 1
  }
}
