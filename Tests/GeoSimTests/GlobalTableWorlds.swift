import GeoModel
import GeoSim

/// The three regions of the set US, with round trips drawn by lot.
func tableTopology(seed: UInt64, roundTrips: ClosedRange<Int> = 10...120) -> Topology {
  var dice = SplitMix64(seed: seed)
  let regions = RegionSet.us.regions.map { id in
    Region(
      id: id, name: "", city: "", place: Coordinate(latitude: 0, longitude: 0), country: "",
      jurisdiction: "")
  }
  let trips = [(0, 1), (0, 2), (1, 2)].map { a, b in
    RoundTrip(
      from: regions[a].id, to: regions[b].id,
      there: .milliseconds(dice.integer(in: roundTrips)),
      back: .milliseconds(dice.integer(in: roundTrips)))
  }
  return Topology(
    name: "", source: "", local: .milliseconds(1), access: .milliseconds(1), regions: regions,
    roundTrips: trips)
}

/// A table in two regions of that world, or with strong consistency in all three.
func tableScenario(
  _ mode: GlobalTable.Mode, seed: UInt64 = 0, roundTrips: ClosedRange<Int> = 10...120
) throws -> GlobalTableScenario {
  let regions = RegionSet.us.regions
  let table =
    mode == .eventual
    ? try GlobalTable(mode: .eventual, replicas: Array(regions.prefix(2)))
    : try GlobalTable(mode: .strong, replicas: regions)
  var scenario = GlobalTableScenario(
    table, topology: tableTopology(seed: seed, roundTrips: roundTrips))
  scenario.seed = seed
  return scenario
}

/// Faults by lot until 4 s; then all that was broken is mended.
func tableIncident(seed: UInt64, in regions: [RegionID], faults: Int = 5) -> [RegionFault] {
  var dice = SplitMix64(seed: seed ^ 0xFA17)
  func any() -> RegionID { regions[dice.integer(in: 0...regions.count - 1)] }
  let broken = (0..<dice.integer(in: 0...faults)).flatMap { _ in
    let start = Duration.milliseconds(dice.integer(in: 0...2000))
    let end = start + .milliseconds(dice.integer(in: 10...1500))
    let (a, b) = (any(), any())
    return switch dice.integer(in: 0...3) {
    case 0: [RegionFault(.crash(a), at: start), RegionFault(.recover(a), at: end)]
    case 1: [RegionFault(.isolate(a), at: start), RegionFault(.rejoin(a), at: end)]
    case 2: [RegionFault(.pause(a), at: start), RegionFault(.resume(a), at: end)]
    default:
      a == b
        ? []
        : [
          RegionFault(.cut(from: a, to: b), at: start), RegionFault(.heal(from: a, to: b), at: end),
        ]
    }
  }
  let mending = regions.flatMap { a in
    [RegionFault.Change.recover(a), .rejoin(a), .resume(a)]
      + regions.filter { $0 != a }.map { RegionFault.Change.heal(from: a, to: $0) }
  }
  return broken + mending.map { RegionFault($0, at: .seconds(4)) }
}
