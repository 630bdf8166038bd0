extension Reach {
  /// The keys under which a store has personal data, `nil` for data in the clear; empty where it has
  /// none.
  ///
  /// - Parameter leastGroup: from how many people on a number tells nothing about one of them.
  func keys(in store: String, leastGroup: Int) -> [String?] {
    copies.filter { $0.store.name == store && $0.form.group < leastGroup }.map(\.form.key)
      .reduce(into: []) { keys, key in
        if !keys.contains(key) { keys.append(key) }
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
