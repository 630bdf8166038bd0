import Content
import GeoModel
import Testing

struct TopologyFileTests {
  @Test func `a file with a tail percentile holds two topologies`() throws {
    let file = try TopologyFile.parse(Samples.threeRegions, file: "t.yaml")
    #expect(file.topologies.map(\.suffix) == ["", ":p90"])
    let (median, tail) = (file.topologies[0].topology, file.topologies[1].topology)
    #expect(median.roundTrip("us-east", "eu-west") == .milliseconds(85))
    #expect(tail.roundTrip("us-east", "eu-west") == .milliseconds(100))
    #expect(tail.percentile == "p90")
  }

  @Test func `each way is half of the round trip measured from its own end`() throws {
    let topology = try Samples.topology()
    #expect(topology.oneWay(from: "us-east", to: "eu-west") == .milliseconds(40))
    #expect(topology.oneWay(from: "eu-west", to: "us-east") == .milliseconds(45))
  }

  @Test func `a pair that is not given is an estimate`() throws {
    let topology = try Samples.topology()
    #expect(topology.isEstimate("eu-west", "ap-southeast"))
    #expect(!topology.isEstimate("us-east", "ap-southeast"))
  }

  @Test func `access is local where it is not given`() throws {
    let text = Samples.threeRegions.replacing("access_ms: 5\n", with: "")
    let topology = try TopologyFile.parse(text, file: "t.yaml").topologies[0].topology
    #expect(topology.access == .milliseconds(1))
  }

  @Test func `a round trip that beats light is a warning with the floor`() throws {
    let text = Samples.threeRegions.replacing("ap-southeast, 220", with: "ap-southeast, 140")
    #expect(
      try TopologyFile.parse(text, file: "t.yaml").warnings.map(\.description) == [
        "t.yaml:11:5: warning: 140 ms from us-east to ap-southeast is faster than light in fibre: "
          + "the floor is 152 ms"
      ])
  }

  @Test(arguments: [
    // what is replaced, by what, the place and the message
    ("name: Three regions\n", "", "1:1: 'name' is missing; it must be a text"),
    ("local_ms: 1\n", "local_ms: 0\n", "3:11: local_ms is 0; it must be 0.001 to 60000.0"),
    ("access_ms", "acces_ms", "4:11: no argument is called 'acces_ms'; did you mean 'access_ms'?"),
    ("id: eu-west,", "id: us-east,", "7:5: the region 'us-east' is there already; keep one"),
    ("id: eu-west,", "id: eu west,", "7:10: id is eu west; it must be letters, digits and -"),
    ("53.35", "91", "7:58: latitude is 91; it must be -90.0 to 90.0"),
    ("city: Dublin, ", "", "7:5: 'city' is missing; it must be a text"),
    ("country: IE", "contry: IE", "7:91: 'country' is missing; is it meant by 'contry'?"),
    (
      "[us-east, eu-west, 80, 90]", "[us-east, eu-wset, 80]",
      "10:15: no region is called 'eu-wset'; did you mean 'eu-west'?"
    ),
    (
      "[us-east, eu-west, 80, 90]", "[us-east, eu-west, -80]",
      "10:24: the round trip is -80; it must be a number of milliseconds above 0"
    ),
    (
      "[us-east, eu-west, 80, 90]", "[us-east, eu-west, 80, nan]",
      "10:28: the round trip is nan; it must be a number of milliseconds above 0"
    ),
    (
      "[us-east, eu-west, 80, 90]", "[us-east, us-east, 80]",
      "10:5: us-east to itself is local_ms; a round trip joins two regions"
    ),
    (
      "[us-east, ap-southeast, 220]", "[eu-west, us-east, 85]",
      "11:5: eu-west and us-east are there already; keep one"
    ),
    (
      "[us-east, eu-west, 80, 90]", "[us-east, eu-west]",
      "10:5: a round trip is written [us-east, eu-west, 85]"
    ),
  ])
  func `a mistake in a topology`(old: String, new: String, message: String) throws {
    let text = Samples.threeRegions.replacing(old, with: new)
    let error = #expect(throws: Diagnostics.self) { try TopologyFile.parse(text, file: "t.yaml") }
    let found = (error?.all ?? []).map { "\($0.line):\($0.column): \($0.message)" }
    #expect(found == [message])
  }

  @Test func `every prefix of a topology is read or refused, and nothing traps`() {
    for end in Samples.threeRegions.indices {
      do throws(Diagnostics) {
        _ = try TopologyFile.parse(String(Samples.threeRegions[..<end]), file: "t.yaml")
      } catch {
        #expect(!error.all.isEmpty)
      }
    }
  }
}

struct AtlasTests {
  @Test func `an unknown topology leads to the nearest`() throws {
    let atlas = try Samples.atlas()
    #expect(atlas.names == ["module", "module:p90"])
    let error = #expect(throws: AtlasError.self) { try atlas.topology(named: "modle") }
    #expect(error?.nearestName == "module")
    #expect(error?.description == "no topology is called 'modle'; did you mean 'module'?")
  }
}
