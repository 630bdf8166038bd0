import Content
import GeoModel
import TestSupport
import Testing

struct ShippedTopologyTests {
  private static let course = Result { try Course(files: Repository.courseFiles()) }

  @Test func `the course in the repository has no mistake`() throws {
    let course = try Self.course.get()
    #expect(course.atlas.names == ["aws-2025", "aws-2025:p90", "azure-2026", "module"])
  }

  @Test func `only the handout beats light, and only from Virginia to Singapore`() throws {
    let course = try Self.course.get()
    #expect(
      course.warnings.map(\.message) == [
        "140 ms from us-east to ap-southeast is faster than light in fibre: the floor is 152 ms"
      ])
  }

  @Test(arguments: ["aws-2025", "aws-2025:p90", "azure-2026"])
  func `every measured pair is measured, and slower than light`(name: String) throws {
    let topology = try Self.course.get().atlas.topology(named: name)
    let ids = topology.regions.map(\.id)
    #expect(ids.count == (name == "azure-2026" ? 23 : 33))
    #expect(topology.fasterThanLight.isEmpty)
    #expect(ids.allSatisfy { a in ids.allSatisfy { b in !topology.isEstimate(a, b) } })
  }

  @Test(arguments: [
    ("us-east-1", "eu-west-1", "69.7 ms", "73.7 ms"),
    ("us-east-1", "ap-southeast-1", "219 ms", "231 ms"),
    ("us-east-1", "sa-east-1", "115 ms", "119 ms"),
    ("us-east-1", "us-west-2", "64.2 ms", "67.9 ms"),
    ("us-east-1", "ap-south-1", "191 ms", "202 ms"),
  ])
  func `headline pairs are as published`(a: String, b: String, median: String, tail: String) throws
  {
    let atlas = try Self.course.get().atlas
    let pair = (RegionID(a), RegionID(b))
    let trips = try ["aws-2025", "aws-2025:p90"].map { name in
      Quantity.duration(try atlas.topology(named: name).roundTrip(pair.0, pair.1)).text
    }
    #expect(trips == [median, tail])
  }

  @Test(arguments: [
    ("us-east-1", "eu-west-1", 69.7), ("us-east-1", "ap-southeast-1", 219.3),
    ("us-east-1", "sa-east-1", 115.3),
  ])
  func `the medians hold to a tenth of a millisecond`(a: String, b: String, median: Double) throws {
    let topology = try Self.course.get().atlas.topology(named: "aws-2025")
    let roundTrip = topology.roundTrip(RegionID(a), RegionID(b)).milliseconds
    #expect(abs(roundTrip - median) <= 0.051)
  }

  @Test func `the handout's table is estimated exactly where it is silent`() throws {
    let topology = try Self.course.get().atlas.topology(named: "module")
    let ids = topology.regions.map(\.id)
    let measured = ids.indices.flatMap { i in
      ids[(i + 1)...].filter { !topology.isEstimate(ids[i], $0) }.map { "\(ids[i]) \($0)" }
    }
    #expect(
      measured == [
        "us-east us-west", "us-east eu-west", "us-east ap-southeast", "us-east ap-northeast",
        "us-east sa-east", "eu-west eu-central", "eu-west ap-southeast", "eu-west ap-northeast",
        "eu-central ap-southeast", "eu-central ap-northeast", "ap-southeast ap-northeast",
      ])
  }

  @Test func `a jurisdiction is the law of the place, not the prefix of the name`() throws {
    let topology = try Self.course.get().atlas.topology(named: "aws-2025")
    let jurisdictions = ["eu-west-1", "eu-west-2", "eu-central-2"].map { id in
      topology.region(RegionID(id))?.jurisdiction
    }
    #expect(jurisdictions == ["EEA", "United Kingdom", "Switzerland"])
  }
}
