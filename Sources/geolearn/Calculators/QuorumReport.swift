import Content
import GeoModel

/// How a write commits in a placement: what `calc quorum` says.
struct QuorumReport {
  /// As the learner named it: `aws-2025:p90`.
  let topologyName: String
  let topology: Topology
  let group: ReplicaGroup
  let client: RegionID?
  let lost: [RegionID]

  var commit: Commit? { group.commit(in: topology, losing: Set(lost)) }

  /// How many voters must have a write before it is durable.
  var quorum: Int { group.answersNeeded + 1 }

  /// What the client waits for; without a client, what one beside the leader waits for.
  var write: Duration? {
    group.write(from: client ?? group.leader, in: topology, losing: Set(lost))
  }

  var json: JSON {
    var members = [
      JSON.Member("topology", .string(topologyName)),
      JSON.Member("leader", .string(group.leader.name)),
      JSON.Member("voters", .strings(group.voters.map(\.name))),
      JSON.Member("non_voters", .strings(group.nonVoters.map(\.name))),
      JSON.Member("quorum", .number(Double(quorum))),
      JSON.Member("commit_ms", .optional(commit?.latency.milliseconds)),
      JSON.Member("write_ms", .optional(write?.milliseconds)),
      JSON.Member("fault_tolerance", .number(Double(group.faultTolerance))),
      JSON.Member("waits_for", .strings(commit?.waitsFor.map(\.name) ?? [])),
    ]
    if let client { members.append(JSON.Member("client", .string(client.name))) }
    if !lost.isEmpty {
      members += [
        JSON.Member("lost", .strings(lost.map(\.name))),
        JSON.Member("survives", .bool(group.survives(losing: Set(lost)))),
      ]
    }
    return .object(members)
  }
}
