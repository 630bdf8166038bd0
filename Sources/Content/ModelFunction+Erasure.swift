import GeoModel

/// Erasure: numbers that need no topology.
extension ModelFunction {
  func erasureValue(of operands: Operands) throws(ExpressionError) -> Quantity {
    switch self {
    case .leftBy:
      .contents(operands.transforms[0].leavesPersonalData() ? "personal" : "anonymous")
    case .goneFrom: .duration(try end(in: operands.engines[0], keeping: nil))
    case .goneByAge: .duration(try end(in: operands.engines[0], keeping: operands.times[0]))
    case .safeAbsence: .duration(tombstones(operands).safeAbsence)
    case .comeback: .duration(try comeback(operands))
    case .lastCopyWithKeys: .duration(try end(of: operands.designs[0].withoutShredding))
    default: .duration(try end(of: operands.designs[0]))
    }
  }

  /// When the last copy in a store is gone: after a deletion, or else by its age.
  private func end(
    in engine: Store.Engine, keeping retention: Duration?
  ) throws(ExpressionError) -> Duration {
    let rule = StoreRule(engine, StoreTimes(engine, retention: retention))
    let deaths = rule.copies(in: "", deleted: retention == nil ? .zero : nil)
      .map { $0.death?.time }
    guard !deaths.isEmpty, !deaths.contains(nil) else {
      throw ExpressionError(message: "\(engine) deletes nothing of one person")
    }
    return deaths.compactMap(\.self).max() ?? .zero
  }

  private func tombstones(_ operands: Operands) -> StoreTimes {
    var times = StoreTimes(.cassandra, repair: operands.times[1])
    times.gcGrace = operands.times[0]
    return times
  }

  private func comeback(_ operands: Operands) throws(ExpressionError) -> Duration {
    let run = TombstoneRun(tombstones(operands), away: operands.times[2])
    guard let comeback = run.comeback else {
      throw ExpressionError(message: "the row does not come back")
    }
    return comeback
  }

  private func end(of design: Design) throws(ExpressionError) -> Duration {
    guard let end = ErasureReport(design).end else {
      throw ExpressionError(message: "a copy in this design is never gone")
    }
    return end
  }
}
