/// Where a service keeps which data about whom, how they travel, and how they are erased.
///
/// It is what a learner writes in a design file; `Content` reads it. Names are unique within their
/// kind, and every name that is used is there: the reader refuses others.
public struct Design: Equatable, Sendable {
  public var topology: Topology
  public var laws: Laws
  public var policy: ResidencyPolicy
  /// The day on which the design is looked at: decisions of the Commission begin and end.
  public var day: CalendarDay
  /// From how many people on a number about a group tells nothing about one of them.
  ///
  /// No law has such a number; this one is the design's own assumption.
  public var leastGroup = 10
  public var populations: [Population]
  public var routing: AccountRouting
  public var entities: [Entity]
  public var stores: [Store]
  public var flows: [Flow]
  public var keys: [EncryptionKey] = []
  /// In the order in which it is done.
  public var erasure: [ErasureAction] = []
  public var bases: [TransferBasis] = []
  /// How data are kept alike in several regions, and what happens when one of these is lost.
  public var services: [Service] = []
  /// `nil` where nothing is sold.
  public var inventory: Inventory?

  public init(
    topology: Topology, laws: Laws, policy: ResidencyPolicy = .none, populations: [Population],
    routing: AccountRouting = .account, entities: [Entity], stores: [Store], flows: [Flow] = []
  ) {
    self.topology = topology
    self.laws = laws
    self.policy = policy
    day = laws.day
    self.populations = populations
    self.routing = routing
    self.entities = entities
    self.stores = stores
    self.flows = flows
  }
}

extension Design {
  /// The jurisdiction in which a region lies.
  public func jurisdiction(of region: RegionID) -> Jurisdiction {
    laws.jurisdiction(named: topology.region(region)?.jurisdiction ?? "")
  }

  public func store(named name: String) -> Store? { stores.first { $0.name == name } }

  public func key(named name: String) -> EncryptionKey? { keys.first { $0.name == name } }

  /// The class of a field.
  public func dataClass(of field: FieldName) -> DataClass {
    let entity = entities.first { $0.name == field.entity }
    return entity?.fields.first { $0.name == field.field }?.dataClass ?? .none
  }

  /// Where the rows of a population come to lie, the first of its own homes first.
  ///
  /// Where requests decide, a row lies wherever its holder happened to be, so in every home.
  public func homes(of population: Population) -> [RegionID] {
    let others = routing == .account ? [] : populations.flatMap(\.home)
    return (population.home + others).withoutRepetitions
  }

  /// Where a store or a key has its part for a population, homes first; empty where it has none.
  public func regions(of placement: Placement, for population: Population) -> [RegionID] {
    guard placement.populations?.contains(population.name) != false else { return [] }
    let homes = placement.includesHome ? homes(of: population) : []
    return (homes + placement.regions).withoutRepetitions
  }
}

extension Design {
  /// What is stored of the people of a population, without stores and flows that only others have.
  public func ofAccounts(in population: Population) -> Design {
    var design = self
    design.stores.removeAll { regions(of: $0.placement, for: population).isEmpty }
    let names = design.stores.map(\.name)
    design.flows.removeAll { !names.contains($0.from) || !names.contains($0.to) }
    return design
  }
}

extension [RegionID] {
  /// The regions in their order, each once.
  fileprivate var withoutRepetitions: [RegionID] {
    reduce(into: []) { kept, region in
      if !kept.contains(region) { kept.append(region) }
    }
  }
}
