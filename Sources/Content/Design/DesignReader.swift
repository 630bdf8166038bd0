import GeoModel
import Yams

/// The frame of a design: which names there are. With it every entry can be read on its own, so
/// that a mistake in one is not said again at all that name it.
struct DesignReader {
  let topology: Topology
  let laws: Laws
  let populations: DesignSection
  let entities: DesignSection
  let stores: DesignSection
  let keys: DesignSection
  let services: DesignSection

  /// Nobody draws more than this, and the audit follows every field through all of it.
  static let mostEntries = 60
  private static let mostFields = 200
  /// Each is put through dozens of runs.
  private static let mostServices = 8

  init(_ arguments: inout Arguments, topology: Topology, laws: Laws) throws(Diagnostic) {
    self.topology = topology
    self.laws = laws
    populations = try DesignSection(
      "accounts", kind: "population", form: "eu: {jurisdiction: EEA, home: eu-central-1}",
      isRequired: true, &arguments)
    entities = try DesignSection(
      "entities", kind: "entity", form: "user: {subject: user, fields: {email: personal}}",
      isRequired: true, &arguments)
    stores = try DesignSection(
      "stores", kind: "store", form: "posts: {engine: cassandra, regions: home, holds: [tweet]}",
      isRequired: true, &arguments)
    keys = try DesignSection(
      "keys", kind: "key", form: "user-key: {scope: subject, regions: home}", isRequired: false,
      &arguments)
    services = try DesignSection(
      "services", kind: "service",
      form: "orders: {keeps: orders, serves: eu, replication: consensus, voters: [...]}",
      isRequired: false, &arguments)
    for (key, section) in [
      ("accounts", populations), ("entities", entities), ("stores", stores), ("keys", keys),
    ] where section.entries.count > Self.mostEntries {
      throw arguments.failure(
        key, "\(key) has \(section.entries.count) entries; it must be at most \(Self.mostEntries)")
    }
  }

  /// The design; what is wrong with it is noted, and where the frame is wrong there is none.
  func design(_ arguments: inout Arguments, _ mistakes: inout [Diagnostic]) -> Design? {
    do throws(Diagnostic) {
      var design = Design(
        topology: topology, laws: laws,
        policy: try arguments.choice("policy", default: ResidencyPolicy.none),
        populations: populations.read(&mistakes, population),
        routing: try arguments.choice("routing", default: AccountRouting.account),
        entities: entities.read(&mistakes, entity), stores: stores.read(&mistakes, store),
        flows: try flows(&arguments, &mistakes))
      design.day = try arguments.optionalDay("day") ?? laws.day
      design.leastGroup = try arguments.integer(
        "least-group", in: 2...1_000_000, default: design.leastGroup)
      design.keys = keys.read(&mistakes, key)
      let read = services.read(&mistakes, service)
      design.services = read.map(\.service)
      design.stores += read.compactMap(\.store)
      guard design.services.count <= Self.mostServices else {
        throw arguments.failure(
          "services",
          "services has \(design.services.count) entries; it must be at most \(Self.mostServices)")
      }
      design.inventory = try inventory(&arguments)
      design.erasure = try erasure(&arguments, &mistakes)
      design.bases = try bases(&arguments)
      let fields = design.entities.map(\.fields.count).reduce(0, +)
      guard fields <= Self.mostFields else {
        throw arguments.failure(
          "entities", "there are \(fields) fields; it must be at most \(Self.mostFields)")
      }
      if mistakes.isEmpty {
        try requireReached(design, arguments)
        try requireUnwrapped(design, arguments)
      }
      return design
    } catch {
      mistakes.append(error)
      return nil
    }
  }

  /// What flows, steps and bases can name: stores, and services that hold personal data.
  var storeNames: [String] {
    stores.names
      + services.entries.filter { $0.node.mapping?["holds"] != nil }.map(\.name)
  }

  /// One of these names, as an entry of a list has it.
  func knownStore(
    _ item: Arguments.Item, _ arguments: borrowing Arguments
  ) throws(Diagnostic) -> String {
    try stores.known(item, among: storeNames, arguments)
  }

  /// A store that nothing is written to is a flow that somebody forgot.
  private func requireReached(
    _ design: Design, _ arguments: borrowing Arguments
  ) throws(Diagnostic) {
    let empty = design.stores.first { store in
      store.holds.isEmpty && !design.flows.contains { $0.to == store.name }
    }
    guard let empty else { return }
    throw arguments.failure(
      "stores", "nothing is written to \(empty.name); give it 'holds', or a flow that ends there")
  }

  private func requireUnwrapped(
    _ design: Design, _ arguments: borrowing Arguments
  ) throws(Diagnostic) {
    for key in design.keys {
      var wrapper = key.wrappedBy
      for _ in design.keys { wrapper = wrapper.flatMap { design.key(named: $0)?.wrappedBy } }
      guard wrapper == nil else {
        throw arguments.failure(
          "keys", "\(key.name) is wrapped in a circle; one key must be wrapped by none")
      }
    }
  }
}
