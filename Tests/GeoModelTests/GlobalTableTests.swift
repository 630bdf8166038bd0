import GeoModel
import Testing

struct GlobalTableTests {
  @Test(
    arguments: [
      // replicas, witness
      (["us-east-1", "us-east-2", "us-west-2"], nil),
      (["us-east-1", "us-west-2"], "us-east-2"),
      (["eu-west-1", "eu-west-2", "eu-central-1"], nil),
      (["ap-northeast-1", "ap-northeast-3"], "ap-northeast-2"),
    ] as [([RegionID], RegionID?)])
  func `three regions of one set agree`(replicas: [RegionID], witness: RegionID?) throws {
    let table = try GlobalTable(mode: .strong, replicas: replicas, witness: witness)
    #expect(table.regions.count == GlobalTable.strongRegions)
  }

  @Test(
    arguments: [
      // mode, replicas, witness, message
      (
        .strong, ["us-east-1", "us-east-2"], nil,
        "2 regions; mrsc needs exactly 3 with its witness"
      ),
      (
        .strong, ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"], nil,
        "4 regions; mrsc needs exactly 3 with its witness"
      ),
      (
        .strong, ["us-east-1", "us-east-2", "us-west-2"], "us-west-2",
        "us-west-2 is named twice; a table has one replica in a region"
      ),
      (
        .strong, ["us-east-1", "us-east-2", "eu-west-1"], nil,
        "us-east-1 and eu-west-1 are in different Region sets; mrsc needs 3 regions of one"
      ),
      (
        .strong, ["ap-northeast-1", "ap-northeast-2"], "us-west-2",
        "ap-northeast-1 and us-west-2 are in different Region sets; mrsc needs 3 regions of one"
      ),
      (
        .strong, ["ap-south-1", "ap-south-2", "ap-northeast-1"], nil,
        "ap-south-1 is in no Region set; mrsc needs 3 regions of US (us-east-1, us-east-2, "
          + "us-west-2), or of EU (eu-west-1, eu-west-2, eu-west-3, eu-central-1), or of AP "
          + "(ap-northeast-1, ap-northeast-2, ap-northeast-3)"
      ),
      (.eventual, ["us-east-1"], nil, "1 replica; a global table has at least 2"),
      (.eventual, [], nil, "0 replicas; a global table has at least 2"),
      (.strong, ["us-east-1"], "us-east-2", "1 replica; a global table has at least 2"),
      (
        .eventual, ["us-east-1", "eu-west-1"], "us-east-2",
        "us-east-2 is a witness, but nobody votes in mode mrec; leave the witness out"
      ),
      (
        .eventual, ["us-east-1", "us-east-1"], nil,
        "us-east-1 is named twice; a table has one replica in a region"
      ),
    ] as [(GlobalTable.Mode, [RegionID], RegionID?, String)])
  func `what AWS refuses is refused with the reason`(
    mode: GlobalTable.Mode, replicas: [RegionID], witness: RegionID?, message: String
  ) {
    let error = #expect(throws: GlobalTableError.self) {
      try GlobalTable(mode: mode, replicas: replicas, witness: witness)
    }
    #expect(error?.description == message)
  }

  @Test func `of all triples of regions exactly those within a set may agree`() {
    let regions = RegionSet.allCases.flatMap(\.regions) + ["sa-east-1"]
    var count = 0
    for a in regions {
      for b in regions where b > a {
        for c in regions where c > b {
          if (try? GlobalTable(mode: .strong, replicas: [a, b, c])) != nil { count += 1 }
        }
      }
    }
    // 3 of 3, 3 of 4, 3 of 3.
    #expect(count == 1 + 4 + 1)
  }

  @Test func `no region is in two sets`() {
    let regions = RegionSet.allCases.flatMap(\.regions)
    #expect(Set(regions).count == regions.count)
    for set in RegionSet.allCases {
      #expect(set.regions.allSatisfy { RegionSet(of: $0) == set })
    }
    #expect(RegionSet(of: "sa-east-1") == nil)
  }

  @Test(arguments: [
    // regions, writes, storage, transfer, multiple
    (1, 0.6, 0.2, 0.1, 1),
    (2, 1, 0, 0, 2),
    (3, 1, 0, 0, 3),
    (3, 0, 1, 0, 3),
    (3, 0, 0, 0, 1),
    (3, 0.5, 0.2, 0, 2.4),
    (4, 0.5, 0.5, 0.05, 4.15),
  ])
  func `a table in N regions costs N times its writes and storage, and its reads once`(
    regions: Int, writes: Double, storage: Double, transfer: Double, multiple: Double
  ) {
    let cost = GlobalTableCost(
      regions: regions, writes: writes, storage: storage, transfer: transfer)
    #expect(abs(cost.multiple - multiple) < 1e-12)
  }
}

struct LastWriterCounterTests {
  @Test(arguments: [
    // increments, interval, offset, lag, survivors
    (1, 100, 0, 1000, 1),
    (50, 10, 0, 1000, 50),
    (50, 10, 5, 1000, 50),
    // Each region hears of the other before it writes again: everything is counted.
    (5, 100, 50, 40, 10),
    (5, 100, 50, 50, 10),
    // Just too late: neither ever counts on the other's version.
    (5, 100, 50, 51, 5),
    // They always write together.
    (5, 100, 0, 40, 5),
    (0, 100, 0, 40, 0),
  ])
  func `what survives is the longest line of versions`(
    increments: Int, interval: Int, offset: Int, lag: Int, survivors: Int
  ) {
    let counter = LastWriterCounter(
      increments: increments, interval: .milliseconds(interval), offset: .milliseconds(offset),
      lag: .milliseconds(lag))
    #expect(counter.survivors == survivors)
    #expect(counter.lost == 2 * increments - survivors)
  }
}
