/// How long a store takes over what it does with data that should be gone.
///
/// Few engines overwrite anything in place: they mark data as deleted and write their files anew
/// later. The defaults are those of the engines' documentation, or an assumption where an engine
/// promises no time.
public struct StoreTimes: Equatable, Sendable {
  /// How long Cassandra keeps a tombstone before compaction may drop it: `gc_grace_seconds`.
  public var gcGrace = Duration.days(10)
  /// For how long Cassandra keeps what a replica that is away has missed: `max_hint_window`.
  public var hints = Duration.hours(3)
  /// From one repair of all Cassandra replicas to the next; `nil` without repairs.
  public var repair: Duration?
  /// How long snapshots on the store's own disks are kept; `nil` without snapshots.
  public var snapshots: Duration?
  /// Until files with deleted data have been written anew: compaction in Cassandra, Kafka and a
  /// search index, `VACUUM` in PostgreSQL, a mutation in ClickHouse, a rewritten AOF or a new RDB
  /// file in Redis; for a processor, until it has done as it was told. Assumed, since no engine
  /// promises a time.
  public var rewrite: Duration
  /// The longest time until a Kafka segment is closed, before which nothing in it is compacted or
  /// removed: `segment.ms`.
  public var segment = Duration.days(7)
  /// The age at which the store removes everything; `nil` where it removes nothing by age.
  public var retention: Duration?

  public init(
    _ engine: Store.Engine, rewrite: Duration? = nil, repair: Duration? = nil,
    snapshots: Duration? = nil, retention: Duration? = nil
  ) {
    self.rewrite = rewrite ?? Self.usualRewrite(engine)
    self.repair = repair
    self.snapshots = snapshots
    self.retention = retention
  }

  /// What a design says of a store, and the usual where it says nothing.
  public init(_ store: Store) {
    self.init(
      store.engine, rewrite: store.rewrite, repair: store.repair, snapshots: store.snapshots,
      retention: [store.retention, store.ttl].compactMap(\.self).min())
    gcGrace = store.gcGrace ?? gcGrace
    segment = store.segment ?? segment
  }

  private static func usualRewrite(_ engine: Store.Engine) -> Duration {
    engine == .processor ? .days(30) : .days(1)
  }
}
