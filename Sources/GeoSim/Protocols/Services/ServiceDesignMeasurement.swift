import GeoModel

/// What was measured on a design.
public struct ServiceDesignMeasurement: Equatable, Sendable {
  /// In the order of the design.
  public internal(set) var services: [MeasuredService]
  public internal(set) var rushes: [RushMeasurement] = []

  init(_ design: ServiceDesign) {
    services = design.services.map { MeasuredService(service: $0) }
  }
}

/// What was measured on one service.
public struct MeasuredService: Equatable, Sendable {
  public let service: Service
  public internal(set) var latencies: [ServiceLatency] = []
  /// One for each trouble.
  public internal(set) var measurements: [ServiceMeasurement] = []

  /// How often a day chance alone fails a healthy primary over while many messages are lost: in
  /// closed form, see ``Service/falseFailoversPerDay(losing:)``.
  public var falseFailoversPerDay: Double {
    service.falseFailoversPerDay(losing: Trouble.dailyLoss)
  }
}

/// A rush, and what became of it.
public struct RushMeasurement: Equatable, Sendable {
  public let rush: PurchaseRush
  public let measurement: PurchaseMeasurement
  /// When a unit was sold for the first time that there never was; `nil` where none was.
  public let firstOversale: Duration?

  public let seed: UInt64

  init(_ record: PurchaseRecord, seed: UInt64) {
    self.seed = seed
    rush = record.rush
    measurement = record.measurement
    firstOversale = record.firstOversale
  }
}
