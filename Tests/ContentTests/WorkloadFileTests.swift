import Content
import Foundation
import GeoModel
import TestSupport
import Testing

private let least = """
  regions: [us-east, eu-west]
  clients: [us-east 20, sa-east 5]

  """

private func text(of path: String) throws -> String {
  let folder = path.split(separator: "/").dropLast().joined(separator: "/")
  return try #require(try Repository.files(in: folder)[path])
}

private func atlas() throws -> Atlas {
  let path = "assets/topologies/module.yaml"
  return try Course(files: [path: try text(of: path)]).atlas
}

private func workload(_ text: String) throws -> Workload {
  try WorkloadFile.parse(text, file: "w.yaml", atlas: try atlas())
}

struct WorkloadFileTests {
  @Test func `what is not given has its usual value`() throws {
    let read = try workload(least)
    let usual = Workload(
      topology: read.topology, regions: ["us-east", "eu-west"],
      clients: [
        Workload.Clients(region: "us-east", users: 20),
        Workload.Clients(region: "sa-east", users: 5),
      ])
    #expect(read == usual)
  }

  @Test func `every argument reaches the workload`() throws {
    let read = try workload(
      least + """
        requests: 0.5
        reads: 70%
        travellers: 25%
        counter: 10%
        set: 0.2
        stock: 30%
        articles: 7
        units: 3
        lag: 2 s
        jitter: 0.3
        session: forward
        lost: eu-west
        at: 20 s
        failover: 5 s
        duration: 50 s
        seed: 9
        """)
    var expected = try workload(least)
    expected.requestsPerSecond = 0.5
    expected.readShare = 0.7
    expected.travellers = 0.25
    expected.mix = Workload.Mix(counter: 0.1, set: 0.2, stock: 0.3)
    expected.articles = 7
    expected.unitsPerArticle = 3
    expected.lag = .seconds(2)
    expected.jitter = 0.3
    expected.session = .forward
    expected.outage = Workload.Outage(
      region: "eu-west", time: .seconds(20), failover: .seconds(5))
    expected.duration = .seconds(50)
    expected.seed = 9
    #expect(read == expected)
  }

  @Test func `a region is lost in the middle unless it is said when`() throws {
    #expect(
      try workload(least + "lost: us-east").outage
        == Workload.Outage(region: "us-east", time: .seconds(30), failover: .seconds(10)))
    #expect(try workload(least + "lost: none").outage == nil)
  }

  @Test(arguments: [
    ("requests: 0", "3:11: error: requests is 0; it must be 0.001 to 1000.0"),
    ("reads: 2", "3:8: error: reads is 2; it must be a share such as 99.99% or 0.9999"),
    (
      "stock: 80%",
      "3:8: error: counter, set and stock are 105 % of the requests; together they must be at most "
        + "100 %"
    ),
    ("articles: 0", "3:11: error: articles is 0; it must be 1 to 1000"),
    ("units: -1", "3:8: error: units is -1; it must be 0 to 1000000"),
    ("lag: 61 s", "3:6: error: lag is 61 s; it must be at most 60 s"),
    ("session: waits", "3:10: error: session is waits; did you mean 'wait'?"),
    ("lost: eu-wset", "3:7: error: no data is in 'eu-wset'; did you mean 'eu-west'?"),
    ("lost: sa-east", "3:7: error: no data is in 'sa-east'; did you mean 'us-east'?"),
    ("at: 60 s", "3:5: error: at is 60 s, when no request is made any more"),
    ("failover: 2 h", "3:11: error: failover is 2 h; it must be at most 60 min"),
    ("duration: 0 s", "3:11: error: duration is 0; it must be above 0"),
    (
      "requests: 1000",
      "3:11: error: 1500000 requests would be made in all; it must be at most 100000: lower users, "
        + "requests or duration"
    ),
    ("topology: modul", "3:11: error: no topology is called 'modul'; did you mean 'module'?"),
    ("sesion: wait", "3:9: error: no argument is called 'sesion'; did you mean 'session'?"),
  ])
  func `a mistake is answered with its place and what would be right`(
    line: String, message: String
  ) throws {
    let error = try #require(throws: Diagnostic.self) { try workload(least + line) }
    #expect(error.description == "w.yaml:\(message)")
  }

  @Test(arguments: [
    (
      "regions: [us-east, us-east]\nclients: [us-east 1]",
      "1:10: error: us-east is named twice; a region keeps one copy"
    ),
    (
      "regions: []\nclients: [us-east 1]",
      "1:10: error: regions has 0 entries; it must have 1 to 9"
    ),
    (
      "regions: [us-east]\nclients: []",
      "2:10: error: clients has 0 entries; it must have 1 to 9"
    ),
    (
      "regions: [us-east]\nclients: [us-east 1, us-east 2]",
      "2:22: error: us-east is named twice; add its users up"
    ),
    (
      "regions: [us-east]\nclients: us-east",
      "2:10: error: 'us-east' must be written us-east 20, a region and 1 to 10000 users"
    ),
    (
      "regions: [us-east]\nclients: us-east 0",
      "2:10: error: 'us-east 0' must be written us-east 20, a region and 1 to 10000 users"
    ),
    (
      "regions: [us-east]\nclients: us-eats 2",
      "2:10: error: no region is called 'us-eats'; did you mean 'us-east'?"
    ),
    (
      "clients: us-east 2",
      "1:1: error: 'regions' is missing; it must be regions of The course module"
    ),
    (
      "regions: us-east",
      "1:1: error: 'clients' is missing; it must be a list such as [us-east 20, eu-west 10]"
    ),
    (
      "regions: us-east\nclients: us-east 2\nlost: us-east",
      "3:7: error: us-east is the only region; nothing would be left"
    ),
  ])
  func `regions and users must be what they say`(text: String, message: String) throws {
    let error = try #require(throws: Diagnostic.self) { try workload(text) }
    #expect(error.description == "w.yaml:\(message)")
  }

  @Test func `the example of the documentation is the one that is shipped`() throws {
    let page = try text(of: "docs/workloads.md")
    let start = try #require(page.range(of: "```yaml\n"))
    let end = try #require(page.range(of: "```\n", range: start.upperBound..<page.endIndex))
    let shipped = try text(of: "assets/workloads/shop.yaml")
    #expect(shipped.hasSuffix(page[start.upperBound..<end.lowerBound]))
    #expect(try workload(shipped).userCount == 60)
  }

  @Test func `whatever is written, it is read or refused`() throws {
    let shipped = Array(try text(of: "assets/workloads/shop.yaml").unicodeScalars)
    let atlas = try atlas()
    let scraps = Array("0-9%:[]{},\n #&*é\u{0}".unicodeScalars)
    var dice = Dice(seed: 1)
    var refused = 0
    for _ in 0..<2000 {
      var changed = shipped
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: changed.indices, using: &dice)
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: changed.remove(at: place)
        case 1: changed.insert(scraps.randomElement(using: &dice) ?? " ", at: place)
        default: changed[place] = scraps.randomElement(using: &dice) ?? " "
        }
      }
      let text = String(String.UnicodeScalarView(changed))
      do throws(Diagnostic) {
        let read = try WorkloadFile.parse(text, file: "w.yaml", atlas: atlas)
        #expect(read.rate > 0 && read.duration > .zero && read.articles > 0)
      } catch {
        refused += 1
        #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty)
      }
    }
    #expect(refused > 500 && refused < 2000)
  }
}
