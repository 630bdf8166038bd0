/// A counter that is one integer: its operations are additions, which commute.
///
/// It needs no slots, for each addition is carried out exactly once. One that comes twice is counted
/// twice. Shapiro et al. 2011, specification 5.
public struct OperationCounter: OperationBased {
  public private(set) var value = 0

  public init() {}

  public enum Update: Equatable, Sendable {
    case increment(by: Int = 1)
    case decrement(by: Int = 1)
  }

  /// The amount to be added.
  public func operation(for update: Update, as dot: Dot) -> Int {
    switch update {
    case .increment(let amount): amount
    case .decrement(let amount): -amount
    }
  }

  public mutating func perform(_ amount: Int) { value += amount }
}
