import GeoModel

/// How long messages take between nodes, and how many are lost.
public struct Network: Sendable {
  @usableFromInline let count: Int
  /// Row i, column j: nanoseconds from node i to node j.
  @usableFromInline let delays: [Int64]
  @usableFromInline let jitter: Jitter
  /// The chance that a message is dropped, out of 2⁶⁴.
  @usableFromInline let lossThreshold: UInt64
  @usableFromInline let keepsOrder: Bool

  /// - Parameters:
  ///   - topology: its one-way delays are the medians.
  ///   - regions: the region of every node, by number; each is one of the topology's.
  ///   - jitter: how the delays vary.
  ///   - loss: the part of all messages that is dropped, 0 to 1.
  ///   - keepsOrder: whether a message waits for those sent before it on the same link, as in a
  ///     TCP connection.
  public init(
    topology: Topology, regions: [RegionID], jitter: Jitter = .none, loss: Double = 0,
    keepsOrder: Bool = true
  ) {
    self.init(
      delays: regions.map { from in regions.map { topology.oneWay(from: from, to: $0) } },
      jitter: jitter, loss: loss, keepsOrder: keepsOrder)
  }

  /// - Parameter delays: row i, column j: from node i to node j.
  public init(
    delays: [[Duration]], jitter: Jitter = .none, loss: Double = 0, keepsOrder: Bool = true
  ) {
    precondition((0...1).contains(loss), "a part of all messages is between 0 and 1")
    count = delays.count
    self.delays = delays.joined().map { Delay($0).nanoseconds }
    self.jitter = jitter
    lossThreshold = loss >= 1 ? .max : UInt64(loss * 0x1p64)
    self.keepsOrder = keepsOrder
  }
}
