import Foundation
import Testing
import geolearn

/// `geolearn calc trace`
struct TraceTests {
  /// Two writers, the second of whom corrects the first, who goes on meanwhile.
  static let shared = """
    {
      "kind": "concurrent", "endContent": "h\\u00e9llo!", "numAgents": 2,
      "txns": [
        {"parents": [], "agent": 0, "time": "2026-11-23", "patches": [[0, 0, "hllo"]]},
        {"parents": [0], "agent": 1, "patches": [[1, 0, "é"]]},
        {"parents": [0], "agent": 0, "numChildren": 0, "patches": [[4, 0, "?!"], [4, 1, ""]]}
      ]
    }
    """

  @Test func `a trace is typed again by all who wrote it`() throws {
    let place = try Workplace()
    try place.write(Self.shared, to: "shared.json")
    let output = place.run("calc trace shared.json")
    #expect(output.code == .success)
    let lines = output.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("shared.json, typed again by 2 writers in "))
    #expect(
      lines.dropFirst().joined(separator: "\n") == """

        operations     4  as they were recorded
        inserted       7  characters
        deleted        1  characters, some perhaps twice
        final length   6  characters that a reader sees
        tombstones     1  characters that are kept, though deleted
        spans          5  runs in which both are kept
        encoded       37  bytes, with all of the history

        All replicas end in the recorded end text, character by character.

        """)
  }

  @Test func `the answer for programs has these keys in this order`() throws {
    let place = try Workplace()
    try place.write(Self.shared, to: "shared.json")
    let text = place.run("calc trace shared.json --format json").text
    let lines = text.split(separator: "\n").filter { !$0.contains("\"seconds\"") }
    #expect(text.contains("  \"seconds\": 0"))
    #expect(
      lines.joined(separator: "\n") == """
        {
          "trace": "shared.json",
          "agents": 2,
          "operations": 4,
          "inserted": 7,
          "deleted": 1,
          "final_length": 6,
          "tombstones": 1,
          "spans": 5,
          "encoded_bytes": 37,
          "ok": true
        }
        """)
  }

  @Test func `escapes mean what they mean in JSON`() throws {
    let place = try Workplace()
    try place.write(
      #"{"endContent": "😀\n\"é", "txns": [{"patches": [[0, 0, "\ud83d\uDE00\n\"\u00e9"]]}]}"#,
      to: "t.json")
    #expect(place.run("calc trace t.json --format json").text.contains(#""final_length": 4"#))
    #expect(place.run("calc trace t.json").code == .success)
  }

  @Test func `a compressed trace is the same trace`() throws {
    let place = try Workplace()
    try place.write(Self.shared, to: "shared.json")
    let compressed = try #require(Data(base64Encoded: Self.compressed))
    try compressed.write(to: URL(filePath: "\(place.folder)/shared.json.gz"))
    #expect(
      Self.withoutTime(place.run("calc trace shared.json.gz --format json").text)
        == Self.withoutTime(place.run("calc trace shared.json --format json").text))
  }

  @Test func `a text that ends otherwise than recorded is said, and the code says it too`() throws {
    let place = try Workplace()
    try place.write(
      #"{"endContent": "b", "txns": [{"patches": [[0, 0, "a"]]}]}"#, to: "wrong.json")
    let output = place.run("calc trace wrong.json")
    #expect(output.code == .failed)
    #expect(
      output.text.hasSuffix("\nIt does not end in the recorded end text, character by character.\n")
    )
    #expect(place.run("calc trace wrong.json --format json").text.contains(#""ok": false"#))
  }

  @Test(arguments: [
    ("", "1:1: error: expected an object"),
    ("{\"txns\": [\n  {\"patches\": [[0, 0 \"x\"]]}]}", "2:22: error: expected a comma or ]"),
    (
      "{\"txns\": [{\"patches\": [[0, -1, \"x\"]]}]}",
      "1:28: error: expected a whole number from 0 to 2^48"
    ),
    (
      "{\"txns\": [{\"patches\": [[0, 1]]}]}",
      "1:24: error: expected a patch [position, deleted, inserted]"
    ),
    ("{\"txns\": [{\"patches\": [[0, 0, 7]]}]}", "1:31: error: expected a text in quotes"),
    ("{\"txns\": [{}]}", "1:13: error: expected the key patches before this"),
    ("{\"txns\": []}", "1:13: error: expected the key endContent"),
    ("{\"endContent\": \"\"}", "1:19: error: expected the key txns"),
    ("{\"endContent\": \"\\x\"}", "1:18: error: expected an escape of JSON"),
    ("{\"endContent\": \"\\ud800\"}", "1:23: error: expected a Unicode scalar"),
    (
      "{\"endContent\": \"\\ud800\\u0041\"}",
      "1:29: error: expected the other half of a surrogate"
    ),
    ("{\"endContent\": \"\\u+041\"}", "1:19: error: expected four hexadecimal digits"),
    ("{\"startContent\": \"x\"}", "1:18: error: expected an empty text to start from"),
    ("{\"numAgents\": 0}", "1:15: error: expected 1 to 1000 agents"),
    ("{\"time\": nul}", "1:10: error: expected a value"),
    ("{\"endContent\": \"\", \"txns\": []} x", "1:32: error: expected the end of the file"),
    (
      "{\"endContent\": \"\", \"txns\": [\n{\"patches\": []},\n {\"patches\": [[1, 0, \"x\"]]}]}",
      "3:2: error: a patch of this transaction must lie within the text, which has 0 characters then"
    ),
    (
      "{\"endContent\": \"\", \"txns\": [{\"agent\": 1, \"patches\": []}]}",
      "1:29: error: the agent must be below numAgents"
    ),
    (
      "{\"endContent\": \"\", \"txns\": [{\"parents\": [0], \"patches\": []}]}",
      "1:29: error: a parent must be the number of a transaction before this one"
    ),
  ])
  func `a mistake is named with line and column`(text: String, message: String) throws {
    let place = try Workplace()
    try place.write(text, to: "t.json")
    #expect(
      place.run("calc trace t.json")
        == CommandOutput(
          complaint: "Error: the trace has a mistake\nt.json:\(message)\n", code: .data))
  }

  @Test func `a damaged file and a missing one are told apart`() throws {
    let place = try Workplace()
    let compressed = try #require(Data(base64Encoded: Self.compressed))
    try compressed.dropLast().write(to: URL(filePath: "\(place.folder)/cut.gz"))
    #expect(
      place.run("calc trace cut.gz")
        == CommandOutput(
          complaint:
            "Error: cut.gz: byte \(compressed.count - 1): the compressed file ends too early\n",
          code: .data))
    #expect(
      place.run("calc trace none.gz")
        == CommandOutput(
          complaint: "Error: there is no file 'none.gz' that can be read\n", code: .noInput))
  }

  private static func withoutTime(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.contains("\"seconds\"") && !$0.contains("\"trace\"") }
  }

  /// The trace above in one line, as another program compressed it.
  private static let compressed =
    "H4sIAAAAAAAA/4WOQQ6DIBBFr4KzdoFNN+2maXoMyoIgEVMdDIXExHj3zhQX1k13fN7/L7PAq8cWrgJsQJtjdJig"
    + "FuCwfQRMnIj5Z5bSXYYhVAwxj/eO0JvYiXKakZ9qgcnE7V9pAqYrAsmlfnTsmtkwmWS9+/YUQeae7KD1Wosfjdx7"
    + "msO0KdNy3b+xPIzPZXyrgFqc2M4SvX4AQaok2BYBAAA="
}
