import GeoModel
import Yams

extension DesignReader {
  func population(
    _ name: String, _ arguments: inout Arguments
  ) throws(Diagnostic) -> Population {
    let jurisdiction = try arguments.string("jurisdiction")
    let known = laws.jurisdictions.map(\.name) + topology.regions.map(\.jurisdiction)
    guard known.contains(jurisdiction) else {
      // The EU is no jurisdiction of its own here: the law holds in the whole EEA.
      let remedy =
        jurisdiction == "EU" ? "did you mean 'EEA'?" : suggestion(for: jurisdiction, in: known)
      throw arguments.failure(
        "jurisdiction", "no jurisdiction is called '\(jurisdiction)'; \(remedy)")
    }
    let home = try arguments.regions("home", of: topology)
    guard !home.isEmpty else {
      throw arguments.failure("home", "home is empty; name at least one region")
    }
    return Population(name: name, jurisdiction: jurisdiction, home: home)
  }

  // MARK: - Entities

  func entity(_ name: String, _ arguments: inout Arguments) throws(Diagnostic) -> Entity {
    let subject = try arguments.optionalItem("subject")
    let entity = Entity(
      name: name,
      subject: try subject.map { (item) throws(Diagnostic) in
        try entities.known(item, arguments)
      }, fields: try fields(&arguments))
    if entity.subject == nil, entity.fields.contains(where: { $0.dataClass != .none }) {
      throw arguments.failure(
        "fields", "\(name) has personal fields; say with 'subject' whose they are")
    }
    return entity
  }

  private func fields(_ arguments: inout Arguments) throws(Diagnostic) -> [Entity.Field] {
    guard let node = arguments.node("fields") else {
      throw arguments.missing("fields", "it must be a mapping such as {email: personal}")
    }
    guard let mapping = node.mapping, (1...Self.mostEntries).contains(mapping.count) else {
      throw arguments.failure(
        "fields",
        "fields must be 1 to \(Self.mostEntries) fields and their classes, such as {email: personal}"
      )
    }
    var classes = try Arguments(mapping, YAMLReader(file: arguments.file, linesAbove: 0))
    var fields: [Entity.Field] = []
    for name in mapping.keys.compactMap(\.scalar?.string) {
      fields.append(
        Entity.Field(name: name, dataClass: try classes.choice(name, default: DataClass?.none)))
    }
    return fields
  }

  // MARK: - Stores and keys

  func store(_ name: String, _ arguments: inout Arguments) throws(Diagnostic) -> Store {
    guard topology.index(of: RegionID(name)) == nil else {
      throw arguments.failure("engine", "\(name) is a region; give the store another name")
    }
    var store = Store(
      name: name, engine: try arguments.choice("engine"), placement: try placement(&arguments))
    store.placement.populations = try populationNames("serves", &arguments)
    store.holds = try fieldNames("holds", &arguments) ?? []
    store.key = try keyName("key", &arguments)
    store.contract =
      try arguments.value("contract") == nil ? nil : arguments.choice("contract")
    store.ttl = try arguments.optionalDuration("ttl")
    store.retention = try arguments.optionalDuration("retention")
    store.gcGrace = try arguments.optionalDuration("gc-grace")
    store.repair = try arguments.optionalDuration("repair")
    store.snapshots = try arguments.optionalDuration("snapshots")
    store.segment = try arguments.optionalDuration("segment")
    store.rewrite = try arguments.optionalDuration("rewrite")
    return store
  }

  func key(_ name: String, _ arguments: inout Arguments) throws(Diagnostic) -> EncryptionKey {
    var key = EncryptionKey(
      name: name, scope: try arguments.choice("scope"), placement: try placement(&arguments))
    key.wrappedBy = try keyName("wrapped-by", &arguments)
    key.cache = try arguments.optionalDuration("cache")
    key.backup =
      try arguments.value("backup") == "none" ? nil : arguments.optionalDuration("backup")
    key.deletionWait = try arguments.optionalDuration("deletion-wait")
    return key
  }

  /// Populations of a list; `nil` when it is not given.
  func populationNames(
    _ key: String, _ arguments: inout Arguments
  ) throws(Diagnostic) -> [String]? {
    guard let items = try arguments.items(key) else { return nil }
    var names: [String] = []
    for item in items { names.append(try populations.known(item, arguments)) }
    return names
  }

  func keyName(
    _ key: String, _ arguments: inout Arguments
  ) throws(Diagnostic) -> String? {
    guard let item = try arguments.optionalItem(key) else { return nil }
    return try keys.known(item, arguments)
  }

  /// `home`, or regions, or both.
  private func placement(_ arguments: inout Arguments) throws(Diagnostic) -> Placement {
    guard let items = try arguments.items("regions"), !items.isEmpty else {
      throw arguments.missing(
        "regions", "it must be home, or regions of \(topology.name), or both")
    }
    var placement = Placement()
    for item in items {
      guard item.text != "home" else {
        placement.includesHome = true
        continue
      }
      guard topology.index(of: RegionID(item.text)) != nil else {
        let remedy = suggestion(for: item.text, in: ["home"] + topology.regions.map(\.id.name))
        throw arguments.failure(at: item, "no region is called '\(item.text)'; \(remedy)")
      }
      placement.regions.append(RegionID(item.text))
    }
    return placement
  }

  // MARK: - Fields

  /// The fields of a list such as `[tweet, user.email]`; `nil` when it is not given.
  func fieldNames(
    _ key: String, _ arguments: inout Arguments
  ) throws(Diagnostic) -> [FieldName]? {
    guard let items = try arguments.items(key) else { return nil }
    var names: [FieldName] = []
    for item in items {
      let added = try fieldNames(item, arguments)
      names += added.filter { !names.contains($0) }
    }
    return names
  }

  /// All fields of an entity, or the one that follows its name and a point.
  private func fieldNames(
    _ item: Arguments.Item, _ arguments: borrowing Arguments
  ) throws(Diagnostic) -> [FieldName] {
    let parts = item.text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let entity = String(parts[0])
    guard let node = entities.entries.first(where: { $0.name == entity })?.node else {
      let remedy = suggestion(for: entity, in: entities.names)
      throw arguments.failure(at: item, "no entity is called '\(entity)'; \(remedy)")
    }
    let fields = node.mapping?["fields"]?.mapping?.keys.compactMap(\.scalar?.string) ?? []
    guard parts.count == 2 else { return fields.map { FieldName(entity: entity, field: $0) } }
    let field = String(parts[1])
    guard fields.contains(field) else {
      let remedy = suggestion(for: field, in: fields)
      throw arguments.failure(at: item, "\(entity) has no field '\(field)'; \(remedy)")
    }
    return [FieldName(entity: entity, field: field)]
  }
}
