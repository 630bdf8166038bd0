/// People who use services, and the regions in whose cities they are.
public struct UserGroup: Equatable, Sendable {
  public var name: String
  public var users: Int
  /// Each has an equal share of the users. At least one.
  public var places: [RegionID]

  public init(name: String, users: Int, places: [RegionID]) {
    self.name = name
    self.users = users
    self.places = places
  }
}

/// Who writes how much.
///
/// Runs play every service at a few writes a second for each place. What that leaves true: no delay
/// depends on the load here, since no server is busy, so latencies, RTO and RPO in seconds are those
/// of the full load. Numbers of lost writes grow with the load: ``factor(of:at:in:)`` says how much.
public struct ServiceLoad: Equatable, Sendable {
  public var groups: [UserGroup]
  /// At the busiest hour.
  public var writesPerUserAndDay: Double

  public init(groups: [UserGroup], writesPerUserAndDay: Double) {
    self.groups = groups
    self.writesPerUserAndDay = writesPerUserAndDay
  }

  public func group(named name: String) -> UserGroup? { groups.first { $0.name == name } }

  /// Where the users of a service are.
  public func places(of service: Service) -> [RegionID] {
    service.serves.compactMap(group(named:)).flatMap(\.places)
  }

  /// How much is written to a service in a second.
  public func writesPerSecond(to service: Service) -> Double {
    let users = service.serves.compactMap(group(named:)).reduce(0) { $0 + $1.users }
    return Double(users) * writesPerUserAndDay / 86_400
  }

  /// How many times as much is written in truth as in a run.
  public func factor(of service: Service, at writesPerSecond: Double) -> Double {
    self.writesPerSecond(to: service) / writesPerSecond
  }
}
