/// In which forms a person's data lie in the stores of a design: in the clear, or under which keys.
///
/// Data spread along flows until nothing new arrives anywhere. A flow that copies bytes carries
/// ciphertext as it is; every other reads through the application, which decrypts.
struct StoredForms {
  /// A personal field, and the key that it is encrypted with; `nil` in the clear.
  private struct Item: Hashable {
    let field: FieldName
    let key: String?
  }

  private let design: Design
  /// In the order of the design's stores; in each in the order of arrival.
  private var items: [[Item]]

  init(_ design: Design) {
    self.design = design
    items = design.stores.map { store in
      store.holds.filter { design.dataClass(of: $0) != .none }
        .map { Item(field: $0, key: store.key) }
    }
    while spread() {}
  }

  /// The keys under which a store has data, `nil` for data in the clear; empty without personal data.
  func keys(in store: String) -> [String?] {
    guard let place = place(of: store) else { return [] }
    return items[place].map(\.key).reduce(into: []) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    }
  }

  private func place(of store: String) -> Int? {
    design.stores.firstIndex { $0.name == store }
  }

  /// - Returns: whether anything arrived that was not there; there are only so many items.
  private mutating func spread() -> Bool {
    var hasNews = false
    for flow in design.flows {
      guard let from = place(of: flow.from), let to = place(of: flow.to) else { continue }
      for item in items[from] where flow.fields?.contains(item.field) != false {
        guard let arrived = arrived(item, by: flow, in: design.stores[to]),
          !items[to].contains(arrived)
        else { continue }
        items[to].append(arrived)
        hasNews = true
      }
    }
    return hasNews
  }

  /// What becomes of an item on its way; `nil` when it is about nobody any more.
  private func arrived(_ item: Item, by flow: Flow, in store: Store) -> Item? {
    guard flow.transform.leavesPersonalData(leastGroup: design.leastGroup) else { return nil }
    return switch flow.transform {
    case .encrypt(let key): Item(field: item.field, key: key)
    case .none where flow.kind.copiesBytes && item.key != nil: item
    case .none, .pseudonymise, .aggregate: Item(field: item.field, key: store.key)
    }
  }
}

extension Flow.Transform {
  /// Whether what is left still relates to a person.
  ///
  /// - Parameter leastGroup: from how many people on a number tells nothing about one of them.
  public func leavesPersonalData(leastGroup: Int = 10) -> Bool {
    if case .aggregate(let size) = self { size < leastGroup } else { true }
  }
}
