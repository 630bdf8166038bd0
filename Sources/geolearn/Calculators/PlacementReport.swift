import Content
import GeoModel

/// Where replicas are, how long clients wait, and what every loss leaves: what `calc placement`
/// says.
struct PlacementReport {
  /// As the learner named it: `aws-2025:p90`.
  let topologyName: String
  let topology: Topology
  let database: MultiRegionDatabase
  let kind: TableKind
  let table: PlacedTable

  var placement: ReplicaPlacement { table.placement }

  /// Every zone, every region, and every pair of regions of the placement.
  var losses: [[FailureDomain]] {
    let regions = placement.regions
    let pairs = regions.indices.flatMap { i in
      regions.indices.dropFirst(i + 1).map { j in
        [FailureDomain.region(regions[i]), .region(regions[j])]
      }
    }
    return placement.zones.map { [$0] } + regions.map { [.region($0)] } + pairs
  }

  func commit(losing lost: [FailureDomain] = []) -> Duration? {
    placement.group(losing: lost, in: topology)?.commit(in: topology)?.latency
  }

  var json: JSON {
    let lead = table.isGlobal ? table.timestamps.lead.milliseconds : nil
    return .object([
      JSON.Member("topology", .string(topologyName)),
      JSON.Member("regions", .strings(database.regions.map(\.name))),
      JSON.Member("survive", .string(database.goal.rawValue)),
      JSON.Member("table", .string(kind.rawValue)),
      JSON.Member("home", .string(placement.home.name)),
      JSON.Member("placement", .string(database.copies.rawValue)),
      JSON.Member("voters", .strings(placement.voters.map(\.region.name))),
      JSON.Member("non_voters", .strings(placement.nonVoters.map(\.region.name))),
      JSON.Member("quorum", .number(Double(placement.quorum.majority))),
      JSON.Member("leader", .string(placement.home.name)),
      JSON.Member("commit_ms", .optional(commit()?.milliseconds)),
      JSON.Member("lead_ms", .optional(lead)),
      JSON.Member("clients", .array(database.regions.map(json(ofClient:)))),
      JSON.Member("losses", .array(losses.map(json(losing:)))),
    ])
  }

  private func json(ofClient region: RegionID) -> JSON {
    let (read, write) = (
      table.read(from: region, in: topology), table.write(from: region, in: topology)
    )
    return .object([
      JSON.Member("region", .string(region.name)),
      JSON.Member("read_ms", .optional(read?.milliseconds)),
      JSON.Member("write_ms", .optional(write?.milliseconds)),
    ])
  }

  private func json(losing lost: [FailureDomain]) -> JSON {
    let group = placement.group(losing: lost, in: topology)
    return .object([
      JSON.Member("lost", .strings(lost.map(\.name))),
      JSON.Member("voters_left", .number(Double(placement.votersLeft(losing: lost).count))),
      JSON.Member("survives", .bool(placement.survives(losing: lost))),
      JSON.Member("leader", group.map { .string($0.leader.name) } ?? .null),
      JSON.Member("commit_ms", .optional(commit(losing: lost)?.milliseconds)),
    ])
  }
}
