import GeoModel

/// A store that is played hour by hour: it knows what it was told and how old things are, and does
/// at every hour what its engine does at that hour. It knows no formula.
struct StorePlay {
  let engine: Store.Engine
  /// In hours.
  let grace: Int
  let rewrite: Int
  let segment: Int
  let retention: Int?
  let isDeleted: Bool

  private var tombstoneAge: Int?
  private var expiredFor: Int?
  private var unreferencedFor: Int?
  private var closedFor: Int?
  private var inMemory = true
  private var inFile: Bool

  init(
    _ engine: Store.Engine, grace: Int, rewrite: Int, segment: Int, retention: Int?,
    isDeleted: Bool
  ) {
    self.engine = engine
    self.grace = grace
    self.rewrite = rewrite
    self.segment = segment
    self.retention = retention
    self.isDeleted = isDeleted
    inFile = engine == .redis
  }

  /// The first hour at which nothing is left; `nil` when something is after so many hours.
  mutating func end(within hours: Int) -> Int? {
    for hour in 0...hours {
      pass(hour)
      if !inMemory, !inFile { return hour }
    }
    return nil
  }

  private mutating func pass(_ hour: Int) {
    let isOld = retention.map { hour >= $0 } ?? false
    switch engine {
    case .cassandra: passCassandra(hour, isOld)
    case .kafka: passKafka(hour)
    case .redis: passRedis(hour, isOld)
    case .cdn, .objectStore: if isDeleted || isOld { inMemory = false }
    case .log, .backup: if isOld { inMemory = false }
    default: passRewriting(hour, isOld)
    }
  }

  /// A tombstone is written by a deletion or by an expiry, ages, and is compacted.
  private mutating func passCassandra(_ hour: Int, _ isOld: Bool) {
    if let age = tombstoneAge {
      tombstoneAge = age + 1
    } else if isDeleted || isOld {
      tombstoneAge = 0
    }
    guard let age = tombstoneAge, age >= grace else { return }
    expiredFor = expiredFor.map { $0 + 1 } ?? 0
    if expiredFor == rewrite { inMemory = false }
  }

  private mutating func passKafka(_ hour: Int) {
    guard hour >= segment else { return }
    closedFor = closedFor.map { $0 + 1 } ?? 0
    let isCompacted = retention == nil
    if isCompacted, isDeleted, closedFor == rewrite { inMemory = false }
    if !isCompacted, closedFor == retention { inMemory = false }
  }

  private mutating func passRedis(_ hour: Int, _ isOld: Bool) {
    if inMemory {
      inMemory = !isDeleted && !isOld
      unreferencedFor = inMemory ? nil : 0
    } else {
      unreferencedFor = unreferencedFor.map { $0 + 1 }
    }
    if unreferencedFor == rewrite { inFile = false }
  }

  private mutating func passRewriting(_ hour: Int, _ isOld: Bool) {
    if isDeleted { unreferencedFor = unreferencedFor.map { $0 + 1 } ?? 0 }
    if isOld || unreferencedFor == rewrite { inMemory = false }
  }
}
