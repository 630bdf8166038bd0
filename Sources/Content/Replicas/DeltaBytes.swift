import GeoModel

/// What it takes to tell a peer of one addition to a set that both had before.
package struct DeltaBytes: Equatable, Sendable {
  /// Of the whole state, encoded.
  package let whole: Int
  /// Of the delta that the peer lacks, encoded.
  package let delta: Int

  /// - Parameter items: how many both had.
  package init(items: Int) {
    let known = Self.set(of: items, at: "A")
    var state = known
    state.apply(.add(Self.item(items)), at: "A")
    whole = state.encodedBytes.count
    delta = state.difference(from: known).encodedBytes.count
  }

  /// A set to which one replica has added so many items.
  package static func set(of items: Int, at replica: ReplicaID) -> ORSet<String> {
    (0..<items).reduce(into: ORSet()) { $0.apply(.add(item($1)), at: replica) }
  }

  /// The name of an item, by its number from 0: `item-1`.
  package static func item(_ number: Int) -> String { "item-\(number + 1)" }
}
