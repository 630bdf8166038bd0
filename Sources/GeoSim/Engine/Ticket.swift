/// When something happens, and what.
///
/// Two words, so that the queue moves and compares little.
@usableFromInline struct Ticket: Comparable, Sendable {
  @usableFromInline enum Kind: UInt64, Sendable { case start, fault, deliver, lose, remind }

  @usableFromInline let time: Instant
  /// The number of the ticket in the upper 40 bits, then 3 bits for the kind and 21 for the place.
  @usableFromInline let order: UInt64

  @inlinable static var placeLimit: Int { 1 << 21 }

  /// - Parameters:
  ///   - number: of what happens at one time, the lowest comes first.
  ///   - place: the position of what happens among the nodes, the faults or the envelopes.
  @inlinable init(time: Instant, number: Int, kind: Kind, place: Int) {
    self.time = time
    order = UInt64(number) << 24 | kind.rawValue << 21 | UInt64(place)
  }

  /// The bits of a kind were put there by `init`; others cannot be met.
  @inlinable var kind: Kind { Kind(rawValue: order >> 21 & 0b111) ?? .remind }
  @inlinable var place: Int { Int(order) & (Self.placeLimit - 1) }

  @inlinable static func < (left: Ticket, right: Ticket) -> Bool {
    left.time == right.time ? left.order < right.order : left.time < right.time
  }
}
