import GeoModel

/// An item of a table at one replica: its value, and what led to it.
public struct TableItem: Equatable, Sendable {
  /// `nil` while there is no such item.
  public internal(set) var value: Int?
  /// For every client that wrote: its last write of which this value knows.
  ///
  /// A database does not keep all this. It lets a retried write be recognised, and lets tests and
  /// pictures say which writes are gone: those of one version that another does not cover.
  public internal(set) var writes: SortedMap<NodeID, Trail> = [:]

  /// A write that an item knows of.
  public struct Trail: Equatable, Sendable {
    /// Counts the requests of the client.
    public let number: Int
    /// What the item was just after it.
    public let value: Int?
  }

  func includes(_ write: TableRequest.ID) -> Bool {
    writes[write.client].map { $0.number >= write.number } ?? false
  }

  /// The answer to a write that the item includes, however much came after it.
  func answer(to write: TableRequest.ID) -> TableAnswer { .written(writes[write.client]?.value) }

  /// Whether everything that led to another version led to this one too.
  public func covers(_ other: TableItem) -> Bool {
    other.writes.entries.allSatisfy { client, trail in
      includes(TableRequest.ID(client: client, number: trail.number))
    }
  }

  /// The item after a write; `nil` when the write's condition does not hold.
  func applying(_ write: TableWrite, of id: TableRequest.ID) -> TableItem? {
    guard write.condition.holds(for: value) else { return nil }
    var item = self
    switch write.change {
    case .put(let value): item.value = value
    case .add(let amount): item.value = (value ?? 0) + amount
    }
    item.writes[id.client] = Trail(number: id.number, value: item.value)
    return item
  }
}

/// A change of one item, and the condition under which it is made.
public struct TableWrite: Equatable, Sendable {
  public enum Change: Equatable, Sendable {
    case put(Int)
    /// Beginning at 0 where there is no item.
    case add(Int)
  }

  public enum Condition: Equatable, Sendable {
    case always
    case absent
    case equals(Int?)

    func holds(for value: Int?) -> Bool {
      switch self {
      case .always: true
      case .absent: value == nil
      case .equals(let expected): value == expected
      }
    }
  }

  public var key: String
  public var change: Change
  public var condition: Condition

  public init(_ key: String, _ change: Change, if condition: Condition = .always) {
    self.key = key
    self.change = change
    self.condition = condition
  }
}
