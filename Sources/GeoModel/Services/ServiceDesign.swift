/// Services, the stock that some of them keep, and those who use them: what is put to the test.
public struct ServiceDesign: Equatable, Sendable {
  public var topology: Topology
  public var load: ServiceLoad
  /// Each name once, in the order of the author.
  public var services: [Service]
  /// `nil` where nothing is sold.
  public var inventory: Inventory?

  public init(
    topology: Topology, load: ServiceLoad, services: [Service], inventory: Inventory? = nil
  ) {
    self.topology = topology
    self.load = load
    self.services = services
    self.inventory = inventory
  }

  /// The part of a design that can be put to the test, under the load of the course's shop.
  public init(_ design: Design) {
    self.init(
      topology: design.topology,
      load: .platform(of: design.populations, in: design.topology), services: design.services,
      inventory: design.inventory)
  }

  public func service(named name: String) -> Service? { services.first { $0.name == name } }
}
