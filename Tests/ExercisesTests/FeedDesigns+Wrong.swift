extension FeedDesigns {
  static let wrong: [Wrong] = [
    Wrong(
      name: "only what names somebody is personal",
      edits: [
        ("ip-address: personal, device-id: personal", "ip-address: none, device-id: none")
      ], requirement: "3.1-traces", misconception: "only-contact-data", says: "IP address"),
    Wrong(
      name: "public texts are about nobody",
      edits: [
        (
          "text: personal, media: personal, posted-at: personal",
          "text: none, media: none, posted-at: none"
        )
      ], requirement: "3.1-content", misconception: "public-is-not-personal",
      says: "public is not anonymous"),
    Wrong(
      name: "hashed ids are anonymous",
      edits: [
        ("hashed-user-id: personal, page: personal", "hashed-user-id: none, page: none")
      ], requirement: "3.1-pseudonyms", misconception: "hashed-is-anonymous",
      says: "put the names back"),
    Wrong(
      name: "counts are personal",
      edits: [
        (
          "metric:\n    fields: {views-per-day: none}",
          "metric:\n    subject: user\n    fields: {views-per-day: personal}"
        )
      ],
      requirement: "3.1-counts", misconception: "all-is-personal", says: "relates to nobody"),
    Wrong(
      name: "London is in the EU",
      edits: [("[eu-central-1, eu-west-1]", "[eu-central-1, eu-west-2]")],
      requirement: "3.2-home", misconception: "region-name-taken-for-eu", says: "eu-west-2"),
    Wrong(
      name: "Zurich is in the EU", edits: [("[eu-central-1, eu-west-1]", "[eu-central-2]")],
      requirement: "3.2-home", misconception: "region-name-taken-for-eu", says: "Switzerland"),
    Wrong(
      name: "DNS keeps Europeans in Europe", edits: [("routing: account", "routing: geo-dns")],
      requirement: "3.2-account", misconception: "keyed-on-request", says: "happens to be"),
    Wrong(
      name: "a cache in the US without a basis",
      edits: [
        (
          "timelines: {engine: redis, regions: home",
          "timelines: {engine: redis, regions: [home, us-east-1]"
        )
      ], requirement: "3.2-law", misconception: "transfer-without-basis",
      says: "timelines in us-east-1"),
    Wrong(
      name: "a cache in the US on consent",
      edits: [
        (
          "timelines: {engine: redis, regions: home",
          "timelines: {engine: redis, regions: [home, us-east-1]"
        ),
        ("keys:", "bases:\n  us-east-1: consent\nkeys:"),
      ], requirement: "3.2-law", misconception: "consent-as-basis", says: "consent"),
    Wrong(
      name: "a lawful cache in the US under the strict policy",
      edits: [
        (
          "timelines: {engine: redis, regions: home",
          "timelines: {engine: redis, regions: [home, us-east-1]"
        ),
        ("keys:", "bases:\n  us-east-1: dpf\nkeys:"),
      ], requirement: "3.2-policy", misconception: "outside-eea", says: "us-east-1"),
    Wrong(
      name: "addresses of devices in the logs",
      edits: [
        ("fields: [device.device-id], transform: pseudonymise", "fields: [user.email]")
      ], requirement: "3.2-policy", misconception: "personal-data-in-logs", says: "logs"),
    Wrong(
      name: "no cache at all",
      edits: [
        ("  - {from: posts, to: timelines, kind: cache, fields: [tweet.text]}\n", ""),
        ("ttl: 1 h}", "ttl: 1 h, holds: [metric]}"),
      ], requirement: "3.2-parts", misconception: nil, says: "the cache of timelines"),
    Wrong(
      name: "Kafka deletes one record",
      edits: [
        ("holds: [visit], retention: 3 d", "holds: [visit]"),
        ("- delete finder", "- delete finder\n  - ledger"),
      ], requirement: "3.3-dies", misconception: "kafka-deletes-in-place", says: "events"),
    Wrong(
      name: "the stream keeps everything for a year",
      edits: [("retention: 3 d", "retention: 365 d")],
      requirement: "3.3-deadline", misconception: nil, says: "events"),
    Wrong(
      name: "the search is forgotten", edits: [("  - delete finder\n", "")],
      requirement: "3.3-dies", misconception: nil, says: "finder"),
    Wrong(
      name: "posts are kept because we like them",
      edits: [("- delete posts", "- keep posts history")],
      requirement: "3.3-kept", misconception: nil, says: "posts"),
    Wrong(
      name: "a row in the clear comes back",
      edits: [
        (
          "holds: [tweet, message, relation], key: user-key, gc-grace: 10 d, repair: 7 d",
          "holds: [tweet, message, relation], gc-grace: 10 d"
        )
      ], requirement: "3.3-replica", misconception: "delete-is-immediate", says: "posts"),
    Wrong(
      name: "no ledger, and backups in the clear",
      edits: [
        ("  - ledger\n", ""), ("holds: [user, device], key: user-key", "holds: [user, device]"),
      ], requirement: "3.3-restore", misconception: "restore", says: "restored"),
    Wrong(
      name: "groups of five", edits: [("aggregate 50", "aggregate 5")],
      requirement: "3.4-form", misconception: "group-too-small", says: "groups of 5"),
    Wrong(
      name: "hashed rows called anonymous",
      edits: [
        ("transform: aggregate 50", "transform: pseudonymise"),
        ("keys:", "bases:\n  warehouse: anonymous\nkeys:"),
        ("- delete finder", "- delete finder\n  - delete warehouse"),
      ], requirement: "3.4-form", misconception: "called-anonymous", says: "warehouse"),
    Wrong(
      name: "no numbers at all",
      edits: [
        ("  - {from: events, to: warehouse, kind: export, transform: aggregate 50}\n", "")
      ], requirement: "3.4-fed", misconception: "no-analytics-at-all", says: "warehouse"),
    Wrong(
      name: "rows of the erased stay in the warehouse", edits: [("aggregate 50", "pseudonymise")],
      requirement: "3.4-reach", misconception: "analytics-is-exempt", says: "warehouse"),
    Wrong(
      name: "one key for a region",
      edits: [("user-key: {scope: subject", "user-key: {scope: region")],
      requirement: "3.5-others", misconception: "regional-key", says: "everybody's"),
    Wrong(
      name: "keys are backed up for a year", edits: [("backup: none", "backup: 365 d")],
      requirement: "3.5-opens", misconception: "key-backup", says: "still open"),
    Wrong(
      name: "no key dies", edits: [("  - destroy user-key\n", "")],
      requirement: "3.5-opens", misconception: nil, says: "destroys no key"),
    Wrong(
      name: "backups in the clear",
      edits: [
        ("holds: [user, device], key: user-key", "holds: [user, device]")
      ], requirement: "3.5-sealed", misconception: nil, says: "snapshots"),
  ]
}
