import GeoModel
import GeoSim

/// Three regions, 80 ms apart from each other; inside a region 1 ms there and back.
let triangle = Topology(
  name: "triangle", source: "made for tests", local: .milliseconds(1),
  access: .milliseconds(5),
  regions: ["east", "west", "north"].enumerated().map { index, name in
    Region(
      id: RegionID(name), name: name, city: name,
      place: Coordinate(latitude: 0, longitude: Double(index)), country: "US",
      jurisdiction: "US")
  },
  roundTrips: [
    RoundTrip(from: "east", to: "west", there: .milliseconds(80)),
    RoundTrip(from: "east", to: "north", there: .milliseconds(80)),
    RoundTrip(from: "west", to: "north", there: .milliseconds(80)),
  ])

/// A primary in the east, a standby in the west, an observer in the north, a client in the east.
func pair() -> FailoverScenario {
  FailoverScenario(
    topology: triangle, primary: "east", standbys: ["west"], observers: ["north"],
    clients: ["east"])
}
