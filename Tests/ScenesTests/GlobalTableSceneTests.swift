import Content
import Drawing
import Scenes
import TestSupport
import Testing

/// What the picture of a global table says in each mode, and that it adds up.
struct GlobalTableSceneTests {
  private static let us = "topology: aws-2025\nreplicas: us-east-1, us-east-2, us-west-2\n"

  /// The two rows below the lanes, when all has happened.
  private static func summary(_ body: String) throws -> String {
    let scene = try staged("global-table", us + body)
    return frame(of: scene, at: scene.duration).lines.joined(separator: "\n")
  }

  @Test(arguments: [
    ("mode: mrec", "clicks answered  4", "2 · 2 · 2   ✘ 2 LOST"),
    ("mode: mrec\ncounter: conditional", "clicks answered  4", "2 · 2 · 2   ✘ 2 LOST"),
    ("mode: mrec\ncounter: per-region", "clicks answered  4", "4 · 4 · 4   ✔ none lost"),
    (
      "mode: mrec\ncounter: stream\nduration: 2 s", "clicks answered  4",
      "4 · 4 · 4   ✔ none lost"
    ),
    ("mode: mrsc\napart: 10 ms", "clicks answered  4, after ", "4 · 4 · 4   ✔ none lost"),
    ("mode: mrsc\ncounter: conditional", "clicks answered  4", "4 · 4 · 4   ✔ none lost"),
    (
      "mode: mrsc\nwitness: none\nclicks: 1\napart: 100 ms\nclients: us-east-1, us-west-2",
      "50.9 ms", "2 · 2 · 2   ✔ none lost"
    ),
    ("mode: mrec\nworkload: lock", "us-east-1 has it · us-east-2 has it", "✘ 2 holders"),
    ("mode: mrsc\nworkload: lock", "us-east-1 has it · us-east-2 refused", "✔ 1 holder"),
    ("mode: mrec\nworkload: read", "answered at once", "✘ 2 did not see the write"),
    ("mode: mrsc\nworkload: read\napart: 20 ms", "in 15.8 ms at most", "stale         ✔ none"),
    ("mode: mrec\nworkload: order\nseed: 5", "reader sees  ·", "✘ HALF of it in "),
    ("mode: mrsc\nworkload: order", "reader sees  · · ·", "transaction  ✘ refused"),
  ])
  func `the rows below say what became of it`(body: String, told: String, held: String) throws {
    let text = try Self.summary(body)
    #expect(text.contains(told))
    #expect(text.contains(held))
  }

  @Test(arguments: [1, 2, 3, 4, 5], ["mrec", "mrsc"])
  func `what is lost is what was answered and is not counted`(clicks: Int, mode: String) throws {
    for lag in [10, 60, 300] {
      let text = try Self.summary(
        "mode: \(mode)\nclicks: \(clicks)\nlag: \(lag) ms\nevery: 100 ms\nduration: 3 s")
      let answered = try #require(text.firstMatch(of: #/answered  (\d+)/#)?.1)
      let counted = try #require(text.firstMatch(of: #/count    (\d+) ·/#)?.1)
      let lost = text.firstMatch(of: #/✘ (\d+) LOST/#)?.1 ?? "0"
      #expect(Int(answered) == Int(counted).flatMap { count in Int(lost).map { count + $0 } })
      #expect(Int(answered) == 2 * clicks)
      if mode == "mrsc" { #expect(lost == "0") }
    }
  }

  @Test func `a region that a learner kills takes its unsent clicks along in mrec alone`() throws {
    for (mode, held) in [("mrec", "✘ · 2 · 2   ✘ 2 LOST"), ("mrsc", "✘ · 4 · 4   ✔ none lost")] {
      var acted = try ActedScene(
        "global-table", Self.us + "mode: \(mode)\ncounter: per-region\nclicks: 2\nevery: 50 ms")
      try acted.act(.act("x"), at: .milliseconds(200))
      #expect(acted.directive.text(of: "incident") == "200 ms crash us-east-1")
      #expect(acted.text.contains(held))
      #expect(acted.scene.sentences.contains("us-east-1 dies."))
    }
  }

  @Test func `two of three with a witness are enough`() throws {
    let scene = try staged(
      "global-table",
      "topology: aws-2025\nreplicas: us-east-1, us-west-2\nwitness: us-east-2\nmode: mrsc\n"
        + "apart: 100 ms")
    let text = frame(of: scene, at: scene.duration).lines.joined(separator: "\n")
    #expect(text.contains("us-east-2 witness"))
    #expect(text.contains("4 · 4   ✔ none lost"))
  }

  @Test(arguments: [
    (
      "replicas: us-east-1, eu-west-1, us-west-2\nmode: mrsc",
      "lessons/02-test.md:11:11: error: us-east-1 and eu-west-1 are in different Region sets; "
        + "mrsc needs 3 regions of one"
    ),
    (
      "replicas: us-east-1",
      "lessons/02-test.md:11:11: error: 1 replica; a global table has at least 2"
    ),
    (
      "replicas: us-east-1, us-east-2\nclients: us-east-1, eu-west-1",
      "lessons/02-test.md:12:10: error: no replica is in eu-west-1; "
        + "clients are in us-east-1 or us-east-2"
    ),
    (
      "replicas: us-east-1, us-east-2\nclients: us-east-1",
      "lessons/02-test.md:12:10: error: clients are in us-east-1; there must be 2"
    ),
    (
      "replicas: us-east-1, us-east-2\nmode: mrcs",
      "lessons/02-test.md:12:7: error: mode is mrcs; did you mean 'mrsc'?"
    ),
  ])
  func `a table that cannot be is refused with its place`(body: String, message: String) {
    let diagnostic = #expect(throws: Diagnostic.self) {
      try staged("global-table", "topology: aws-2025\n" + body)
    }
    #expect(diagnostic?.description == message)
  }

  @Test func `the bars of a bill are as long as the bill`() throws {
    let scene = try staged("table-cost", "regions: 3\nwrites: 100%\nstorage: 0%\ntransfer: 0%")
    let rows = frame(of: scene, at: scene.duration).lines
    let lengths = rows.compactMap { row in
      row.contains("█") && row.contains("×") ? row.count { $0 == "█" } : nil
    }
    #expect(lengths.count == 3)
    #expect(lengths[1] == 2 * lengths[0] && lengths[2] == 3 * lengths[0])
    let diagnostic = #expect(throws: Diagnostic.self) {
      try staged("table-cost", "writes: 70%\nstorage: 40%")
    }
    #expect(
      diagnostic?.message == "writes and storage are 110 % of a bill; they must be 100 % at most")
  }
}
