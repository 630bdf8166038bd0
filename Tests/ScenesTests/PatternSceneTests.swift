import Content
import Drawing
import GeoModel
import GeoSim
import Scenes
import Testing

private let regions = "regions: us-east, eu-west, ap-southeast\n"
private let small =
  regions + "clients: us-east 4, eu-west 4, ap-southeast 4\nreads: 60%\nduration: 10 s\n"

/// The workload that ``small`` describes.
private func workload(_ change: (inout Workload) -> Void = { _ in }) throws -> Workload {
  let topology = try ShippedCourse.load().atlas.topology(named: "module")
  var workload = Workload(
    topology: topology, regions: ["us-east", "eu-west", "ap-southeast"],
    clients: ["us-east", "eu-west", "ap-southeast"].map {
      Workload.Clients(region: $0, users: 4)
    })
  workload.readShare = 0.6
  workload.duration = .seconds(10)
  change(&workload)
  return workload
}

/// The scene `pattern-compare`
struct PatternCompareTests {
  @Test(arguments: PatternColumn.allCases)
  func `a column orders the rows as the model does`(column: PatternColumn) throws {
    let scene = try staged("pattern-compare", small + "sort: \(column.rawValue)")
    let titles = try workload().compared(by: column).map {
      $0.pattern.rawValue.replacing("d-r", with: "d r").replacing("e-r", with: "e r")
    }
    let rows = scene.finalText.split(separator: "\n").compactMap { line in
      titles.first { line.hasPrefix("  \($0) ") }
    }
    #expect(rows == titles)
    #expect(scene.finalText.contains("▸ \(column == .staleness ? "stale by" : column.rawValue)"))
  }

  @Test func `the picture says the numbers of the run`() throws {
    let scene = try staged("pattern-compare", small + "patterns: home-region\nlag: 2 s")
    let measured = MeasuredPattern(.homeRegion, serving: try workload { $0.lag = .seconds(2) })
      .measurement
    let write = try #require(measured.writes).mean
    let shown = Quantity.duration(.milliseconds(rounding: write)).text
    #expect(scene.finalText.contains("home region \(shown.count < 7 ? " " : "")"))
    #expect(scene.finalText.contains(shown))
    #expect(measured.lostUpdates > 0)
    #expect(scene.finalText.contains("\(measured.lostUpdates) overwritten"))
    #expect(scene.finalText.contains(Quantity.ratio(measured.cost.bills()).text))
    #expect(scene.sentences[1].hasPrefix("Home region: \(shown) to write, 5 ms to read; "))
  }

  @Test func `rows are uncovered one by one`() throws {
    let scene = try staged("pattern-compare", small)
    #expect(!frame(of: scene, at: .zero).lines.contains { $0.contains(" ms") })
    let first = frame(of: scene, at: .seconds(1)).lines.filter { $0.contains("×") }
    #expect(first.count == 1)
    #expect(scene.finalText.count { $0 == "×" } == 4)
  }

  @Test func `where nothing goes wrong that is said`() throws {
    let scene = try staged(
      "pattern-compare", "regions: us-east\nclients: us-east 4\nduration: 10 s")
    #expect(scene.finalText.contains("✔ nothing went wrong"))
    #expect(!scene.finalText.contains("✘"))
    #expect(scene.sentences[0] == "4 users ask the same in each pattern, for 10 s.")
  }

  @Test func `a lost region is told`() throws {
    let scene = try staged("pattern-compare", small + "lost: us-east\nat: 4 s")
    #expect(scene.sentences[0].hasSuffix("us-east is LOST after 4 s."))
    #expect(scene.finalText.contains("unanswered"))
  }

  @Test(arguments: [
    ("sort: wait", "sort is wait; it must be write, read, staleness, anomalies or cost"),
    ("patterns: tired", "no pattern is called 'tired'; did you mean 'tiered'?"),
    (
      "requests: 1000",
      "120000 requests would be made in all; it must be at most 100000: lower users, requests or "
        + "duration"
    ),
    (
      "requests: 100",
      "12000 requests are too many for a picture; it must be at most 5000"
    ),
    ("session: waits", "session is waits; did you mean 'wait'?"),
  ])
  func `a mistake is answered with what would be right`(line: String, message: String) throws {
    let error = #expect(throws: Diagnostic.self) {
      try staged("pattern-compare", small + line)
    }
    #expect(error?.message == message)
  }
}

/// The scene `geo-routing`
struct GeoRoutingTests {
  @Test func `a traveller writes to the region of his home`() throws {
    let scene = try staged(
      "geo-routing", regions + "user: ap-southeast\nhome: eu-west\npattern: home-region")
    #expect(
      scene.sentences == [
        "A user of eu-west is in ap-southeast and changes his profile.",
        "His request enters at ap-southeast after 2.5 ms, by the least latency.",
        "ap-southeast has passed it on to eu-west, the region of his home.",
        "He has his answer after 135 ms.", "us-east shows the write after 610 ms.",
        "ap-southeast shows the write after 632 ms.",
      ])
  }

  @Test(arguments: [
    // rule, where he is, the entry
    ("latency", "ap-northeast", "ap-southeast"), ("geolocation", "ap-northeast", "us-east"),
    ("home", "ap-northeast", "eu-west"), ("geolocation", "eu-central", "eu-west"),
    ("latency", "sa-east", "us-east"),
  ])
  func `the entry is a matter of the routing`(rule: String, place: String, entry: String) throws {
    let scene = try staged(
      "geo-routing", regions + "user: \(place)\nhome: eu-west\nrouting: \(rule)")
    #expect(scene.sentences[1].hasPrefix("His request enters at \(entry) after "))
  }

  @Test(arguments: [
    // pattern, about, request, what is waited for in ap-southeast
    ("read-replicas", "profile", "write", 145), ("read-replicas", "profile", "read", 5),
    ("active-active", "profile", "write", 5), ("active-active", "stock", "write", 5),
    ("tiered", "profile", "write", 5), ("tiered", "stock", "write", 230),
    ("tiered", "stock", "read", 145),
  ])
  func `the answer comes when the model says`(
    pattern: String, about: String, request: String, milliseconds: Int
  ) throws {
    let scene = try staged(
      "geo-routing",
      regions + "user: ap-southeast\npattern: \(pattern)\nabout: \(about)\nrequest: \(request)")
    let answer = try #require(scene.events.first { $0.sentence.hasPrefix("He has his answer") })
    #expect(answer.time == .milliseconds(milliseconds))
    #expect(scene.finalText.contains(try Regex("answer +\(milliseconds) ms")))
  }

  @Test func `what a copy shows is as old as the way and the lag`() throws {
    let scene = try staged(
      "geo-routing", regions + "user: ap-southeast\npattern: read-replicas\nrequest: read")
    #expect(scene.sentences.contains("ap-southeast answers from its copy, as it was 570 ms ago."))
    let home = try staged(
      "geo-routing", regions + "user: eu-west\npattern: home-region\nrequest: read")
    #expect(
      home.sentences.contains(
        "eu-west answers as the one that takes his writes: nothing is newer."))
  }

  @Test func `no size of canvas is too small`() throws {
    let scenes = [
      try staged("geo-routing", regions + "user: ap-southeast"),
      try staged("pattern-compare", small),
    ]
    for scene in scenes {
      for (width, height) in [(0, 0), (1, 1), (20, 3), (300, 1), (30, 40)] {
        var canvas = Canvas(size: Size(width: width, height: height))
        scene.draw(at: scene.duration, into: &canvas)
      }
    }
  }

  @Test(arguments: [
    (
      "user: ap-southeast\nregions: us-east, us-east",
      "regions must have at least one region, each once"
    ),
    ("regions: us-east", "'user' is missing; it must be a region of The course module"),
    (
      "user: us-east\nregions: us-east\nrouting: law",
      "routing is law; it must be latency, geolocation or home"
    ),
    (
      "user: us-east\nregions: us-east\npattern: homeregion",
      "pattern is homeregion; did you mean 'home-region'?"
    ),
  ])
  func `a mistake is answered with what would be right`(lines: String, message: String) throws {
    let error = #expect(throws: Diagnostic.self) { try staged("geo-routing", lines) }
    #expect(error?.message == message)
  }
}
