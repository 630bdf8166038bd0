/// How many of `voters` must agree, and what that buys.
public struct Quorum: Equatable, Sendable {
  public let voters: Int

  public init(voters: Int) {
    precondition(voters >= 1, "a group without voters decides nothing")
    self.voters = voters
  }

  /// The smallest number of votes of which any two sets share a voter: ⌊n/2⌋ + 1.
  public var majority: Int { voters / 2 + 1 }

  /// How many voters may be lost while the rest can still decide: n − majority.
  ///
  /// An even number of voters tolerates no more losses than the odd number below it.
  public var faultTolerance: Int { voters - majority }
}

/// Whose answers a leader waits for before it calls a write done.
public enum CommitRule: Equatable, Sendable {
  /// A majority of the voters, the leader's own vote among them (Raft, Paxos).
  case majority
  /// Every voter: synchronous replication to all.
  case all
  /// Any number of followers, whichever answer first: `ANY k (...)` of PostgreSQL.
  case any(Int)

  /// How many followers must answer, of a group with `voters` members.
  func followersNeeded(of voters: Int) -> Int {
    switch self {
    case .majority: Quorum(voters: voters).majority - 1
    case .all: voters - 1
    case .any(let followers): followers
    }
  }
}
