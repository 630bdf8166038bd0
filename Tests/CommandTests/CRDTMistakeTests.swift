import Testing
import geolearn

/// What `calc crdt` says to a script with a mistake.
struct CRDTMistakeTests {
  private static let most = "9007199254740992"

  @Test(arguments: [
    (
      "", "1:1",
      #"the script is empty; its first line must be such as "#
        + #"{"type": "pn-counter", "replicas": ["A", "B"]}"#
    ),
    ("[]", "1:1", "expected an object"),
    ("\n  {\"type\": ", "2:12", "expected a value"),
    (#"{"type": "or-set"} x"#, "1:20", "expected the end of the line"),
    (#"{"type": "or-set", "type": "or-set"}"#, "1:28", "'type' is given twice; keep one"),
    (
      #"{"at": "A", "op": "add", "value": "x"}"#, "1:1",
      #"'type' is missing; the first line must be such as "#
        + #"{"type": "pn-counter", "replicas": ["A", "B"]}"#
    ),
    (
      #"{"type": 3}"#, "1:10",
      "type is 3; it must be g-counter, pn-counter, g-set, 2p-set, or-set, lww-register, "
        + "mv-register, rga or lseq, in quotes"
    ),
    (
      #"{"type": "pn-countr", "replicas": ["A"]}"#, "1:10",
      "no type is called 'pn-countr'; did you mean 'pn-counter'?"
    ),
    (
      #"{"type": "sum", "replicas": ["A"]}"#, "1:10",
      "no type is called 'sum'; it must be g-counter, pn-counter, g-set, 2p-set, or-set, "
        + "lww-register, mv-register, rga or lseq"
    ),
    (
      #"{"type": "or-set"}"#, "1:1",
      #"'replicas' is missing; it must be a list such as ["A", "B"]"#
    ),
    (
      #"{"type": "or-set", "replicas": "A"}"#, "1:32",
      #"replicas is "A"; it must be a list such as ["A", "B"]"#
    ),
    (#"{"type": "or-set", "replicas": ["A", 2]}"#, "1:38", "expected a text in quotes"),
    (
      #"{"type": "or-set", "replicas": []}"#, "1:32",
      "replicas must hold at least one name, and no empty one"
    ),
    (
      #"{"type": "or-set", "replicas": ["A", "B", "A"]}"#, "1:32",
      "'A' is there twice; each replica has its own name"
    ),
    (
      #"{"type": "or-set", "replicas": ["A"], "seed": 3}"#, "1:47",
      "the first line has no field 'seed'; it must be type or replicas"
    ),
  ])
  func `a mistake in the first line`(text: String, place: String, message: String) throws {
    try expect(text, place, message)
  }

  @Test(arguments: [
    ("or-set", #"{"at": "A", "op": "add", "value": "x""#, "2:38", "expected a comma or }"),
    (
      "or-set", #"{"at": "A", "value": "x"}"#, "2:1",
      "'op' is missing; it must be add, remove, merge or snapshot"
    ),
    (
      "g-counter", #"{"at": "A", "op": "decrement"}"#, "2:19",
      "the g-counter has no operation 'decrement'; it must be increment, merge or snapshot"
    ),
    (
      "pn-counter", #"{"at": "A", "op": "incremnt"}"#, "2:19",
      "the pn-counter has no operation 'incremnt'; did you mean 'increment'?"
    ),
    (
      "pn-counter", #"{"at": "A", "op": "increment", "value": "x"}"#, "2:41",
      "the operation increment has no field 'value'; it must be at, op or by"
    ),
    (
      "pn-counter", #"{"op": "increment"}"#, "2:1",
      "'at' is missing; it must be the name of a replica"
    ),
    (
      "pn-counter", #"{"at": 1, "op": "increment"}"#, "2:8",
      "at is 1; it must be the name of a replica, in quotes"
    ),
    (
      "pn-counter", #"{"at": "a", "op": "increment"}"#, "2:1",
      "no replica is called 'a'; it must be A or B"
    ),
    (
      "pn-counter", #"{"at": "A", "op": "increment", "by": 0}"#, "2:38",
      "by is 0; it must be a whole number, 1 to \(most)"
    ),
    (
      "pn-counter", #"{"at": "A", "op": "increment", "by": 2.0}"#, "2:38",
      "by is 2.0; it must be a whole number, 1 to \(most)"
    ),
    (
      "pn-counter", #"{"at": "A", "op": "increment", "by": "2"}"#, "2:38",
      "by is \"2\"; it must be a whole number, 1 to \(most)"
    ),
    (
      "pn-counter", #"{"at": "A", "op": "increment", "by": 99999999999999999999}"#, "2:38",
      "by is 99999999999999999999; it must be a whole number, 1 to \(most)"
    ),
    (
      "or-set", #"{"at": "A", "op": "add", "value": null}"#, "2:35",
      "value is null; it must be a text, in quotes"
    ),
    ("or-set", #"{"at": "A", "op": "add"}"#, "2:1", "'value' is missing; it must be a text"),
    (
      "lww-register", #"{"at": "A", "op": "set", "value": "x"}"#, "2:1",
      "'time' is missing; it must be a whole number, -\(most) to \(most)"
    ),
    (
      "mv-register", #"{"at": "A", "op": "set", "value": "x", "time": "now"}"#, "2:48",
      "time is \"now\"; it must be a whole number, -\(most) to \(most)"
    ),
    (
      "rga", #"{"at": "A", "op": "insert", "index": -1, "text": "x"}"#, "2:38",
      "index is -1; it must be a whole number, 0 to \(most)"
    ),
    (
      "rga", #"{"at": "A", "op": "insert", "index": 1, "text": "x"}"#, "2:1",
      "index 1 lies outside the text at A, which has 0 characters; the index must be 0 to 0"
    ),
    (
      "lseq", #"{"at": "A", "op": "delete", "index": 0, "count": \#(most)}"#, "2:1",
      "index 0 with count \(most) lies outside the text at A, which has 0 characters; "
        + "index and count must add up to 0 at most"
    ),
    (
      "2p-set", #"{"at": "A", "op": "remove", "value": "x"}"#, "2:1",
      "'x' is not in the set at A, and a 2p-set removes only what it holds; "
        + "add it there or merge it in before"
    ),
    (
      "or-set", #"{"op": "merge", "from": "s1", "into": "B"}"#, "2:1",
      "no replica or snapshot is called 's1'; it must be A or B"
    ),
    (
      "or-set", #"{"op": "merge", "from": "A"}"#, "2:1",
      "'into' is missing; it must be the name of a replica"
    ),
    (
      "or-set", #"{"op": "merge", "from": "A", "into": "B", "at": "A"}"#, "2:49",
      "the operation merge has no field 'at'; it must be op, from or into"
    ),
    (
      "or-set", #"{"op": "snapshot", "at": "A", "as": "B"}"#, "2:1",
      "'B' is a replica; a snapshot needs a name of its own"
    ),
    (
      "or-set", #"{"op": "snapshot", "at": "A"}"#, "2:1",
      "'as' is missing; it must be a name for the snapshot"
    ),
  ])
  func `a mistake in an operation`(
    type: String, line: String, place: String, message: String
  ) throws {
    try expect(#"{"type": "\#(type)", "replicas": ["A", "B"]}"# + "\n" + line, place, message)
  }

  @Test func `a 2P-Set refuses what was removed and says why`() throws {
    let history = ["A add x", "A into B", "B remove x", "B into A", "A add x"]
    try expect(
      Script("2p-set", history).text, "6:1",
      "'x' was removed, and a 2p-set never takes back what was removed; an or-set does")
  }

  @Test func `a counter cannot grow beyond what programs can read`() throws {
    try expect(
      Script("pn-counter", ["A+\(Self.most)", "B-1"]).text, "3:1",
      "the counter grows beyond \(Self.most); count less, or merge fewer times")
  }

  private func expect(_ text: String, _ place: String, _ message: String) throws {
    #expect(
      try replay(text)
        == CommandOutput(
          complaint: "Error: the script has a mistake\n-:\(place): error: \(message)\n",
          code: .data))
  }
}

struct CRDTFuzzTests {
  private static let scripts = [
    Script("g-counter", ["A+3", "B+5", "all"]),
    Script("pn-counter", ["A+3", "A as s", "s into B"]),
    Script("g-set", ["A add é", "B add y", "all"]),
    Script("2p-set", ["A add x", "A into B", "B remove x"]),
    Script("or-set", ["A add x", "A add y", "all", "B remove x", "all"]),
    Script("lww-register", ["A set red 2", "B set blue 2", "all"]),
    Script("mv-register", ["A set b", "B set a", "all", "C set c 9"]),
    Script("rga", ["A ins 0 rain", "all", "A ins 1 ai", "B del 2 1", "all"]),
    Script("lseq", ["A ins 0 rain", "all", "A ins 1 ai", "B del 2 1", "all"]),
  ].map { Array($0.text.utf8) }

  private static let pieces =
    [
      "\"", "{", "}", "[", "]", ",", ":", "\n", "\r", "\\", "\\u", "\\ud800", "0", "-",
      "9223372036854775807",
      "1e999", "null", "true", "A", "s", "\u{0}", "é", #""by":9007199254740992,"#, "merge",
      "delete",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xEF, 0xBB, 0xBF]]

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `no script makes the program stop, and every mistake is told`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<40 {
      let bytes = Self.damaged(Self.scripts[dice.below(Self.scripts.count)], &dice)
      let output = try replay(bytes: bytes, "--format json")
      #expect([.success, .data].contains(output.code))
      #expect((output.code == .success) == output.complaint.isEmpty)
      if output.code == .success { _ = try Answer(output.text) }
    }
  }

  /// A beginning of a script, or one with bytes exchanged, left out, put in, or lines swapped.
  private static func damaged(_ script: [UInt8], _ dice: inout Dice) -> [UInt8] {
    if dice.below(6) == 0 { return Array(script.prefix(dice.below(script.count))) }
    var bytes = script
    for _ in 0...dice.below(3) {
      let place = dice.below(bytes.count)
      switch dice.below(4) {
      case 0: bytes[place] = UInt8(dice.below(256))
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.below(4)))
      case 2: bytes.insert(contentsOf: pieces[dice.below(pieces.count)], at: place)
      default:
        var lines = bytes.split(separator: 0x0A)
        lines.swapAt(dice.below(lines.count), dice.below(lines.count))
        bytes = Array(lines.joined(separator: [0x0A]))
      }
      if bytes.isEmpty { return bytes }
    }
    return bytes
  }
}

/// Small numbers by chance, the same for the same seed.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
  }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
