/// A place in which a design keeps data, or from which people or another company look at them.
public struct Store: Equatable, Sendable {
  /// What it runs on; each forgets in its own way.
  public enum Engine: String, CaseIterable, Sendable {
    case cassandra, postgres, redis, cdn, kafka, clickhouse, search, log
    case objectStore = "object-store"
    /// Snapshots and other copies that are restored only after a loss.
    case backup
    /// People of a help desk, who see data where they sit.
    case support
    /// The service of another company that works for us (GDPR, article 28).
    case processor
    /// People who pack goods, and the system that tells them what to send to whom.
    case fulfilment
  }

  /// Whether another company runs it for us, and on what terms.
  public enum Contract: String, CaseIterable, Sendable {
    /// With the contract that article 28 of the GDPR asks for.
    case signed
    case none
  }

  public var name: String
  public var engine: Engine
  public var placement: Placement
  /// The fields that the application itself writes there; what flows bring comes on top.
  public var holds: [FieldName] = []
  /// The key that it encrypts with before anything is written.
  public var key: String?
  /// `nil` where we run it ourselves.
  public var contract: Contract?

  /// How long a row is kept in a store that forgets by itself; `nil` for without end.
  public var ttl: Duration?
  /// How long a log, a topic or a backup is kept; `nil` for without end.
  public var retention: Duration?
  /// How long a tombstone is kept (Cassandra: `gc_grace_seconds`).
  public var gcGrace: Duration?
  /// How often the replicas are repaired; `nil` for never.
  public var repair: Duration?
  /// How long snapshots on its own disks are kept; `nil` where there are none.
  public var snapshots: Duration?
  /// How long a topic writes into one segment (Kafka: `segment.ms`).
  public var segment: Duration?
  /// How long it takes until files with deleted data are written anew; `nil` for what is usual.
  public var rewrite: Duration?

  public init(name: String, engine: Engine, placement: Placement) {
    self.name = name
    self.engine = engine
    self.placement = placement
  }
}
