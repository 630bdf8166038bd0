extension Design {
  /// When nobody can have a key any more, counted from the request; `nil` when that never happens.
  ///
  /// A key that is destroyed lives on in backups of the keys for as long as they are kept, in a key
  /// service for as long as it waits before it destroys, and after that in the memory of servers. A
  /// key is also gone when the key that wraps it is.
  public func death(ofKey name: String) -> Duration? {
    death(ofKey: name, below: [])
  }

  /// - Parameter below: the keys that this one wraps, so that a ring of them ends.
  private func death(ofKey name: String, below: [String]) -> Duration? {
    guard let key = key(named: name), !below.contains(name) else { return nil }
    let cache = key.cache ?? .zero
    let own =
      erasure.contains(.destroy(key: name))
      ? max(key.backup ?? .zero, key.deletionWait ?? .zero) + cache : nil
    let wrapping = key.wrappedBy.flatMap { death(ofKey: $0, below: below + [name]) }
    return [own, wrapping.map { $0 + cache }].compactMap(\.self).min()
  }
}
