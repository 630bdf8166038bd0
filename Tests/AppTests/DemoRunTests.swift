import App
import Content
import Drawing
import Scenes
import TestSupport
import Testing

/// `DemoRun`
struct DemoRunTests {
  private static let write = """
    demo A write
    ```scene quorum-write
    leader: us-east in us-east | eu-west
    voters: us-east, eu-west, ap-southeast
    ```

    """

  private static let counters = """
    demo Counters
    ```scene counter-merge
    history: A increment
    ```

    """

  private func run(_ text: String) throws -> DemoRun {
    let book = try Shipped.book()
    let demo = try Demo(parsing: text, file: "mine.demo", atlas: book.catalog.atlas)
    return try DemoRun(demo, book: book)
  }

  private func mistake(_ text: String) throws -> String? {
    do {
      _ = try run(text)
      return nil
    } catch let error as Diagnostic {
      return error.description
    }
  }

  private func failures(_ lines: String) throws -> [String] {
    try run(Self.write + lines).failures.map(\.description)
  }

  // MARK: - Expectations

  @Test(arguments: [
    "play until the leader commits\nexpect narration 2 of 3 have the entry",
    "play\nexpect screen commit 85 ms",
    "expect nowhere commit 85 ms",
    "expect at 85 ms: the leader commits",
    "expect at {commit us-east of us-east, eu-west, ap-southeast}: the leader commits",
    "expect by 85 ms: the leader commits",
    "turn leader to eu-west\nexpect by 90 ms: the leader commits",
    "play to 50 ms\nexpect narration eu-west has the entry",
  ])
  func `what is so is expected rightly`(lines: String) throws {
    #expect(try failures(lines) == [])
  }

  @Test(arguments: [
    (
      "play\nexpect narration is lost",
      "7:8: error: the narration does not say 'is lost'; it says 'The vote of ap-southeast is "
        + "back; the write was done without it.'"
    ),
    (
      "play\nexpect screen commit 140 ms",
      "7:8: error: 'commit 140 ms' is not on the screen; the nearest row is"
    ),
    (
      "play\nexpect nowhere commit 85 ms",
      "7:8: error: 'commit 85 ms' is on the screen: 'commit 85 ms'"
    ),
    (
      "play\nexpect nowhere without it",
      "7:8: error: the narration says 'without it': 'The vote of"
    ),
    (
      "expect at 140 ms: the leader commits",
      "6:8: error: 'The vote of eu-west is back; 2 of 3 have the entry; the leader commits.' "
        + "should be at 140 ms; it is at 85 ms"
    ),
    (
      "expect by 84 ms: the leader commits",
      "6:8: error: 'The vote of eu-west is back; 2 of 3 have the entry; the leader commits.' "
        + "should be by 84 ms; it is at 85 ms"
    ),
    ("expect by 1 s: the moon rises", "6:8: error: no event of the run tells 'the moon rises'"),
  ])
  func `what is not so is told with what is`(lines: String, complaint: String) throws {
    let failures = try failures(lines)
    #expect(failures.count == 1)
    #expect(failures.first?.hasPrefix("mine.demo:\(complaint)") == true, "\(failures)")
  }

  @Test func `all expectations are checked, also after one that fails`() throws {
    #expect(try failures("expect narration wrong\nexpect narration too").count == 2)
  }

  // MARK: - Mistakes

  @Test(arguments: [
    ("demo A\nplay", "2:1: error: there is no picture yet; show a scene first"),
    ("demo A\npage 2.99", "2:6: error: there is no page 2.99"),
    ("demo A\npage 4.11", "2:6: error: page 4.11 has no picture"),
    (write + "turn laeder to eu-west", "6:6: error: no knob is called 'laeder'; did you mean"),
    (
      write + "turn leader to eu-wset",
      "6:6: error: leader is eu-wset; did you mean 'eu-west'?"
    ),
    (write + "press x", "6:7: error: no act has the key 'x'; there is none"),
    (
      write + "play until us-east dies",
      "6:6: error: no later event tells 'us-east dies'; the next event is 'eu-west has the entry"
    ),
    (write + "play\nplay until commits", "7:6: error: no later event tells 'commits'; the run is"),
    (
      write + "play to 50 ms\nplay to 20 ms",
      "7:6: error: the run cannot be played to 20 ms; it stands at 50 ms and ends at 147 ms"
    ),
    ("demo A\n```scene qorum-write\n```\nplay", "2:1: error: no scene is called 'qorum-write'"),
    (
      "demo A\n```scene quorum-write\nleader: eu-wset\nvoters: us-east, eu-west\n```\nplay",
      "3:9: error: no region is called 'eu-wset'; did you mean 'eu-west'?"
    ),
    (counters + "type x", "5:6: error: this cannot be done at this moment of the run"),
    (
      "demo A\n" + String(repeating: "page 2.6\nwait 60 s\n", count: 21),
      "43:6: error: a demo lasts 20 min at most"
    ),
  ])
  func `what cannot be done is told with its place`(text: String, message: String) throws {
    let mistake = try mistake(text)
    #expect(mistake?.hasPrefix("mine.demo:\(message)") == true, "\(mistake ?? "")")
  }

  // MARK: - The film

  @Test func `time passes as the run plays, and while the viewer looks`() throws {
    let film = try run(Self.write + "wait 2 s\nplay until the leader commits\nwait 1 s").film
    // 85 ms at a thirtieth of the speed, and a last look.
    #expect(film.duration == .milliseconds(2000 + 2550 + 1000 + 3000))
  }

  @Test func `a step is a mark where it begins`() throws {
    let text = Self.write + "wait 1 s\nstep One\nwait 2 s\nstep Two\nwait 1 s"
    let film = try run(text).film
    #expect(film.marks.map(\.title) == ["One", "Two"])
    #expect(film.marks.map(\.time) == [.zero, .milliseconds(3000)])
  }

  @Test func `the last millisecond of a movement shows what comes of it`() throws {
    let film = try run(Self.write + "play until the leader commits\nplay").film
    let size = Size(width: 80, height: 24)
    let text = film.canvas(at: .milliseconds(2549), size: size).lines.joined(separator: "\n")
    #expect(text.contains("the leader commits"))
    #expect(film.cuts.contains(.milliseconds(2549)))
    #expect(
      !film.canvas(at: .milliseconds(2500), size: size).lines.joined().contains("leader commits"))
  }

  @Test func `a moment is the same picture, whatever was shown before`() throws {
    let film = try run(Self.write + "play").film
    let size = Size(width: 60, height: 20)
    let forward = stride(from: 0, through: 7000, by: 500)
      .map { film.canvas(at: .milliseconds($0), size: size) }
    let backward = stride(from: 7000, through: 0, by: -500)
      .map { film.canvas(at: .milliseconds($0), size: size) }
    #expect(forward == backward.reversed())
    #expect(forward[0] != forward[5])
  }

  @Test func `what is said stands above the picture, and stays until something else is said`()
    throws
  {
    let film = try run(Self.write + "say First\nwait 1 s\nwait 1 s\nsay Then\nwait 1 s").film
    let said = [500, 1500, 2500].map {
      film.canvas(at: .milliseconds($0), size: Size(width: 80, height: 24)).lines[3]
    }
    #expect(said == ["  First", "  First", "  Then"])
  }

  @Test func `an act at the end of a history is played`() throws {
    let run = try run(
      Self.counters + "play\npress a\nplay\nexpect screen A +2\nturn at to B\npress a\nplay")
    #expect(run.failures == [])
    #expect(
      run.transcript.contains("  [a] add 1 at the replica"), "\(run.transcript)")
    #expect(run.transcript.last?.contains("B adds 1") == true)
  }

  @Test func `a fault by a key changes the run from that moment on`() throws {
    let text = """
      demo A cut
      page 3.9
      turn fencing to true
      play to 5 s
      press x
      expect narration us-east dies
      play
      """
    #expect(try run(text).failures == [])
  }

  @Test func `the transcript says what is said, done and what happens, in order`() throws {
    let text = Self.write + "step One\nsay Look.\nplay until eu-west has\nturn leader to eu-west"
    #expect(
      try run(text).transcript == [
        "A write", "", "One", "  Look.", "  eu-west has the entry and votes for it.",
        "  leader: eu-west",
      ])
  }
}

/// The demos of the course
struct ShippedDemoTests {
  static var names: [String] {
    let files = (try? Repository.files(in: "assets/demos")) ?? [:]  // the first test would fail
    return files.keys.filter { $0.hasSuffix(".demo") }.sorted()
  }

  @Test func `there are demos`() { #expect(Self.names.count >= 4) }

  @Test(arguments: names)
  func `a demo shows what it says`(name: String) throws {
    let book = try Shipped.book()
    let text = try #require(Repository.files(in: "assets/demos")[name])
    let demo = try Demo(parsing: text, file: name, atlas: book.catalog.atlas)
    let run = try DemoRun(demo, book: book)
    #expect(run.failures.map(\.description) == [])
    #expect(run.film.marks.count >= 3)
    #expect(demo.lines.count { if case .expect = $0.deed { true } else { false } } >= 4)
  }

  @Test func `the example of the documentation is as it expects`() throws {
    let page = try #require(Repository.files(in: "docs")["docs/demo-format.md"])
    let start = try #require(page.firstRange(of: "````text\n")).upperBound
    let end = try #require(page[start...].firstRange(of: "\n````")).lowerBound
    let book = try Shipped.book()
    let demo = try Demo(
      parsing: String(page[start..<end]), file: "mine.demo", atlas: book.catalog.atlas)
    #expect(try DemoRun(demo, book: book).failures == [])
  }
}
