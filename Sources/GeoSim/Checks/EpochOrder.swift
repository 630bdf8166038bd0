/// Watches that no write is accepted in an older epoch after one was accepted in a newer one.
///
/// It sees all storages at once, as nobody in the system can. A write that the log of the newer
/// epoch has too is in order: it was stored before that epoch began, and only its answer is late.
struct EpochOrder: Equatable, Sendable {
  struct Write: Hashable, Sendable {
    let epoch: Int
    let position: Int
  }

  /// What was accepted out of order.
  private(set) var conflicts: [Write] = []
  private var newest = 0
  private var holder = NodeID(0)

  /// - Parameters:
  ///   - positions: just accepted by a node in an epoch.
  ///   - nodes: as they are now.
  mutating func accept(
    _ positions: Range<Int>, of epoch: Int, by node: NodeID, among nodes: [Failover.Participant]
  ) {
    guard epoch < newest else {
      newest = epoch
      holder = node
      return
    }
    for position in positions
    where nodes[holder.index].database?.log.has(position: position, of: epoch) != true {
      conflicts.append(Write(epoch: epoch, position: position))
    }
  }
}
