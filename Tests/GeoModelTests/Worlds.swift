import GeoModel

/// The three regions of the handout with its own round trips, and São Paulo.
let handout = Topology(
  name: "handout", source: "course handout", local: .milliseconds(1), access: .milliseconds(5),
  regions: [
    region("us-east", 39.0424, -77.4872), region("eu-west", 53.3331, -6.2489),
    region("ap-southeast", 1.2931, 103.8558), region("sa-east", -23.5505, -46.6333),
  ],
  roundTrips: [
    RoundTrip(from: "us-east", to: "eu-west", there: .milliseconds(85)),
    RoundTrip(from: "us-east", to: "ap-southeast", there: .milliseconds(140)),
    RoundTrip(from: "eu-west", to: "ap-southeast", there: .milliseconds(130)),
    RoundTrip(from: "us-east", to: "sa-east", there: .milliseconds(90)),
  ])

func region(_ id: RegionID, _ latitude: Double, _ longitude: Double) -> Region {
  Region(
    id: id, name: id.name, city: id.name,
    place: Coordinate(latitude: latitude, longitude: longitude), country: "XX",
    jurisdiction: "XX")
}

/// A topology of `count` regions somewhere on the Earth, with random round trips both ways.
func randomTopology(seed: UInt64, count: Int) -> Topology {
  var dice = SplitMix64(seed: seed)
  let regions = (0..<count).map { number in
    region(
      RegionID("r\(number)"), Double(dice.integer(in: -90...90)),
      Double(dice.integer(in: -180...180)))
  }
  var trips: [RoundTrip] = []
  for i in 0..<count {
    for j in (i + 1)..<max(i + 1, count) {
      trips.append(
        RoundTrip(
          from: regions[i].id, to: regions[j].id,
          there: .microseconds(dice.integer(in: 2...300_000)),
          back: .microseconds(dice.integer(in: 2...300_000))))
    }
  }
  return Topology(
    name: "random \(seed)", source: "seed \(seed)", local: .milliseconds(1),
    access: .milliseconds(1), regions: regions, roundTrips: trips)
}
