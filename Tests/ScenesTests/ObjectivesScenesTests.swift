import Content
import Drawing
import Scenes
import Testing

/// The scenes `detector`, `objectives`, `strategies` and `backups`.
struct ObjectivesScenesTests {
  private static let detector = "interval: 30 s\nmisses: 3\ntimeout: 10 s"
  private static let objectives = "availability: 99.99%\nrto: 45 min\nincidents: 2"

  @Test(arguments: [
    // phase, time until the failure is seen
    ("0%", "100 s"), ("40%", "88 s"), ("50%", "85 s"), ("100%", "70 s"),
  ])
  func `a failure is seen the sooner the nearer the next probe is`(phase: String, time: String)
    throws
  {
    let scene = try stage("detector", "\(Self.detector)\nloss: 0%\nphase: \(phase)")
    #expect(
      scene.events.map(\.sentence).contains {
        $0.hasSuffix("the server is declared dead, \(time) after it died.")
      })
  }

  @Test func `the misses are counted one by one`() throws {
    #expect(
      try stage("detector", "\(Self.detector)\nloss: 0%").events.map(\.sentence) == [
        "A probe every 30 s; the server answers.",
        "The server dies. Nobody knows yet.",
        "Probe 4 has no answer after 10 s: 1 of 3 misses.",
        "Probe 5 has no answer after 10 s: 2 of 3 misses.",
        "Probe 6 is missed: the server is declared dead, 88 s after it died.",
        "It could have been 70 to 100 s, 85 s on average.",
      ])
  }

  @Test func `a probe that is answered begins the count anew`() throws {
    let lines = "\(Self.detector)\nanswered: 8\nloss: 30%\nseed: 9"
    let sentences = try stage("detector", lines).events.map(\.sentence)
    #expect(
      sentences.contains("Probe 3 is lost on its way, though the server is up: 1 of 3 misses."))
    #expect(sentences.contains("Probe 4 is answered: the count begins anew."))
  }

  @Test func `when every probe is lost a healthy server is declared dead`() throws {
    let scene = try stage("detector", "\(Self.detector)\nanswered: 9\nloss: 100%")
    #expect(
      scene.events.map(\.sentence).contains(
        "Probe 3 is lost too: a healthy server is declared dead. FALSE ALARM."))
    #expect(!scene.events.contains { $0.sentence.contains("dies") })
    #expect(text(of: scene, at: scene.duration).contains("FALSE ALARM"))
  }

  @Test func `the same seed gives the same run`() throws {
    let lines = "\(Self.detector)\nanswered: 20\nloss: 30%\nseed: 12"
    #expect(try stage("detector", lines).events == stage("detector", lines).events)
  }

  @Test func `an incident that does not fit is over budget, in words`() throws {
    let scene = try stage("objectives", Self.objectives)
    #expect(
      scene.events.map(\.sentence) == [
        "99.99 % allows 52.6 min a year; each incident takes 45 min of it.",
        "Incident 1 is over; 7.56 min left.",
        "Incident 2 is OVER BUDGET: 37.4 min too much.",
      ])
    #expect(text(of: scene, at: scene.duration).contains("✘ incident 2 of 2"))
    #expect(text(of: scene, at: .seconds(45 * 60)).contains("✔ incident 1 of 2"))
  }

  @Test func `the chosen nines stay where rows are few`() throws {
    let scene = try stage("objectives", Self.objectives)
    for height in 4...12 {
      let lines = text(of: scene, at: .zero, height: height)
      #expect(lines.contains("▸ 99.99 %"), "\(height) rows")
    }
  }

  @Test(arguments: [
    // failure, what is said
    ("27 h", "Backup 2 is the newest that is finished: 3 h are lost."),
    ("49 h", "Backup 2 is the newest that is finished: 25 h are lost."),
    ("50 h", "Backup 3 is the newest that is finished: 2 h are lost."),
  ])
  func `a backup that is not finished does not count`(fails: String, sentence: String) throws {
    let scene = try stage("backups", "interval: 24 h\ntaking: 2 h\nfails: \(fails)")
    #expect(scene.events.last?.sentence == "Everything fails. \(sentence)")
  }

  @Test func `a strategy costs what the model says under the assumptions of the knobs`() throws {
    let scene = try stage("strategies", "data: 60%\nwarm: 50%")
    let picture = text(of: scene, at: scene.duration)
    #expect(picture.contains("60 %           60 min") && picture.contains("80 %           10 min"))
  }

  @Test func `no size of canvas is too small`() throws {
    let scenes = [
      try stage("detector", Self.detector), try stage("objectives", Self.objectives),
      try stage("strategies", ""),
      try stage("backups", "interval: 24 h\ntaking: 2 h\nfails: 49 h"),
    ]
    for scene in scenes {
      for (width, height) in [(0, 0), (1, 1), (20, 3), (300, 1)] {
        var canvas = Canvas(size: Size(width: width, height: height))
        scene.draw(at: scene.duration, into: &canvas)
      }
    }
  }

  @Test(arguments: [
    ("detector", "misses: 3\ntimeout: 10 s", "'interval' is missing"),
    ("detector", "interval: 0 s\nmisses: 3\ntimeout: 1 s", "interval is 0 ms; it must be above 0"),
    ("detector", "\(detector)\nloss: 2", "loss is 2; it must be a share such as 99.99% or 0.9999"),
    ("detector", "\(detector)\nanswered: 0", "answered is 0; it must be 1 to 20"),
    ("backups", "interval: 9 h\ntaking: 2 h\nfails: 1 h", "fails is 60 min; it must be 2 h to"),
    ("objectives", "availability: 100%\nrto: 1 s\nincidents: 1", "it must be 50% to below 100%"),
    (
      "objectives", "availability: 99%\nrto: 1 s\nincidents: 41", "incidents is 41; it must be 1 to"
    ),
  ])
  func `a mistake is answered with what would be right`(
    name: String, lines: String, message: String
  ) throws {
    let error = #expect(throws: Diagnostic.self) { try stage(name, lines) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "accepted")")
  }

  private func stage(_ name: String, _ lines: String) throws -> any Scene {
    let directive = Directive(kind: "scene", name: name, body: lines, file: "a.md", line: 1)
    return try ShippedCourse.load().catalog.stage(directive, topology: "module")
  }

  private func text(of scene: any Scene, at time: Duration, height: Int = 12) -> String {
    var canvas = Canvas(size: Size(width: 80, height: height))
    scene.draw(at: time, into: &canvas)
    return canvas.lines.joined(separator: "\n")
  }
}
