/// Watches that no write is accepted in an older epoch after one was accepted in a newer one.
///
/// It sees all storages at once, as nobody in the system can.
struct EpochOrder: Equatable, Sendable {
  private var newest = 0
  private(set) var violations = 0

  /// - Returns: whether the writes keep the order.
  @discardableResult
  mutating func accept(_ count: Int, in epoch: Int) -> Bool {
    guard epoch < newest else {
      newest = epoch
      return true
    }
    violations += count
    return false
  }
}
