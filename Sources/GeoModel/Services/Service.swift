/// Data of one kind, where its copies are, and how one copy takes over from another.
public struct Service: Equatable, Sendable {
  public var name: String
  public var keeps: Kind
  /// The names of the ``UserGroup``s that write and read it.
  public var serves: [String]
  public var copies: Copies

  /// How a dead primary or leader is noticed.
  ///
  /// In a consensus group it gives the times of the election: an interval from heartbeat to
  /// heartbeat, and a candidacy after as many of them as may be missed.
  public var detector = FailoverScenario.Detector(
    interval: .seconds(1), misses: 3, timeout: .milliseconds(500))
  /// Who watches a primary and decides by majority that another takes over, first of all the first.
  ///
  /// Where there is nobody, the first standby does both. A consensus group watches itself.
  public var observers: [RegionID] = []
  public var promotion = FailoverScenario.Promotion.automatic
  /// How long a primary or leader may write, and a leader answer reads, without asking again.
  public var lease: Duration?
  /// Whether the storage itself refuses a primary of an older epoch. Terms do it in a group.
  public var fencesOldPrimary = true
  /// What becoming the primary takes, until traffic is sent to it.
  public var roleChange = Duration.zero
  public var routing = FailoverScenario.Routing.proxy

  public init(name: String, keeps: Kind, serves: [String], copies: Copies) {
    self.name = name
    self.keeps = keeps
    self.serves = serves
    self.copies = copies
  }

  /// What the data are, which says what may be lost of them.
  public enum Kind: String, CaseIterable, Sendable {
    case catalogue
    case orders
    case payments
    case stock
  }

  /// How the copies are kept alike.
  public enum Copies: Equatable, Sendable {
    /// One primary writes; standbys follow its log. At least one standby.
    case standbys(of: RegionID, [RegionID], FailoverScenario.Replication)
    /// A majority of the voters decides. A witness votes, keeps no data and never leads.
    case consensus(voters: [RegionID], witness: RegionID?, leader: RegionID)
    /// Every region writes for itself, and tells the others afterwards. At least one region.
    case active([RegionID])
    /// One primary writes; another region has its snapshots, which it takes a while to restore.
    case snapshots(of: RegionID, into: RegionID, BackupSchedule, restore: Duration)
  }
}

extension Service {
  /// Where data are, the primary or preferred leader first.
  public var dataRegions: [RegionID] {
    switch copies {
    case .standbys(let primary, let standbys, _): [primary] + standbys
    case .consensus(let voters, _, let leader): [leader] + voters.filter { $0 != leader }
    case .active(let regions): regions
    case .snapshots(let primary, let other, _, _): [primary, other]
    }
  }

  /// Every region whose loss the service may feel, each once.
  public var regions: [RegionID] {
    let witness: RegionID? = if case .consensus(_, let witness, _) = copies { witness } else { nil }
    return (dataRegions + [witness].compactMap { $0 } + observers).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The primary or preferred leader.
  public var primary: RegionID { dataRegions[0] }

  /// Whether the same becomes of both, whatever they are called. Only a catalogue may be read stale.
  public func behaves(like other: Service) -> Bool {
    var twin = other
    twin.name = name
    if keeps != .catalogue, other.keeps != .catalogue { twin.keeps = keeps }
    return self == twin
  }

  /// Whether writes are ordered in one place at a time.
  public var hasOneWriter: Bool { if case .active = copies { false } else { true } }

  /// The voters, witness included; `nil` where nobody votes.
  public var group: ReplicaGroup? {
    guard case .consensus(let voters, let witness, let leader) = copies else { return nil }
    return try? ReplicaGroup(leader: leader, voters: voters + [witness].compactMap { $0 })
  }
}
