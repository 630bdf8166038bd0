import HeapModule

/// The tickets of a run, the next one first.
///
/// Most runs have only some dozens of events ahead of them, and most events are planned behind
/// these. So the nearest tickets lie in their order in an array, where a late one finds its place
/// with few steps; a heap holds what is further away, however much it is.
@usableFromInline struct EventQueue: Sendable {
  /// In order, from `head` on; not empty while there is anything far away.
  @usableFromInline var near: [Ticket] = []
  /// So many of the near ones are done with; they are dropped together.
  @usableFromInline var head = 0
  /// What comes after all the near ones.
  @usableFromInline var far = Heap<Ticket>()

  @inlinable static var nearLimit: Int { 64 }

  @inlinable init() {}

  @inlinable var first: Ticket? { head < near.count ? near[head] : nil }

  /// Adds a ticket that was planned after all those at its time.
  @inlinable mutating func insert(_ ticket: Ticket) {
    if let start = far.min, start < ticket { return far.insert(ticket) }
    var position = near.count
    near.append(ticket)
    while position > head, ticket.time < near[position - 1].time {
      near[position] = near[position - 1]
      position -= 1
    }
    near[position] = ticket
    if near.count - head > Self.nearLimit { moveAway() }
  }

  /// Takes the first ticket away; there is one.
  @inlinable mutating func removeFirst() {
    head += 1
    if head == near.count || head == Self.nearLimit { comeNearer() }
  }

  /// Makes room by moving half of the near tickets to the far ones.
  @usableFromInline mutating func moveAway() {
    let moved = Self.nearLimit / 2
    far.insert(contentsOf: near.suffix(moved))
    near.removeLast(moved)
  }

  /// Drops what is done with, and brings tickets near when few are.
  @usableFromInline mutating func comeNearer() {
    near.removeFirst(head)
    head = 0
    while near.count < Self.nearLimit / 2, let next = far.popMin() {
      near.append(next)
    }
  }

  /// All tickets, in no particular order.
  var tickets: [Ticket] { near[head...] + far.unordered }

  /// Takes tickets out, wherever they are.
  ///
  /// - Returns: those that were taken out.
  mutating func remove(where isUnwanted: (Ticket) -> Bool) -> [Ticket] {
    let all = tickets.sorted()
    self = EventQueue()
    for ticket in all where !isUnwanted(ticket) { insert(ticket) }
    return all.filter(isUnwanted)
  }
}
