import Foundation
import Testing
import geolearn

/// `geolearn calc crdt`
struct CRDTTests {
  @Test(arguments: [
    ("g-counter", ["A+3", "B+5", "C+2", "all"], "10"),
    ("pn-counter", ["A+3", "A+5", "A-2"], "6"),
    ("pn-counter", ["A+3", "B+5", "B-2", "all"], "6"),
    (
      "pn-counter", ["A+3", "A as s", "A+5", "A-2", "s into B", "A into B", "s into B", "all"], "6"
    ),
    ("pn-counter", ["A-1"], "-1"),
    ("g-set", ["A add b", "B add a", "B add a", "all"], #"["a","b"]"#),
    ("2p-set", ["A add x", "all", "B remove x", "A add x", "all"], "[]"),
    ("or-set", ["A add x", "all", "B remove x", "A add x", "all"], #"["x"]"#),
    ("or-set", ["A add x", "B add x", "all", "C remove x", "all"], "[]"),
    ("or-set", ["A add x", "A as s", "A remove x", "s into A", "all"], "[]"),
    ("or-set", ["A remove x"], "[]"),
    ("or-set", ["A add é", "A add Z", "A add a"], #"["Z","a","é"]"#),
    ("lww-register", [], "null"),
    ("lww-register", ["A set red 2", "B set blue 2", "all"], #""blue""#),
    ("lww-register", ["B set blue 2", "A set red 2", "all"], #""blue""#),
    ("lww-register", ["A set red 2", "A set blue 1"], #""red""#),
    ("lww-register", ["A set red -2", "A set blue -1"], #""blue""#),
    ("mv-register", [], "[]"),
    ("mv-register", ["A set b", "B set a", "all"], #"["a","b"]"#),
    ("mv-register", ["A set a", "B set a", "all"], #"["a","a"]"#),
    ("mv-register", ["A set b", "B set a", "all", "C set c 9", "all"], #"["c"]"#),
    ("rga", [], #""""#),
    ("rga", ["A ins 0 rn", "all", "A ins 1 ai", "B ins 2 y", "all"], #""rainy""#),
    ("rga", ["A ins 0 hello", "A del 1 3", "A del 2 0"], #""ho""#),
    ("rga", ["A ins 0 a", "A ins 0 b", "all", "B del 0 1", "A del 0 1", "all"], #""a""#),
    ("lseq", ["A ins 0 rn", "all", "A ins 1 ai", "B ins 2 y", "all"], #""rainy""#),
    ("lseq", ["A ins 0 hello", "A as s", "A del 1 3", "s into A", "all"], #""ho""#),
  ])
  func `what the replicas come to`(type: String, history: [String], value: String) throws {
    let output = try replay(Script(type, history).text, "--format json")
    #expect(output.code == .success)
    let answer = try Answer(output.text)
    #expect(try answer.value(of: "A") == value)
    guard history.last == "all" || history.isEmpty else { return }
    #expect(answer.hasConverged)
    #expect(try answer.value(of: "B") == value)
    #expect(try answer.value(of: "C") == value)
  }

  @Test func `replicas that have not heard of each other have not converged`() throws {
    let answer = try Answer(try replay(Script("or-set", ["A add x"]).text, "--format json").text)
    #expect(!answer.hasConverged)
    #expect(try answer.value(of: "B") == "[]")
  }

  @Test func `two spellings of one letter are two elements`() throws {
    let text = Script("g-set", ["A add \u{E9}", "A add e\u{301}"]).text
    let answer = try Answer(try replay(text, "--format json").text)
    #expect(try Array(answer.value(of: "A").unicodeScalars).filter { $0 == "\u{E9}" }.count == 1)
    #expect(try Array(answer.value(of: "A").unicodeScalars).filter { $0 == "\u{301}" }.count == 1)
  }

  @Test func `the answer for programs has these keys in this order`() throws {
    let text = Script("pn-counter", ["A+3", "B+5", "B-2", "B into A"], replicas: ["A", "B"]).text
    #expect(
      try replay(text, "--format json")
        == CommandOutput(
          """
          {
            "converged": false,
            "replicas": {
              "A": {
                "value": 6,
                "state": {
                  "increments": {
                    "A": 3,
                    "B": 5
                  },
                  "decrements": {
                    "B": 2
                  }
                }
              },
              "B": {
                "value": 3,
                "state": {
                  "increments": {
                    "B": 5
                  },
                  "decrements": {
                    "B": 2
                  }
                }
              }
            }
          }

          """))
  }

  @Test(arguments: [
    ("g-counter", ["A+3", "B+5", "C+2", "all"], #"{"slots":{"A":3,"B":5,"C":2}}"#),
    ("g-set", ["A add x"], #"{"elements":["x"]}"#),
    ("2p-set", ["A add x", "A remove x"], #"{"added":["x"],"removed":["x"]}"#),
    (
      "or-set", ["A add x", "B add x", "A add y", "A remove y", "B into A"],
      #"{"context":{"A":2,"B":1},"elements":{"x":["A:1","B:1"]}}"#
    ),
    ("lww-register", [], "null"),
    (
      "lww-register", ["A set x 1795446000123"],
      #"{"replica":"A","time":1795446000123,"value":"x"}"#
    ),
    (
      "mv-register", ["A set b", "B set a", "B into A"],
      #"{"siblings":[{"value":"a","version":{"B":1}},{"value":"b","version":{"A":1}}]}"#
    ),
    (
      "rga", ["A ins 0 hi", "A del 0 1"],
      #"{"elements":[{"after":null,"character":"h","deleted":true,"id":"A:1"},"#
        + #"{"after":"A:1","character":"i","deleted":false,"id":"A:2"}]}"#
    ),
    (
      "lseq", ["A ins 0 hi", "A del 0 1"],
      #"{"elements":[{"character":"i","position":["15 A:2"]}],"known":{"A":2}}"#
    ),
  ])
  func `a state is what its definition has`(
    type: String, history: [String], state: String
  ) throws {
    let output = try replay(Script(type, history).text, "--format json")
    #expect(try Answer(output.text).state(of: "A") == state)
  }

  @Test func `the answer for people has a table for each replica`() throws {
    let history = ["A add x", "A add milk, \u{1B}", "all", "B remove x"]
    #expect(
      try replay(Script("or-set", history, replicas: ["A", "B"]).text).text == #"""
        or-set, after 5 steps

        A
        ────────────────────────────────────
        value     "milk, \u{1B}", x
        elements  "milk, \u{1B}" A:2   x A:1
        context   A 2

        B
        ────────────────────────────
        value     "milk, \u{1B}"
        elements  "milk, \u{1B}" A:2
        context   A 2

        The replicas have not converged: their states differ.

        """#)
  }
}

/// How a script may be written, and where it may lie.
struct CRDTScriptFormTests {
  private static let text = Script("pn-counter", ["A+3", "B+5", "all"]).text

  @Test(arguments: [
    "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\n \t\n"),
    "\n\n" + text, text + "\n", text.replacing(":", with: " : ").replacing(",", with: "\t,"),
    text.replacing("increment", with: #"\u0069ncrement"#),
    text.replacing(#""by":3"#, with: #""by":1}"# + "\n" + #"{"at":"A","op":"increment","by":2"#),
  ])
  func `marks, line ends, blanks and escapes change nothing`(text: String) throws {
    let answer = try Answer(try replay(text, "--format json").text)
    #expect(try answer.value(of: "C") == "8")
  }

  @Test func `a script lies in a file or comes by the standard input`() throws {
    let workplace = try Workplace()
    try workplace.write(Self.text, to: "a.jsonl")
    let output = workplace.run("calc crdt a.jsonl --format json")
    #expect(output.code == .success)
    #expect(output == (try replay(Self.text, "--format json")))
  }

  @Test(arguments: ["missing.jsonl", "."])
  func `a file that is not there is told`(file: String) throws {
    #expect(
      try Workplace().run("calc crdt \(file)")
        == CommandOutput(
          complaint: "Error: there is no file '\(file)' that can be read\n", code: .noInput))
  }

  @Test func `a mistake is told with the file, the line and the column`() throws {
    let workplace = try Workplace()
    try workplace.write(Self.text + "\n{\"at\": \"D\", \"op\": \"increment\"}", to: "a.jsonl")
    #expect(
      workplace.run("calc crdt a.jsonl")
        == CommandOutput(
          complaint: """
            Error: the script has a mistake
            a.jsonl:16:1: error: no replica is called 'D'; it must be A, B or C

            """, code: .data))
  }
}
