import GeoModel
import Testing

/// Traces, typed again.
struct TextTraceTests {
  @Test(arguments: 0..<30)
  func `a trace of one writer ends in the text that a plain array has`(seed: Int) throws {
    let trace = EditingTrace.generated(seed: UInt64(seed), transactions: 1500)
    #expect(Self.plainText(of: trace) == Array(trace.endContent.unicodeScalars))
    let replay = try TraceReplay(trace)
    #expect(replay.isRight)
    #expect(replay.replicas[0].size.tombstones == trace.deletedCount)
  }

  @Test(arguments: 0..<30)
  func `a trace of several writers ends in the same text everywhere`(seed: Int) throws {
    let trace = EditingTrace.generated(
      seed: UInt64(seed), transactions: 400, agents: 2 + seed % 3)
    let replay = try TraceReplay(trace)
    #expect(replay.replicas.map(\.value) == Array(repeating: trace.endContent, count: trace.agents))
    #expect(replay.isRight)
  }

  @Test func `writers do work at the same time`() {
    let trace = EditingTrace.generated(seed: 1, transactions: 400, agents: 3)
    let unseen = (1..<trace.transactions.count).count { place in
      trace.transactions[place].agent != trace.transactions[place - 1].agent
        && !trace.transactions[place].parents.contains(place - 1)
    }
    #expect(unseen > 10)
  }

  @Test func `a trace whose text is another one is not right`() throws {
    let trace = EditingTrace.generated(seed: 1, transactions: 50)
    let wrong = EditingTrace(transactions: trace.transactions, endContent: trace.endContent + "x")
    #expect(try !TraceReplay(wrong).isRight)
  }

  @Test(arguments: 0..<200)
  func `two replicas that each take half of the edits of a trace converge`(seed: Int) throws {
    let trace = EditingTrace.generated(seed: UInt64(seed), transactions: 60)
    var dice = SplitMix64(seed: UInt64(seed))
    var split = [SplitRGA(), SplitRGA()]
    var plain = [RGA(), RGA()]
    for (place, transaction) in trace.transactions.enumerated() {
      let replica = place % 2
      for patch in transaction.patches {
        for edit in patch.edits(within: split[replica].count) {
          try split[replica].apply(edit, at: TextHistory<RGA>.names[replica])
          try plain[replica].apply(edit, at: TextHistory<RGA>.names[replica])
        }
      }
      if dice.happens(0.05) {
        split[replica].merge(split[1 - replica])
        plain[replica].merge(plain[1 - replica])
      }
    }
    let texts = [split[0].merged(with: split[1]), split[1].merged(with: split[0])]
    #expect(texts[0] == texts[1])
    #expect(texts[0].elements == plain[0].merged(with: plain[1]).elements)
    #expect(texts[0].size.visible + texts[0].size.tombstones == trace.insertedCount)
  }

  @Test(arguments: [
    (EditingTrace.Transaction(agent: 2, patches: []), TraceFault.agent(transaction: 1)),
    (EditingTrace.Transaction(parents: [1], patches: []), .parent(transaction: 1)),
    (EditingTrace.Transaction(parents: [-1], patches: []), .parent(transaction: 1)),
    (.init(patches: [.init(2, 2, "")]), .outside(transaction: 1, length: 3)),
    (.init(patches: [.init(4, 0, "x")]), .outside(transaction: 1, length: 3)),
    (.init(patches: [.init(0, .max, "")]), .outside(transaction: 1, length: 3)),
  ])
  func `a transaction that cannot be typed is named`(
    transaction: EditingTrace.Transaction, fault: TraceFault
  ) {
    let first = EditingTrace.Transaction(patches: [EditingTrace.Patch(0, 0, "abc")])
    let trace = EditingTrace(agents: 2, transactions: [first, transaction], endContent: "")
    #expect(throws: fault) { try TraceReplay(trace) }
  }

  private static func plainText(of trace: EditingTrace) -> [Unicode.Scalar] {
    trace.transactions.flatMap(\.patches).reduce(into: []) { text, patch in
      text.replaceSubrange(
        patch.position..<(patch.position + patch.deleted),
        with: Array(patch.inserted.unicodeScalars)
      )
    }
  }
}

extension EditingTrace.Patch {
  /// The patch as edits, pushed into a text that is shorter than the one it was made for.
  fileprivate func edits(within length: Int) -> [TextEdit] {
    let start = min(position, length)
    return [
      .delete(at: start, count: min(deleted, length - start)), .insert(at: start, inserted),
    ]
  }
}
