import GeoModel

/// What patterns can be ordered by, the least first.
public enum PatternColumn: String, CaseIterable, Sendable {
  case write, read, staleness, anomalies, cost

  /// The mean wait or age in milliseconds, a count, or a cost in bills of one region.
  public func value(of measurement: PatternMeasurement) -> Double {
    switch self {
    case .write: measurement.writes?.mean ?? .infinity
    case .read: measurement.reads?.mean ?? .infinity
    case .staleness: measurement.staleness?.mean ?? .infinity
    case .anomalies: Double(measurement.anomalies)
    case .cost: measurement.cost.bills()
    }
  }
}

/// A pattern and what a workload met in it.
public struct MeasuredPattern: Equatable, Sendable {
  public let pattern: DesignPattern
  public let measurement: PatternMeasurement

  public init(_ pattern: DesignPattern, serving workload: Workload) {
    self.pattern = pattern
    measurement = PatternRun(workload, pattern.deployment).measurement
  }
}

extension Workload {
  /// The workload in patterns that all get the same requests.
  ///
  /// - Parameter column: what orders them; of equals, and where it is `nil`, the given order holds.
  public func compared(
    _ patterns: [DesignPattern] = DesignPattern.allCases, by column: PatternColumn? = nil
  ) -> [MeasuredPattern] {
    let measured = patterns.map { MeasuredPattern($0, serving: self) }
    guard let column else { return measured }
    return measured.enumerated().sorted {
      (column.value(of: $0.element.measurement), $0.offset)
        < (column.value(of: $1.element.measurement), $1.offset)
    }.map(\.element)
  }
}
