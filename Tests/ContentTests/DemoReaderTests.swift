import Content
import GeoModel
import Testing

/// `Demo(parsing:)`
struct DemoReaderTests {
  private func demo(_ text: String) throws -> Demo {
    try Demo(parsing: text, file: "mine.demo", atlas: try Samples.atlas())
  }

  private func deeds(_ lines: String) throws -> [Demo.Deed] {
    try demo("demo Title\n\(lines)\n").lines.map(\.deed)
  }

  private func mistakes(_ text: String) throws -> [String] {
    let atlas = try Samples.atlas()
    do throws(Diagnostics) {
      _ = try Demo(parsing: text, file: "mine.demo", atlas: atlas)
      return []
    } catch {
      return error.all.map(\.description)
    }
  }

  @Test(
    arguments: [
      ("step One write", [.step("One write")]),
      ("page 2.6", [.page(section: 2, step: 6)]),
      ("turn leader to eu-west", [.turn("leader", to: "eu-west")]),
      ("turn voters to us-east, eu-west", [.turn("voters", to: "us-east, eu-west")]),
      ("press x", [.press("x")]),
      ("press s d", [.press("s"), .press("d")]),
      ("type hello you", [.type("hello you")]),
      ("play", [.play(.end)]),
      ("play to 12.5 s", [.play(.moment(.milliseconds(12_500)))]),
      ("play until the leader commits", [.play(.event("the leader commits"))]),
      ("wait 2 s", [.wait(.seconds(2))]),
      ("expect narration commits", [.expect(.narration("commits"))]),
      ("expect screen 85 ms", [.expect(.screen("85 ms"))]),
      ("expect nowhere LOST", [.expect(.nowhere("LOST"))]),
      ("expect at 85 ms: it commits", [.expect(.event("it commits", at: .milliseconds(85)))]),
      ("expect by 2 min: it: over", [.expect(.eventBy("it: over", .seconds(120)))]),
      ("# nothing\n\nplay", [.play(.end)]),
    ] as [(String, [Demo.Deed])])
  func `a line is one deed, or some`(line: String, deeds: [Demo.Deed]) throws {
    #expect(try self.deeds(line) == deeds)
  }

  @Test func `indented lines continue a text`() throws {
    guard case .say(let text) = try deeds("say One thing\n  and *another*").first else {
      Issue.record("nothing is said")
      return
    }
    #expect(text.plainText == "One thing and another")
  }

  @Test func `numbers in texts are the model's`() throws {
    let deeds = try deeds(
      "step After {round-trip us-east to eu-west}\n"
        + "expect at {round-trip us-east to eu-west}: back")
    #expect(deeds == [.step("After 85 ms"), .expect(.event("back", at: .milliseconds(85)))])
  }

  @Test func `a fence holds a scene, whose lines keep their numbers`() throws {
    let lines = try demo("demo Title\n\n```scene quorum-write\nleader: us-east\n```\nplay\n").lines
    guard case .scene(let directive)? = lines.first?.deed else {
      Issue.record("there is no scene")
      return
    }
    #expect(directive.name == "quorum-write")
    #expect(directive.body == "leader: us-east")
    #expect(directive.line == 3)
    #expect(lines[1].number == 6)
  }

  @Test(arguments: [
    ("", "1:1: error: there is nothing to show; begin with 'demo TITLE', and then a scene"),
    ("play", "1:1: error: a demo begins with its title: demo TITLE"),
    ("demo A\ndemo B\nplay", "2:1: error: a demo has one title; use 'step TITLE'"),
    ("demo A\nsya hello", "2:1: error: a line cannot begin with 'sya'; did you mean 'say'?"),
    ("demo A\nsay", "2:1: error: 'say' says nothing; write 'say TEXT'"),
    (
      "demo A\n\n  alone",
      "3:1: error: an indented line continues one that begins with a word such as say"
    ),
    (
      "demo A\npage 2",
      "2:6: error: '2' is not read here; write 'page SECTION.STEP', such as page 2.6"
    ),
    (
      "demo A\nturn leader eu-west",
      "2:6: error: 'leader eu-west' is not read here; write 'turn NAME to VALUE'"
    ),
    ("demo A\npress enter", "2:7: error: 'enter' is not read here; write 'press KEY'"),
    (
      "demo A\nplay to noon",
      "2:6: error: 'noon' is no time; it must be one such as 40 ms, 1.5 s or 2 min"
    ),
    (
      "demo A\nplay until",
      "2:6: error: 'until' is not read here; write 'play', 'play to TIME' or 'play until TEXT'"
    ),
    ("demo A\nwait 2 h", "2:6: error: nobody waits 2 h; it must be at most 60 s"),
    (
      "demo A\nexpect sceen LOST",
      "2:8: error: nothing is expected by 'sceen'; did you mean 'screen'?"
    ),
    (
      "demo A\nexpect screen",
      "2:8: error: 'expect screen' says nothing; write 'expect narration|screen|nowhere TEXT', "
        + "or 'expect at TIME: TEXT'"
    ),
    (
      "demo A\nexpect at noon: lunch",
      "2:8: error: 'noon: lunch' must be a time, a colon, and words of what happens then"
    ),
    ("demo A\nsay {flor us-east to eu-west}", "2:5: error: no number is called 'flor'"),
    ("demo A\nsay one\n   {flor us-east to eu-west}", "3:4: error: no number is called 'flor'"),
    ("demo A\n```scene x", "2:1: error: the fence that begins here has no end; close it with ```"),
    ("demo A\n```exercise x\n```", "2:1: error: a demo has no fence but ```scene NAME"),
    ("demo A\nsay\ta tab", "2:4: error: a tab cannot be shown; use spaces"),
  ])
  func `a mistake is told with its place and what would be right`(
    text: String, message: String
  ) throws {
    #expect(try mistakes(text).contains { $0.hasPrefix("mine.demo:\(message)") })
  }

  @Test func `all mistakes are told at once, in order`() throws {
    let text = "demo A\nsya one\nplay\nwait soon\n"
    #expect(try mistakes(text).map { $0.prefix(12) } == ["mine.demo:2:", "mine.demo:4:"])
  }

  @Test func `a demo has an end`() throws {
    let text = "demo A\n" + String(repeating: "play\n", count: 501)
    #expect(try mistakes(text) == ["mine.demo:1:1: error: at most 500 lines can be a demo"])
  }
}
