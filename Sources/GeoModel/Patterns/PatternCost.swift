/// What a deployment costs in bills of a single region that would serve the same workload.
public struct PatternCost: Equatable, Sendable {
  /// How many copies of the data are kept.
  public let copies: Int
  /// How often a write is applied, in all regions together, for each that a user made.
  public let appliedPerWrite: Double
  /// How many requests, answers and copies of writes went from one region to another, for each
  /// write.
  public let crossingsPerWrite: Double

  public init(copies: Int, appliedPerWrite: Double, crossingsPerWrite: Double) {
    self.copies = copies
    self.appliedPerWrite = appliedPerWrite
    self.crossingsPerWrite = crossingsPerWrite
  }

  /// 1 for a single region.
  public func bills(assuming assumptions: PatternCostAssumptions = .typical) -> Double {
    let write = appliedPerWrite + assumptions.crossing * crossingsPerWrite
    return assumptions.storage * Double(copies) + (1 - assumptions.storage) * write
  }
}

/// What the course takes for granted where no price is known.
public struct PatternCostAssumptions: Equatable, Sendable {
  /// Which part of a single region's bill is for keeping data; the rest is for writes.
  public var storage: Double
  /// What a message between regions costs, in writes.
  public var crossing: Double

  public init(storage: Double, crossing: Double) {
    self.storage = storage
    self.crossing = crossing
  }

  /// Half for data, half for writes; a message between regions costs a tenth of a write.
  public static let typical = PatternCostAssumptions(storage: 0.5, crossing: 0.1)
}
