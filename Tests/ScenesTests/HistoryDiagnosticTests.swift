import Content
import Testing

/// What an author reads who writes an entry that means nothing.
struct HistoryDiagnosticTests {
  private static let network =
    "A send, or deliver, duplicate, postpone, drop, merge, cut REPLICA or heal REPLICA"

  @Test(arguments: [
    ("counter-merge", "A increment, A incremnt", "A incremnt", 23),
    ("counter-merge", "C increment", "C increment", 10),
    ("counter-merge", "A increment 0", "A increment 0", 10),
    ("counter-merge", "A increment 1001", "A increment 1001", 10),
    ("counter-merge", "A increment -1", "A increment -1", 10),
    ("counter-merge", "A increment x", "A increment x", 10),
    ("counter-merge", "A increment 99999999999999999999", "A increment 99999999999999999999", 10),
    ("counter-merge", "merge, cut C", "cut C", 17),
    ("counter-merge", "deliver x", "deliver x", 10),
    ("counter-merge", "merge A", "merge A", 10),
    ("counter-merge", "send", "send", 10),
    ("counter-merge", "A", "A", 10),
  ])
  func `an entry that no counter knows`(
    name: String, history: String, entry: String, column: Int
  ) throws {
    try expect(
      name, history, column, entry, "A/B increment, decrement, increment N, \(Self.network)")
  }

  @Test(arguments: [
    ("set-merge", "A add cheese", "add ITEM or remove ITEM"),
    ("register-merge", "A set red 6", "set VALUE TIME"),
    ("register-merge", "A set black 1", "set VALUE TIME"),
    ("siblings", "A write coal", "read, write tea/milk/rice/salt/figs/nuts or add ..."),
    ("escrow", "A give 1 A", "sell, sell N or give N REPLICA"),
    ("escrow", "A give 1 C", "sell, sell N or give N REPLICA"),
    ("escrow", "A sell 0", "sell, sell N or give N REPLICA"),
    ("escrow", "A give B", "sell, sell N or give N REPLICA"),
    ("lww-write-conflict", "A write black", "write red/blue/green/gold/grey/pink"),
    ("text-merge", "A type", "type TEXT, erase, left or right"),
    ("text-merge", "A erase 2", "type TEXT, erase, left or right"),
    ("law-panel", "A second", "first"),
  ])
  func `an entry that no other scene of replicas knows`(
    name: String, entry: String, usage: String
  ) throws {
    try expect(name, "merge, \(entry)", 17, entry, "A/B \(usage), \(Self.network)")
  }

  @Test(arguments: [
    ("transform", "C type x"), ("transform", "A typ x"), ("transform", "deliver C"),
    ("transform", "A type"), ("transform", "merge"), ("transform", "A send now"),
  ])
  func `an entry that the session does not know`(name: String, entry: String) throws {
    try expect(
      name, "settle, \(entry)", 18, entry,
      "A/B type TEXT, erase, left, right or send, deliver, deliver A, or settle")
  }

  @Test(arguments: ["C add", "A ad", "deliver 1", "merge", "A add milk"])
  func `an entry that the senders of deltas do not know`(entry: String) throws {
    try expect(
      "delta-sync", "A add, \(entry)", 17, entry,
      "A/B add, remove or send, deliver, duplicate or drop")
  }

  @Test func `an entry of a list has its own line`() throws {
    let error = #expect(throws: Diagnostic.self) {
      try staged("set-merge", "history:\n  - A add milk\n  - A ad milk")
    }
    #expect(
      error?.description == """
        lessons/02-test.md:12:5: error: nothing is called 'A ad milk' here; \
        write A/B add ITEM or remove ITEM, \(Self.network)
        """)
  }

  @Test(arguments: [
    ("counter-merge", "replicas: 4", "10:11: error: replicas is 4; it must be 2 to 3"),
    ("counter-merge", "type: counter", "10:7: error: type is counter; did you mean 'g-counter'?"),
    ("escrow", "stock: 0", "10:8: error: stock is 0; it must be 1 to 99"),
    ("delta-sync", "items: 201", "10:8: error: items is 201; it must be 0 to 200"),
    ("text-merge", "ids: show", "10:6: error: ids is show; did you mean 'shown'?"),
    ("transform", "order: some", "10:8: error: order is some; it must be server or none"),
    (
      "lww-write-conflict", "behind: 40",
      "10:9: error: behind is 40; it must be a time such as 40 ms, 1.5 s or 2 min"
    ),
    (
      "counter-merge", "history: A increment,, merge",
      "10:10: error: history has an empty entry; divide entries by one comma"
    ),
    (
      "set-merge", "histroy: merge",
      "10:10: error: no argument is called 'histroy'; did you mean 'history'?"
    ),
  ])
  func `a mistake in an argument`(name: String, body: String, message: String) throws {
    let error = #expect(throws: Diagnostic.self) { try staged(name, body) }
    #expect(error?.description == "lessons/02-test.md:\(message)")
  }

  /// Expects the whole message.
  private func expect(
    _ name: String, _ history: String, _ column: Int, _ entry: String, _ usage: String
  ) throws {
    let error = #expect(throws: Diagnostic.self) { try staged(name, "history: \(history)") }
    #expect(
      error?.description
        == "lessons/02-test.md:10:\(column): error: nothing is called '\(entry)' here; write \(usage)"
    )
  }
}
