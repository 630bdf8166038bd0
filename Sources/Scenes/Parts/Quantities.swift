import Content
import GeoModel

/// A duration as every picture writes it: `85 ms`, `1.2 s`.
func text(_ duration: Duration) -> String { Quantity.duration(duration).text }

extension Arguments {
  /// The group that the arguments `leader`, `voters`, `non-voters` and `rule` describe.
  mutating func group(in topology: Topology) throws(Diagnostic) -> ReplicaGroup {
    let leader = try region("leader", of: topology)
    let voters = try regions("voters", of: topology)
    let nonVoters = try optionalRegions("non-voters", of: topology) ?? []
    let rule: RuleName = try choice("rule", default: .majority)
    do {
      return try ReplicaGroup(
        leader: leader, voters: voters, nonVoters: nonVoters, rule: rule.rule)
    } catch {
      throw failure("voters", error.description)
    }
  }
}

/// The commit rules as lessons name them.
private enum RuleName: String, CaseIterable {
  case majority, all, any

  var rule: CommitRule {
    switch self {
    case .majority: .majority
    case .all: .all
    case .any: .any(1)
    }
  }
}
