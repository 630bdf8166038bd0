import GeoModel
import Testing

@Test(arguments: [
  // from, to, kilometres by an independent great-circle calculator
  ((39.0424, -77.4872), (1.2931, 103.8558), 15_528.0),
  ((0.0, 0.0), (0.0, 180.0), 20_015.1),
  ((0.0, 179.0), (0.0, -179.0), 222.4),
  ((90.0, 0.0), (90.0, 77.0), 0.0),
])
func `a distance is that of the great circle`(
  from: (Double, Double), to: (Double, Double), kilometres: Double
) {
  let start = Coordinate(latitude: from.0, longitude: from.1)
  let end = Coordinate(latitude: to.0, longitude: to.1)
  #expect(abs(start.distanceKilometres(to: end) - kilometres) < 1)
  #expect(abs(end.distanceKilometres(to: start) - kilometres) < 1)
}

@Test func `a thousand kilometres cost at least 9_8 ms there and back`() {
  #expect(abs(Fibre.floor(kilometres: 1000).milliseconds - 9.795) < 0.001)
}

@Test func `light in fibre travels at about two thirds of its speed in vacuum`() {
  #expect(abs(Fibre.kilometresPerSecond - 204_190) < 1)
}

@Test func `the floor from Virginia to Singapore is 152 ms`() {
  #expect(abs(handout.floor("us-east", "ap-southeast").milliseconds - 152.1) < 0.05)
}

@Test func `only the handout's round trip to Singapore is faster than light in fibre`() {
  let pairs = handout.fasterThanLight.map { "\($0)-\($1)" }
  #expect(pairs == ["us-east-ap-southeast"])
}

@Test func `a pair that nobody measured is an estimate of 1_8 times its floor`() {
  let floor = handout.floor("eu-west", "sa-east").milliseconds
  #expect(handout.isEstimate("eu-west", "sa-east"))
  #expect(handout.isEstimate("sa-east", "eu-west"))
  #expect(!handout.isEstimate("us-east", "eu-west"))
  #expect(abs(handout.roundTrip("eu-west", "sa-east").milliseconds - 1.8 * floor) <= 0.05)
}

@Test func `a round trip measured differently from both ends is the mean of the two`() {
  let topology = Topology(
    name: "two", source: "", local: .zero, access: .zero,
    regions: [region("a", 0, 0), region("b", 0, 10)],
    roundTrips: [
      RoundTrip(from: "a", to: "b", there: .milliseconds(100), back: .milliseconds(60))
    ])
  #expect(topology.oneWay(from: "a", to: "b") == .milliseconds(50))
  #expect(topology.oneWay(from: "b", to: "a") == .milliseconds(30))
  #expect(topology.roundTrip("a", "b") == .milliseconds(80))
  #expect(topology.roundTrip("b", "a") == .milliseconds(80))
}

@Test func `two zones of one region are the local round trip apart`() {
  #expect(handout.roundTrip("us-east", "us-east") == .milliseconds(1))
  #expect(!handout.isEstimate("us-east", "us-east"))
}

@Test func `a region that does not exist is nothing`() {
  #expect(handout.region("moon-1") == nil)
  #expect(handout.region("us-east")?.id == "us-east")
}
