import Content
import Drawing
import GeoModel
import Scenes
import Testing

/// The scene `why-multi-region`: one map, three stories.
struct WhyMultiRegionTests {
  private static let outage =
    "home: us-east\nother: eu-west\nusers: sa-east, eu-central, ap-northeast"
  private static let india = "topology: aws-2025\nrows: ap-south-1\ncopies: ap-south-2, us-east-1"
  private static let europe =
    "topology: aws-2025\nrows: eu-west-1\ncopies: eu-central-1, eu-west-2, us-east-1"

  private func stage(_ motive: String, _ lines: String) throws -> any Scene {
    try staged("why-multi-region", "motive: \(motive)\n\(lines)")
  }

  private func text(of scene: any Scene, at time: Duration, width: Int = 80) -> String {
    frame(of: scene, at: time, size: Size(width: width, height: 24)).lines.joined(separator: "\n")
  }

  // MARK: - Latency

  @Test func `the far region answers after its round trip, the near one after the last mile`()
    throws
  {
    let scene = try stage("latency", "home: us-east\nusers: ap-northeast")
    #expect(
      scene.sentences == [
        "A user in Tokyo asks two regions at once: his own city's, and us-east.",
        "ap-northeast, in his own city, has answered after 5 ms.",
        "The request reaches us-east after 70 ms.",
        "us-east has answered after 140 ms: 28 times as long.",
      ])
    #expect(scene.events.map(\.time) == [0, 5, 70, 140].map { .milliseconds($0) })
  }

  @Test(arguments: (0..<100).map(UInt64.init))
  func `the farthest user tells the story, and waits as long as the model says`(seed: UInt64) throws
  {
    let topology = RandomWorld(seed: seed).topology
    let home = topology.regions[0].id
    let others = topology.regions.dropFirst()
    let users = others.map(\.id.name).joined(separator: ", ")
    let scene = try staged(
      "why-multi-region", "motive: latency\nhome: \(home)\nusers: \(users)", in: topology)
    let longest = try #require(others.map { topology.roundTrip($0.id, home) }.max())
    #expect(scene.events.last?.time == max(longest, topology.access))
    #expect(scene.finalText.contains(Quantity.duration(longest).text))
  }

  // MARK: - Availability

  @Test func `while a region is lost every user waits, until he is led to the other one`() throws {
    let scene = try stage("availability", Self.outage)
    let before = text(of: scene, at: .seconds(9))
    #expect(!before.contains("waits") && !before.contains("LOST"))
    let during = text(of: scene, at: .seconds(20))
    #expect(during.contains("✘ São Paulo  waits"))
    #expect(during.contains("✘ Frankfurt  waits"))
    #expect(during.contains("✘ Tokyo      waits"))
    #expect(during.contains("us-east LOST"))
    let after = text(of: scene, at: scene.duration)
    #expect(after.contains("✔ Tokyo      eu-west"))
    #expect(!after.contains("waits"))
  }

  @Test func `one region stays down to the end, two are down for the RTO of their run`() throws {
    let scene = try stage("availability", Self.outage)
    let end = text(of: scene, at: scene.duration)
    // It is lost at 10 s of 80.
    #expect(try #/one region .* no write for 70\.?\d* s, and no end/#.firstMatch(in: end) != nil)
    let told = try #require(scene.sentences.last)
    let rto = try #require(try #/Two regions: down ([\d.]+ s) on average/#.firstMatch(in: told))
    #expect(end.contains("RTO \(rto.1)"))
  }

  @Test func `the mean of the users' waits is the RTO`() throws {
    let scene = try stage("availability", Self.outage)
    let failure = try #require(scene.events.first { $0.sentence.contains("LOST") }?.time)
    let waits = scene.events.filter { $0.sentence.contains("writes again") }.map {
      $0.time - failure
    }
    #expect(waits.count == 3)
    let mean = Quantity.duration(waits.reduce(.zero, +) / 3).text
    #expect(scene.sentences.last?.contains("down \(mean) on average") == true)
  }

  @Test func `nobody is led away before the observers agree and the lease is over`() throws {
    let events = try stage("availability", Self.outage).events
    func time(_ words: String) throws -> Duration {
      try #require(events.first { $0.sentence.contains(words) }?.time)
    }
    let agreed = try time("2 of 3 observers agree")
    #expect(try time("LOST") + .seconds(20) < agreed)
    #expect(try time("has taken over") >= agreed + .seconds(6))
    #expect(try time("writes again") >= time("has taken over"))
  }

  // MARK: - Compliance

  @Test func `a copy outside the EEA needs a basis, whatever its region is called`() throws {
    let scene = try stage("compliance", Self.europe)
    #expect(
      scene.sentences == [
        "A row of an EU user is written in eu-west-1 and copied to 3 regions.",
        "The copy in eu-west-2 leaves the EEA: it needs a basis under GDPR chapter V.",
        "The copy in eu-central-1 stays in the EEA.",
        "The copy in us-east-1 leaves the EEA: it needs a basis under GDPR chapter V.",
      ])
    let rows = text(of: scene, at: scene.duration, width: 71)
    #expect(try #/✔ eu-central-1 .* stays in the EEA/#.firstMatch(in: rows) != nil)
    #expect(try #/§ eu-west-2 .* leaves the EEA: GDPR chapter V/#.firstMatch(in: rows) != nil)
    #expect(!rows.contains("FORBIDDEN"))
  }

  @Test func `an Indian payment may be copied in India only`() throws {
    let scene = try stage("compliance", Self.india)
    #expect(
      scene.sentences.dropFirst() == [
        "The copy in ap-south-2 stays in India.",
        "The copy in us-east-1 is FORBIDDEN: payment data may be stored only in India.",
      ])
    let end = text(of: scene, at: scene.duration)
    #expect(end.contains("✔ ap-south-2") && end.contains("✘ us-east-1"))
  }

  @Test func `a copy is judged when it arrives, not before`() throws {
    let scene = try stage("compliance", Self.india)
    let arrival = try #require(scene.events.last?.time)
    let before = text(of: scene, at: arrival - .milliseconds(1))
    #expect(before.contains("○ us-east-1") && !before.contains("FORBIDDEN"))
    #expect(text(of: scene, at: arrival).contains("FORBIDDEN"))
  }

  // MARK: - All three

  @Test func `where the motive can be turned, the question is which one it is`() throws {
    let all = "home: us-east\nother: eu-west\nusers: ap-northeast\nrows: eu-west\ncopies: us-east"
    let questions = try ["availability", "latency", "compliance"].flatMap { motive in
      let knob = "\(motive) in availability | latency | compliance"
      return [try stage(knob, all).question, try stage(motive, all).question]
    }
    let general = "Which of the three are you solving?"
    #expect(
      questions == [
        general, "Who can write when us-east is lost?",
        general, "How long does a user in Tokyo wait?",
        general, "Which copy leaves the EEA?",
      ])
  }

  @Test(arguments: [("availability", outage), ("latency", outage), ("compliance", europe)])
  func `no size of canvas is too small`(motive: String, lines: String) throws {
    let scene = try stage(motive, lines)
    for (width, height) in [(0, 0), (1, 1), (20, 3), (72, 2), (300, 1), (200, 60)] {
      for marks in Marks.allCases {
        var canvas = Canvas(size: Size(width: width, height: height), marks: marks)
        scene.draw(at: scene.duration / 2, into: &canvas)
      }
    }
  }

  @Test(arguments: [
    ("fame", "", "motive is fame; it must be availability, latency or compliance"),
    ("availability", "home: us-east\nusers: sa-east", "'other' is missing"),
    ("availability", "home: us-east\nother: us-east\nusers: sa-east", "other than us-east"),
    ("latency", "home: us-east\nusers: us-east", "name at least one region other than us-east"),
    ("latency", "home: us-east\nusers: eu-west\nrows: eu-wset", "did you mean 'eu-west'?"),
    ("latency", "home: us-east\nusers: eu-west\nrowz: eu-west", "did you mean 'rows'?"),
    (
      "compliance", "rows: sa-east\ncopies: us-east",
      "sa-east is under the law of Brazil; the rows must be written in the EEA or in India"
    ),
  ])
  func `a mistake is answered with what would be right`(
    motive: String, lines: String, message: String
  ) throws {
    let error = #expect(throws: Diagnostic.self) { try stage(motive, lines) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "accepted")")
  }
}
