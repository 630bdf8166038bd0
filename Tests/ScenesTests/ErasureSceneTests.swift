import Content
import Drawing
import Scenes
import Testing

/// The scenes `erasure-timeline` and `key-shredding`.
struct ErasureSceneTests {
  private static func timeline(_ lines: String = "") throws -> any Scene {
    try staged("erasure-timeline", "design: feed\nshredding: false\n" + lines)
  }

  @Test func `without keys the backups are the last copy`() throws {
    let scene = try Self.timeline()
    #expect(scene.sentences.last == "That was the last copy: nothing is left to read.")
    #expect(scene.finalText.contains("the last copy is gone after 35 d: snapshots"))
  }

  @Test func `with keys it is a log that nobody thought of`() throws {
    let scene = try staged("erasure-timeline", "design: feed")
    #expect(scene.finalText.contains("the last copy is gone after 30 d: logs"))
    #expect(scene.finalText.contains("key gone  5 min"))
  }

  @Test(arguments: [
    // repair, away, what is said of the posts
    ("7 d", "2 d", "posts: a repair gives the third replica the tombstone."),
    ("7 d", "12 d", "posts: a read finds the row again, for no tombstone hides it. BACK."),
    ("none", "2 d", "posts: a read finds the row again, for no tombstone hides it. BACK."),
    ("none", "2 h", "posts: the third replica is back, and is told what it missed."),
  ])
  func `a replica that was away brings a row back, or is told`(
    repair: String, away: String, sentence: String
  ) throws {
    let scene = try Self.timeline("repair: \(repair)\naway: \(away)")
    #expect(scene.sentences.contains(sentence))
    let isBack = sentence.hasSuffix("BACK.")
    #expect(scene.sentences.contains { $0.hasSuffix("BACK.") } == isBack)
    #expect(scene.finalText.contains("✘ BACK") == isBack)
    #expect(scene.finalText.contains("NEVER over: posts") == isBack)
  }

  @Test(arguments: [
    // ledger, day, what is said
    ("false", "12 d", "the person is BACK, for no ledger erases again."),
    ("true", "12 d", "the ledger erases the person again."),
    ("false", "25 d", "it was made after the erasure."),
  ])
  func `a restore brings back whom no ledger erases again`(
    ledger: String, day: String, outcome: String
  ) throws {
    let scene = try Self.timeline("ledger: \(ledger)\nrestore: \(day)")
    let sentence = "A backup, 20 d old, is restored: \(outcome)"
    #expect(scene.sentences.contains(sentence))
    #expect(scene.finalText.contains("✘ BACK") == sentence.contains("BACK"))
  }

  @Test func `after a month what is still in use is late, in words`() throws {
    let scene = try Self.timeline("ledger: false")
    #expect(scene.sentences.contains("One month is over, and 1 can still be read: LATE."))
    #expect(scene.finalText.contains("✘ LATE, 35 d"))
  }

  @Test func `where rows are few the copies that live longest stay`() throws {
    let scene = try Self.timeline()
    for height in 6...12 {
      var canvas = Canvas(size: Size(width: 60, height: height))
      scene.draw(at: scene.duration, into: &canvas)
      let text = canvas.lines.joined(separator: "\n")
      #expect(text.contains("snapshots"), "\(height) rows")
      #expect(text.contains("more"), "\(height) rows")
    }
  }

  @Test func `a copy that is never gone is told even where its lane has no room`() throws {
    let scene = try Self.timeline("ledger: false\nrestore: 12 d")
    var canvas = Canvas(size: Size(width: 60, height: 6))
    scene.draw(at: scene.duration, into: &canvas)
    let lane = canvas.lines.first { $0.contains(" more") }
    #expect(lane?.hasSuffix("✘ NEVER GONE") == true, "\(canvas.lines)")
  }

  @Test(arguments: [
    // scope, backup of keys, plain text in, the last sentence
    (
      "subject", "none", "none",
      "No copy of ana opens with any key that is left; "
        + "everybody else's opens."
    ),
    ("region", "none", "none", "Erasing ana has erased ben and chi too, who never asked."),
    (
      "subject", "forgotten", "none",
      "The backup of the keys was forgotten: "
        + "it opens ana's data in replica, log, backup."
    ),
    (
      "subject", "erased", "none",
      "No copy of ana opens with any key that is left; "
        + "everybody else's opens."
    ),
    ("subject", "none", "search", "Plain text needs no key: ana is still to be read in search."),
  ])
  func `what opens in the end is what really opened`(
    scope: String, backup: String, plain: String, sentence: String
  ) throws {
    let scene = try staged(
      "key-shredding", "scope: \(scope)\nkey-backup: \(backup)\nplain: \(plain)")
    #expect(scene.sentences.last == sentence)
    #expect(scene.finalText.contains("OPENS") == (backup == "forgotten" || plain == "search"))
    #expect(scene.finalText.contains("LOST") == (scope == "region"))
  }

  @Test func `a destroyed key opens everything until memories have forgotten it`() throws {
    let scene = try staged("key-shredding", "scope: subject")
    let destroyed = frame(of: scene, at: .seconds(1)).lines.joined(separator: "\n")
    #expect(destroyed.contains("DESTROYED") && destroyed.contains("ana: 3 of 3 copies open"))
    let forgotten = frame(of: scene, at: .seconds(2)).lines.joined(separator: "\n")
    #expect(forgotten.contains("ana: 0 of 3 copies open"))
  }

  @Test(arguments: [
    (
      "erasure-timeline", "design: fed",
      "lessons/02-test.md:10:9: error: no design is called 'fed'; "
        + "did you mean 'feed'?"
    ),
    (
      "erasure-timeline", "design: feed\naway: soon",
      "lessons/02-test.md:11:7: error: away is soon; "
        + "it must be a time such as 40 ms, 1.5 s or 2 min"
    ),
    (
      "key-shredding", "scope: everybody",
      "lessons/02-test.md:10:8: error: scope is everybody; "
        + "it must be subject or region"
    ),
  ])
  func `mistakes are answered with their place`(name: String, body: String, message: String) {
    #expect {
      try staged(name, body)
    } throws: { error in
      "\(error)" == message
    }
  }
}
