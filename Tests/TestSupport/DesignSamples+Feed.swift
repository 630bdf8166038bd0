extension DesignSamples {
  /// A right answer to task 3: everything at home, sealed with a key of each person.
  package static let rightFeed = """
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

  private static let entities = """
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
}
