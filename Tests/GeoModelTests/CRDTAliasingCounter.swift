import GeoModel
import Synchronization

/// A right counter but for one thing: a replica that knows nothing yet takes over the very slots of
/// another one, and from then on both count in them.
struct AliasingCounter: Replicated {
  /// A class, since sharing is the fault that is shown.
  final class Slots: Sendable {
    let counts = Mutex(PNCounter())
  }

  /// Its own until another one is taken over.
  private var slots: Slots?

  var value: Int { count.value }

  private var count: PNCounter { slots?.counts.withLock { $0 } ?? PNCounter() }

  mutating func apply(_ update: PNCounter.Update, at replica: ReplicaID) {
    let slots = self.slots ?? Slots()
    slots.counts.withLock { $0.apply(update, at: replica) }
    self.slots = slots
  }

  mutating func merge(_ other: AliasingCounter) {
    guard let slots else { return slots = other.slots }
    let theirs = other.count
    slots.counts.withLock { $0.merge(theirs) }
  }

  static func == (left: AliasingCounter, right: AliasingCounter) -> Bool {
    left.count == right.count
  }
}
