import GeoModel

/// One step of a history that can be played with any kind of replicated text.
enum TextStep {
  /// At a place that is taken modulo the room there is.
  case insert(at: Int, replica: Int, count: Int = 1)
  case delete(at: Int, replica: Int, count: Int = 1)
  case merge(from: Int, into: Int)
  /// Puts a copy of a replica aside.
  case keep(replica: Int)
  /// Merges one of the copies that were put aside.
  case redeliver(copy: Int, into: Int)

  /// Many steps of a few replicas, the same for the same seed.
  static func random(_ count: Int, replicas: Int, seed: UInt64) -> [TextStep] {
    var dice = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let place = dice.integer(in: 0...1_000_000)
      let replica = dice.integer(in: 0...(replicas - 1))
      switch dice.integer(in: 0...9) {
      case 0...4:
        return .insert(at: place, replica: replica, count: dice.integer(in: 1...4))
      case 5, 6: return .delete(at: place, replica: replica, count: dice.integer(in: 1...4))
      case 7: return .merge(from: dice.integer(in: 0...(replicas - 1)), into: replica)
      case 8: return .keep(replica: replica)
      default: return .redeliver(copy: place, into: replica)
      }
    }
  }
}
