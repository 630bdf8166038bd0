/// What has become of a value on its way through a design.
public struct DataForm: Hashable, Sendable {
  /// Whether names were replaced; it stays personal all the same.
  public var isPseudonymous = false
  /// How many people a number is about at least; 1 for a value about one person.
  public var group = 1
  /// The key that it is encrypted with; `nil` where it can be read.
  public var key: String?

  public init(isPseudonymous: Bool = false, group: Int = 1, key: String? = nil) {
    self.isPseudonymous = isPseudonymous
    self.group = group
    self.key = key
  }

  /// What arrives in a store over a flow.
  func after(_ flow: Flow, into store: Store) -> DataForm {
    var form = self
    if !flow.kind.copiesBytes { form.key = nil }
    switch flow.transform {
    case .none: break
    case .pseudonymise:
      form.key = nil
      form.isPseudonymous = true
    case .aggregate(let size):
      form.key = nil
      form.group = max(form.group, size)
    case .encrypt(let key): form.key = key
    }
    form.key = store.key ?? form.key
    return form
  }
}

/// A personal field that has come to be in a store, and the shortest way on which it came.
public struct DataCopy: Equatable, Sendable {
  public let field: FieldName
  public let form: DataForm
  /// The store that the application writes it to.
  public let origin: Store
  /// From there on, in order; where there is none, it is still in its origin.
  public let flows: [Flow]
  /// Where it is.
  public let store: Store
}

/// Every store that personal data reach, in every form in which they get there.
///
/// Reachability in a graph: stores are nodes, flows are edges, and a form is part of the state, so
/// that what is anonymous on one way can be personal on another. Which regions a store has is not
/// asked here, for that depends on the population.
public struct Reach: Equatable, Sendable {
  /// By field in the order of the entities, the shortest ways first.
  public let copies: [DataCopy]

  public init(_ design: Design) {
    let stores = design.stores.map { store in
      (store: store, flows: design.flows.filter { $0.from == store.name })
    }
    let nodes = Dictionary(uniqueKeysWithValues: stores.map { ($0.store.name, $0) })
    let fields = design.entities.flatMap { entity in
      entity.fields.filter { $0.dataClass != .none }
        .map { FieldName(entity: entity.name, field: $0.name) }
    }
    copies = fields.flatMap { field in
      Self.copies(of: field, from: design.stores.filter { $0.holds.contains(field) }) { name in
        nodes[name].map { ($0.store, $0.flows) }
      }
    }
  }

  private struct State: Hashable {
    let store: String
    let form: DataForm
  }

  /// Breadth first, so that the first way to a state is a shortest one.
  private static func copies(
    of field: FieldName, from origins: [Store], _ node: (String) -> (Store, [Flow])?
  ) -> [DataCopy] {
    var copies = origins.map { store in
      DataCopy(
        field: field, form: DataForm(key: store.key), origin: store, flows: [], store: store)
    }
    var known = Set(copies.map { State(store: $0.store.name, form: $0.form) })
    var next = 0
    while next < copies.count {
      let copy = copies[next]
      next += 1
      for flow in node(copy.store.name)?.1 ?? [] where flow.carries(field) {
        guard let store = node(flow.to)?.0 else { continue }
        let form = copy.form.after(flow, into: store)
        guard known.insert(State(store: store.name, form: form)).inserted else { continue }
        copies.append(
          DataCopy(
            field: field, form: form, origin: copy.origin, flows: copy.flows + [flow],
            store: store))
      }
    }
    return copies
  }
}

extension Flow {
  /// Whether it takes a field along.
  public func carries(_ field: FieldName) -> Bool { fields?.contains(field) ?? true }
}
