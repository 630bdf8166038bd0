import Content
import GeoModel

/// A duration as every picture writes it: `85 ms`, `1.2 s`.
func text(_ duration: Duration) -> String { Quantity.duration(duration).text }

extension Arguments {
  /// The group that the arguments `leader`, `voters`, `non-voters` and `rule` describe.
  ///
  /// A region that is listed as a voter and as a non-voter has no vote, so that one knob can take
  /// votes away.
  mutating func group(in topology: Topology) throws(Diagnostic) -> ReplicaGroup {
    let leader = try region("leader", of: topology)
    let nonVoters = try regionsOrNone("non-voters", of: topology)
    let voters = try regions("voters", of: topology).filter { !nonVoters.contains($0) }
    let rule: RuleName = try choice("rule", default: .majority)
    do {
      return try ReplicaGroup(
        leader: leader, voters: voters, nonVoters: nonVoters, rule: rule.rule)
    } catch {
      throw failure("voters", error.description)
    }
  }
}

extension Arguments {
  /// A list of regions that may be absent, or the word `none`.
  mutating func regionsOrNone(_ key: String, of topology: Topology) throws(Diagnostic)
    -> [RegionID]
  {
    guard let names = try optionalStrings(key), names != ["none"] else { return [] }
    return try regions(key, of: topology)
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
