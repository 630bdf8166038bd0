import GeoModel
import GeoSim

/// The regions of the course with round trips of 85, 140 and 130 ms, and users of a fourth one.
let patternWorld = Topology(
  name: "patterns", source: "made for tests", local: .milliseconds(1),
  access: .milliseconds(5),
  regions: ["us", "eu", "ap", "sa"].enumerated().map { index, name in
    Region(
      id: RegionID(name), name: name, city: name,
      place: Coordinate(latitude: 0, longitude: Double(index)), country: "", jurisdiction: "")
  },
  roundTrips: [
    RoundTrip(from: "us", to: "eu", there: .milliseconds(85)),
    RoundTrip(from: "us", to: "ap", there: .milliseconds(140)),
    RoundTrip(from: "eu", to: "ap", there: .milliseconds(130)),
    RoundTrip(from: "us", to: "sa", there: .milliseconds(90)),
    RoundTrip(from: "eu", to: "sa", there: .milliseconds(180)),
    RoundTrip(from: "ap", to: "sa", there: .milliseconds(300)),
  ])

/// Thirty users who ask for everything, some of them on the way, for twenty seconds.
func patternWorkload(
  seed: UInt64 = 1, _ change: (inout Workload) -> Void = { _ in }
) -> Workload {
  var workload = Workload(
    topology: patternWorld, regions: ["us", "eu", "ap"],
    clients: ["us", "eu", "ap"].map { Workload.Clients(region: $0, users: 10) })
  workload.readShare = 0.6
  workload.travellers = 0.2
  workload.mix = Workload.Mix(counter: 0.2, set: 0.1, stock: 0.4)
  workload.articles = 10
  workload.unitsPerArticle = 3
  workload.duration = .seconds(20)
  workload.seed = seed
  change(&workload)
  return workload
}

/// What a workload meets in a pattern.
func measured(_ pattern: DesignPattern, _ workload: Workload) -> PatternMeasurement {
  PatternRun(workload, pattern.deployment).measurement
}
