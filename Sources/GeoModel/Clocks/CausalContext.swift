/// Which updates are known, gaps included: a version vector, and the dots that lie beyond it.
///
/// Whole states leave no gaps; a delta names only what it carries, so one that overtakes another
/// leaves one until the other arrives. Almeida et al. 2018, section 7.2.
public struct CausalContext: Equatable, Sendable {
  public private(set) var vector = VersionVector()
  /// The dots behind a gap.
  public private(set) var cloud: SortedSet<Dot> = []

  public init() {}

  /// - Parameter dots: all that is known.
  public init(_ dots: SortedSet<Dot>) {
    cloud = dots
    closeGaps()
  }

  public init(_ vector: VersionVector) {
    self.vector = vector
  }

  public func contains(_ dot: Dot) -> Bool { vector.contains(dot) || cloud.contains(dot) }

  /// Every dot that is known, in order.
  ///
  /// - Complexity: as many as there were updates.
  public var dots: [Dot] {
    vector.entries.entries.flatMap { replica, count in
      (1...count).map { Dot(replica: replica, counter: $0) }
    } + cloud.elements
  }

  /// Names one more update of a replica, which must know all its own updates.
  public mutating func increment(at replica: ReplicaID) -> Dot { vector.increment(at: replica) }

  public mutating func merge(_ other: CausalContext) {
    vector.merge(other.vector)
    if cloud.isEmpty && other.cloud.isEmpty { return }
    cloud.formUnion(other.cloud)
    closeGaps()
  }

  /// What the vector reaches by now leaves the cloud: equal knowledge is equal.
  private mutating func closeGaps() {
    for dot in cloud.elements where dot.counter == vector[dot.replica] + 1 { vector.observe(dot) }
    cloud = cloud.filter { !vector.contains($0) }
  }
}
