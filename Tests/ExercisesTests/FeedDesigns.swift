import Testing

/// Designs for task 3: right ones of different kinds, and wrong ones that differ from the first in
/// one thing.
enum FeedDesigns {
  /// Everything at home, sealed with a key of each person.
  static let sealed = """
    topology: aws-2025
    policy: strict-eu
    accounts:
      eu: {jurisdiction: EEA, home: [eu-central-1, eu-west-1]}
      us: {jurisdiction: US, home: us-east-1}
    routing: account
    \(entities)
    stores:
      profiles: {engine: postgres, regions: home, holds: [user, device], key: user-key}
      posts: {engine: cassandra, regions: home, holds: [tweet, message, relation], key: user-key, gc-grace: 10 d, repair: 7 d}
      timelines: {engine: redis, regions: home, ttl: 1 h}
      edge: {engine: cdn, regions: home, ttl: 10 min}
      finder: {engine: search, regions: home}
      events: {engine: kafka, regions: home, holds: [visit], retention: 3 d}
      logs: {engine: log, regions: home, retention: 14 d}
      warehouse: {engine: clickhouse, regions: eu-central-1, holds: [metric]}
      snapshots: {engine: backup, regions: home, retention: 35 d}
    flows:
      - {from: posts, to: timelines, kind: cache, fields: [tweet.text]}
      - {from: posts, to: edge, kind: cache, fields: [tweet.media]}
      - {from: posts, to: finder, kind: export, fields: [tweet.text]}
      - {from: posts, to: events, kind: cdc, fields: [tweet.text, tweet.posted-at]}
      - {from: profiles, to: logs, kind: log, fields: [device.device-id], transform: pseudonymise}
      - {from: events, to: warehouse, kind: export, transform: aggregate 50}
      - {from: profiles, to: snapshots, kind: backup}
      - {from: posts, to: snapshots, kind: backup}
    keys:
      user-key: {scope: subject, regions: home, wrapped-by: eu-kms, cache: 5 min, backup: none}
      eu-kms: {scope: region, regions: home, deletion-wait: 7 d}
    erasure:
      - ledger
      - delete profiles
      - delete posts
      - purge timelines
      - purge edge
      - delete finder
      - destroy user-key

    """

  static let entities = """
    entities:
      user:
        subject: user
        fields: {handle: personal, name: personal, email: personal, phone: personal, location: personal}
      device:
        subject: user
        fields: {ip-address: personal, device-id: personal}
      tweet:
        subject: user
        fields: {text: personal, media: personal, posted-at: personal}
      message:
        subject: user
        fields: {text: special}
      relation:
        subject: user
        fields: {follows: special, likes: special}
      visit:
        subject: user
        fields: {hashed-user-id: personal, page: personal}
      metric:
        fields: {views-per-day: none}
    """

  /// Rows about visits reach the warehouse as what they are, and are deleted there; the stream is
  /// encrypted, and so may keep what it has; one region of the EEA that is not in the EU.
  static let rows = sealed.edited([
    ("eu-central-1, eu-west-1", "eu-west-3"),
    ("holds: [visit], retention: 3 d", "holds: [visit], key: user-key, retention: 90 d"),
    ("transform: aggregate 50", "transform: pseudonymise"),
    ("regions: eu-central-1, holds: [metric]", "regions: eu-west-3, holds: [metric]"),
    ("- delete finder", "- delete finder\n  - delete warehouse"),
  ])

  /// One database for both, no rows of messages in caches, and long grace instead of repairs.
  static let oneDatabase = sealed.edited([
    (
      "engine: postgres, regions: home, holds: [user, device], key: user-key",
      "engine: cassandra, regions: home, holds: [user, device], key: user-key, gc-grace: 20 d, repair: 2 d"
    ),
    ("gc-grace: 10 d, repair: 7 d", "gc-grace: 20 d, repair: 2 d"),
    ("aggregate 50", "aggregate 200"),
    ("retention: 35 d", "retention: 25 d"),
    (
      "engine: redis, regions: home, ttl: 1 h",
      "engine: redis, regions: home, key: user-key, ttl: 1 d"
    ),
  ])

  /// A mistake: how it differs, the requirement that fails first, and what it is called.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let name: String
    let edits: [(String, String)]
    let requirement: String
    let misconception: String?
    let says: String

    var testDescription: String { name }
    var text: String { sealed.edited(edits) }
  }
}

extension String {
  /// The text with each piece put in the place of another, which must be there.
  func edited(_ edits: [(String, String)]) -> String {
    edits.reduce(self) { text, edit in
      precondition(text.contains(edit.0), "nothing reads '\(edit.0)'")
      return text.replacing(edit.0, with: edit.1)
    }
  }
}
