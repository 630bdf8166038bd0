import GeoModel

/// A wrong rule that learners use, as something that can be computed.
///
/// Every rule is evaluated on the very case of the question, so that a learner's number shows
/// which rule it came from. Non-voters count as replicas here: that is one of the mistakes.
enum Misconception: String, CaseIterable, Sendable {
  /// Every replica must answer.
  case furthest
  /// The replicas are visited one after the other.
  case sum
  /// Those that are waited for are asked one after the other.
  case inTurn = "in-turn"
  /// The average replica counts.
  case mean
  /// There is no way back.
  case oneWay = "one-way"
  /// Everything is paid for twice.
  case double
  /// The quorum is one voter larger than it is.
  case quorumPlusOne = "quorum-plus-one"
  /// The quorum is one voter smaller than it is.
  case quorumMinusOne = "quorum-minus-one"
  /// Every request opens its connection first.
  case cold
  /// Every request goes to the leader.
  case atLeader = "at-leader"
  /// Every request is served nearby.
  case atReplica = "at-replica"
  /// Nothing is waited for.
  case nobody
  /// Half of the voters may be lost.
  case half
  /// One survivor can decide.
  case allButOne = "all-but-one"
  /// As many may be lost as must agree.
  case majority

  /// For which other question the number would be right: "140 ms would be right ...".
  var claim: String {
    switch self {
    case .furthest: "for a write that waits for every replica"
    case .sum: "for a write that visits one replica after the other"
    case .inTurn: "for voters that are asked one after the other"
    case .mean: "for the average of the replicas"
    case .oneWay: "for half of the way"
    case .double: "for twice the way"
    case .quorumPlusOne: "for a quorum of one voter more"
    case .quorumMinusOne: "for a quorum of one voter fewer"
    case .cold: "for a connection that must be opened first"
    case .atLeader: "for a request that goes to the leader"
    case .atReplica: "for a request that the nearest region answers"
    case .nobody: "if nothing had to travel"
    case .half: "if half of the voters could decide"
    case .allButOne: "if a single voter could decide"
    case .majority: "for how many must agree"
    }
  }

  /// The number that the rule gives, in the base unit of the key.
  ///
  /// - Parameters:
  ///   - key: the right number.
  ///   - instance: the case; most rules have no answer without one.
  func value(key: Double, instance: Instance?) -> Double? {
    switch self {
    case .furthest: instance?.furthest?.milliseconds
    case .sum: instance?.sum.milliseconds
    case .inTurn: instance?.inTurn?.milliseconds
    case .mean: instance?.mean?.milliseconds
    case .oneWay: key / 2
    case .double: key * 2
    case .quorumPlusOne: instance?.write(answersMore: 1)?.milliseconds
    case .quorumMinusOne: instance?.write(answersMore: -1)?.milliseconds
    case .cold: (instance?.way).map { Connection.tls13.cost(over: $0).milliseconds }
    case .atLeader: instance?.way.milliseconds
    case .atReplica: instance?.topology.access.milliseconds
    case .nobody: 0
    case .half: (instance?.group.voters.count).map { Double($0 / 2) }
    case .allButOne: (instance?.group.voters.count).map { Double($0 - 1) }
    case .majority: (instance?.group.quorum.majority).map(Double.init)
    }
  }
}
