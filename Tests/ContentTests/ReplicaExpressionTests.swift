import Content
import Testing

struct ReplicaExpressionTests {
  @Test(arguments: [
    ("value of g-counter after A increment 3, B increment 5, C increment 2, merge", "10"),
    ("value of pn-counter after A increment 3, B increment 5, B decrement 2, merge", "6"),
    ("value of pn-counter after A increment 3, B increment 5, A into B", "3"),
    ("value of pn-counter after B increment 5, A increment 3, B into A, B into A", "8"),
    ("value of pn-counter after A decrement", "−1"),
    ("value of maximum after A increment 3, B increment 5, merge", "5"),
    ("value of sum after A increment 3, B increment 5, merge, merge", "16"),
    ("value of last-writer after A increment 3, B increment 5, merge", "5"),
    ("value of g-set after A add milk, B add bread, merge", "bread, milk"),
    ("value of or-set after A add milk, merge, B remove milk, A add milk, merge", "milk"),
    ("value of or-set after A add milk, B add milk, merge, B remove milk, merge", "nothing"),
    ("value of 2p-set after A add milk, merge, B remove milk, merge", "nothing"),
    ("value of lww-register after A set red 2, B set blue 2, merge", "blue"),
    ("value of lww-register after A set red 3, B set blue 2, merge", "red"),
    ("value of lww-without-id after A set red 2, B set blue 2, merge", "red"),
    ("value of lww-register after merge, A into B", "nothing"),
    ("value of mv-register after A set red, B set blue, merge", "blue, red"),
    ("value of mv-register after A set red, B set blue, merge, A set green, merge", "green"),
    ("value of mv-register after A set deep red", "deep red"),
    ("value of rga after A insert 0 rain, merge, A delete 2 1, B insert 4 y, merge", "rany"),
    ("value of lseq after A insert 0 rain, merge, A delete 2 1, B insert 4 y, merge", "rany"),
    ("value of g-set after B add milk, C add bread", "milk"),
    ("value of g-set after\n A  add milk ,B add bread,merge in module:p90", "bread, milk"),
    ("oversold 1 in 2 regions", "1"),
    ("oversold 3 in 3 regions", "6"),
    ("oversold 3 in 1 regions", "0"), ("escrow-oversold 7 in 3 regions", "0"),
    ("diverging of abc", "6"),
    ("triples of abc", "343"),
    ("diverging of a", "2"),
  ])
  func `what replicas come to`(text: String, shown: String) throws {
    let topology = try Samples.topology()
    let expression = try ModelExpression(
      parsing: text, topology: topology, atlas: try Samples.atlas())
    #expect(expression.value(in: topology).text == shown)
  }

  @Test func `a delta stays as small as it is while the whole state grows`() throws {
    let topology = try Samples.topology()
    func bytes(_ text: String) throws -> Quantity {
      try ModelExpression(parsing: text, topology: topology).value(in: topology)
    }
    // The length; each item its length, its name, one dot; then the context.
    #expect(try bytes("state-bytes of 1 items") == .count(1 + (7 + 5) + (7 + 3) + 4))
    #expect(try bytes("delta-bytes of 1 items") == .count(1 + (7 + 5) + 4))
    #expect(try bytes("delta-bytes of 90 items") == .count(1 + (8 + 6) + 5))
    #expect(DeltaBytes(items: 90).whole > 900)
  }

  @Test(arguments: [
    ("value of pn-countr after A increment", "no type is called 'pn-countr'; did you mean"),
    ("value of pn-counter", "this number is written {value of TYPE after HISTORY}"),
    ("value of pn-counter after", "this number is written {value of TYPE after HISTORY}"),
    (
      "value of g-counter after A decrement",
      "'A decrement' is no entry of a history of the g-counter; "
        + "write A increment or increment 3, merge or A into B"
    ),
    ("value of pn-counter after A increment,", "'' is no entry of a history of the pn-counter"),
    ("value of pn-counter after a increment", "'a increment' is no entry"),
    ("value of pn-counter after A increment 0", "entry 1 of the history: by is 0; it must be 1 to"),
    ("value of pn-counter after A increment -1", "entry 1 of the history: by is -1; it must be"),
    ("value of lww-register after A set red", "'A set red' is no entry of a history of the"),
    ("value of rga after A insert rain", "'A insert rain' is no entry of a history of the rga"),
    (
      "value of rga after A insert 0 hi, A delete 1 2",
      "entry 2 of the history: index 1 with count 2 lies outside the text at A, which has "
        + "2 characters; index and count must add up to 2 at most"
    ),
    (
      "value of 2p-set after A add milk, A remove milk, A add milk",
      "entry 3 of the history: 'milk' was removed, and a 2p-set never takes back what was "
        + "removed; an or-set does"
    ),
    (
      "value of 2p-set after A add milk, B remove milk",
      "entry 2 of the history: 'milk' is not in the set at B, and a 2p-set removes only what it "
        + "holds; add it there or merge it in before"
    ),
    (
      "value of sum after A increment 1000000" + String(repeating: ", A into A", count: 39),
      "entry 35 of the history: the counter grows beyond 9007199254740992"
    ),
    (
      "value of g-set after A add a" + String(repeating: ", merge", count: 40),
      "the history has 41 entries; 40 are the most"
    ),
    ("oversold 1001 in 2 regions", "1001 units; there must be 1 to 1000"),
    ("oversold 10 in 21 regions", "21 regions; there must be 1 to 20"),
    ("state-bytes of 1001 items", "1001 items; there must be 1 to 1000"),
    ("diverging of abcdefg", "7 characters; there must be 1 to 6"),
    ("triples of", "this number is written {triples of TEXT}"),
  ])
  func `a mistake in what replicas do`(text: String, message: String) throws {
    let error = #expect(throws: ExpressionError.self) {
      try ModelExpression(parsing: text, topology: Samples.topology())
    }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "accepted")")
  }
}
