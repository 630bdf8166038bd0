import Content
import GeoModel

/// A block as it reads under one choice of assumptions.
struct Question: Sendable {
  enum Problem: Sendable {
    case estimate(Estimate)
    case choice([Option])
    case program
    case integerMerge
    case design
  }

  let id: String
  let ask: Template
  let hints: [Template]
  let solution: Template?
  /// What can be watched after the answer.
  let scene: Directive?
  /// Where to read on.
  let see: String?
  /// Answers that must pass, and answers that must not: tests of the block, never its key.
  let right: [String]
  let wrong: [String]
  let problem: Problem
  var topology: Topology
  /// The regions that the question is about, in the order of the topology.
  let regions: [RegionID]
}

/// A question whose answer is a number that the model computes.
struct Estimate: Sendable {
  let compute: ModelExpression
  let dimension: Dimension
  let tolerance: Tolerance
  /// What is counted, in the plural: `voters`.
  let noun: String?
  let mistakes: [Mistake]
  /// `nil` when the block names no leader.
  let instance: Instance?
}

/// A wrong rule and what its author tells those who use it.
struct Mistake: Sendable {
  let rule: Misconception
  let explanation: Template
}

extension Estimate {
  /// The right number in base units.
  func key(in topology: Topology) -> Double {
    compute.value(in: topology).measure?.value ?? .nan
  }

  /// The number that a rule gives on the same case, in base units.
  func value(of rule: Misconception, in topology: Topology) -> Double? {
    var instance = instance
    instance?.topology = topology
    return rule.value(key: key(in: topology), instance: instance)
  }

  /// Whether the key and every rule that is listed give different numbers.
  func tellsRulesApart(in topology: Topology) -> Bool {
    let numbers = mistakes.compactMap { value(of: $0.rule, in: topology) }
    return tolerance.tellsApart([key(in: topology)] + numbers)
  }
}
