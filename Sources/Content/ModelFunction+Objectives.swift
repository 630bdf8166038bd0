import GeoModel

/// Availability, detection and recovery: numbers that need no topology.
extension ModelFunction {
  func budgetValue(of operands: Operands) -> Quantity {
    let budget = DowntimeBudget(Availability(operands.shares[0]))
    return switch self {
    case .incidents: .count(budget.incidents(of: operands.times[0]))
    case .rto: .duration(budget.rto(for: operands.counts[0]))
    case .left: .duration(budget.left(after: operands.counts[0], of: operands.times[0]))
    default: .duration(budget.total)
    }
  }

  func availability(of operands: Operands) throws(ExpressionError) -> Quantity {
    let parts = operands.shares.map { Availability($0) }
    return switch self {
    case .parallel: .share(Availability.parallel(parts).share)
    case .available:
      .share(
        Availability.atLeast(
          try part(operands), of: Array(repeating: parts[0], count: operands.counts[1])
        ).share)
    case .pair: .share(parts[0].pairSharing(operands.shares[1]).share)
    case .pairDowntime: .duration(parts[0].pairSharing(operands.shares[1]).downtime())
    default: .share(Availability.series(parts).share)
    }
  }

  /// The first of two counts, which is a part of the second.
  private func part(_ operands: Operands) throws(ExpressionError) -> Int {
    let (part, whole) = (operands.counts[0], operands.counts[1])
    guard part <= whole, whole <= Self.mostParts else {
      throw ExpressionError(
        message: "\(part) of \(whole) cannot be; there must be 1 of 1 to \(Self.mostParts) of them")
    }
    return part
  }

  private static let mostParts = 99

  func detectionValue(of operands: Operands) throws(ExpressionError) -> Quantity {
    if self == .agreement {
      let agreement = probabilityOfAgreement(
        try part(operands), of: operands.counts[1], loss: operands.shares[0])
      return .share(agreement)
    }
    let detector = HeartbeatDetector(
      interval: operands.times[0], misses: operands.counts[0],
      timeout: operands.times.count > 1 ? operands.times[1] : .zero)
    switch self {
    case .earliestDetection: return .duration(detector.earliest)
    case .latestDetection: return .duration(detector.latest)
    case .falseFailover:
      guard let time = detector.timeToFalseAlarm(loss: operands.shares[0]) else {
        throw ExpressionError(message: "that does not happen in a million years")
      }
      return .duration(time)
    default: return .duration(detector.mean)
    }
  }

  func recoveryValue(of operands: Operands) throws(ExpressionError) -> Quantity {
    switch self {
    case .failoverPair: .duration(failoverPair(operands).downtimePerYear)
    case .backupLoss: .duration(backups(operands).worstLoss)
    case .meanBackupLoss: .duration(backups(operands).meanLoss)
    case .drain: .duration(try drain(operands))
    case .cost: .share(operands.strategies[0].extraCost())
    default: .duration(operands.strategies[0].recoveryTime.upperBound)
    }
  }

  private func failoverPair(_ operands: Operands) -> FailoverPair {
    FailoverPair(
      failuresPerYear: Double(operands.counts[0]), coverage: operands.shares[0],
      rto: operands.times[0], repair: operands.times[1])
  }

  private func backups(_ operands: Operands) -> BackupSchedule {
    BackupSchedule(interval: operands.times[0], duration: operands.times[1])
  }

  private func drain(_ operands: Operands) throws(ExpressionError) -> Duration {
    let (writes, applied) = (operands.counts[0], operands.counts[1])
    let lag = ReplicationLag(
      writesPerSecond: Double(writes), appliedPerSecond: Double(applied))
    guard let drain = lag.timeToDrain(after: operands.times[0]) else {
      throw ExpressionError(
        message: "a replica that applies \(applied) a second never catches up with \(writes)")
    }
    return drain
  }
}
