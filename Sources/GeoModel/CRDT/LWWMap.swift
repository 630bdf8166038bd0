/// Contents by key, each key a register whose last write wins; a removal is a write as well.
///
/// Of two concurrent writes to one key the map loses one, and of a removal and a concurrent write
/// whichever the clocks say is earlier. A removed key leaves its last write behind, as a tombstone.
/// Cells of Cassandra and items of DynamoDB's global tables merge like this.
public struct LWWMap<Key: Comparable & Sendable, Content: Equatable & Sendable>: Replicated {
  /// A key whose register holds `nil` was removed.
  public private(set) var registers: SortedMap<Key, LWWRegister<Content?>> = [:]

  public init() {}

  @usableFromInline init(registers: SortedMap<Key, LWWRegister<Content?>>) {
    self.registers = registers
  }

  public enum Update: Sendable {
    case set(Content, for: Key, time: Int)
    case remove(Key, time: Int)
  }

  /// The contents that are there.
  public var value: SortedMap<Key, Content> {
    SortedMap(
      registers.entries.compactMap { key, register in
        register.write?.content.map { (key, $0) }
      })
  }

  public subscript(key: Key) -> Content? { registers[key]?.write?.content }

  public mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .set(let content, let key, let time): write(content, for: key, time, at: replica)
    case .remove(let key, let time): write(nil, for: key, time, at: replica)
    }
  }

  private mutating func write(_ content: Content?, for key: Key, _ time: Int, at id: ReplicaID) {
    registers[key, default: LWWRegister()].apply(.set(content, time: time), at: id)
  }

  @inlinable public mutating func merge(_ other: LWWMap) {
    var merged = registers
    merged.merge(other.registers) { $0.merged(with: $1) }
    self = LWWMap(registers: merged)
  }
}

extension LWWMap.Update: Equatable {}
