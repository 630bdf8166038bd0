/// What ends the copies in a store of some kind.
///
/// - Cassandra hides a deleted row behind a tombstone, and removes both by a compaction after
///   `gc_grace_seconds` ("Tombstones", Apache Cassandra documentation).
/// - Redis frees the memory at once; the append-only or RDB file keeps the value until it is written
///   anew ("Redis persistence").
/// - Kafka cannot delete a record in place. A tombstone on a compacted topic takes effect once the
///   segment is closed and cleaned; a topic with a retention removes whole segments, so a record
///   outlives its retention by as much as a segment spans ("Topic configs", Apache Kafka).
/// - A CDN purges what has a tag, and an object store deletes, within seconds: nothing, here.
/// - PostgreSQL, ClickHouse and Lucene mark, and rewrite later; so does what a warehouse runs on.
/// - Logs and backups remove nothing but by age.
/// - A help desk looks at what other stores have, and keeps nothing.
public struct StoreRule: Equatable, Sendable {
  public let engine: Store.Engine
  public let times: StoreTimes

  public init(_ engine: Store.Engine, _ times: StoreTimes) {
    self.engine = engine
    self.times = times
  }

  init(_ store: Store) { self.init(store.engine, StoreTimes(store)) }

  /// Whether telling the store to delete one subject's data has any effect.
  public var canDelete: Bool {
    switch engine {
    case .log, .backup: false
    // Whoever names a retention does not compact.
    case .kafka: times.retention == nil
    case .cassandra, .postgres, .redis, .cdn, .clickhouse, .search, .objectStore, .support,
      .processor, .fulfilment:
      true
    }
  }

  /// The copies in the store, with every end that the store itself has for them.
  ///
  /// - Parameters:
  ///   - store: its name.
  ///   - deleted: when the store is told to delete; `nil` when nobody tells it.
  public func copies(in store: String, deleted: Duration?) -> [StoredCopy] {
    guard engine != .support else { return [] }
    let deleted = canDelete ? deleted : nil
    let data = StoredCopy(
      store: store, layer: .data, ends: deletion(deleted) + aged(times.retention))
    return [data] + file(in: store, deleted: deleted) + snapshots(in: store)
  }

  private func deletion(_ deleted: Duration?) -> [Death] {
    guard let deleted else { return [] }
    return switch engine {
    case .redis, .cdn, .objectStore: [Death(.deletion, at: deleted)]
    case .cassandra: [Death(.rewriting, at: deleted + times.gcGrace + times.rewrite)]
    case .kafka: [Death(.rewriting, at: deleted + times.segment + times.rewrite)]
    case .processor: [Death(.deletion, at: deleted + times.rewrite)]
    case .postgres, .clickhouse, .search, .fulfilment:
      [Death(.rewriting, at: deleted + times.rewrite)]
    case .log, .backup, .support: []
    }
  }

  /// Data that are written in the moment of the request reach the age last.
  private func aged(_ retention: Duration?) -> [Death] {
    guard let retention else { return [] }
    return switch engine {
    // An expired row becomes a tombstone.
    case .cassandra: [Death(.rewriting, at: retention + times.gcGrace + times.rewrite)]
    case .kafka: [Death(.retention, at: retention + times.segment)]
    case .postgres, .redis, .cdn, .clickhouse, .search, .log, .objectStore, .backup, .support,
      .processor, .fulfilment:
      [Death(.retention, at: retention)]
    }
  }

  /// The file of Redis loses a value only by being written anew after the memory has lost it.
  private func file(in store: String, deleted: Duration?) -> [StoredCopy] {
    guard engine == .redis else { return [] }
    let losses = [deleted, times.retention].compactMap(\.self)
    return [
      StoredCopy(
        store: store, layer: .file, ends: losses.map { Death(.rewriting, at: $0 + times.rewrite) })
    ]
  }

  private func snapshots(in store: String) -> [StoredCopy] {
    guard let kept = times.snapshots else { return [] }
    return [StoredCopy(store: store, layer: .snapshots, ends: [Death(.retention, at: kept)])]
  }
}
