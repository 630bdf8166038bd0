import GeoModel

/// Ids that a program may stumble over.
enum CounterIDs {
  /// Pairs that look alike and are not.
  static let alike: [(ReplicaID, ReplicaID)] = [
    ("a", "A"), ("us-east", "US-EAST"), ("node-1", "node-10"), ("1", "01"), ("1", "1.0"),
    ("1", "-1"), ("", " "), ("A", "A "), ("\u{E9}", "e\u{301}"), ("ß", "ss"), ("null", ""),
    ("true", "True"), ("__proto__", "constructor"), ("A:B", "A"), ("A,B", "B"), ("a\nb", "a\\nb"),
    ("a\"b", "a'b"), ("P", "N"), ("Aa", "BB"),
    (ReplicaID(long + "a"), ReplicaID(long + "b")), ("🇫🇷", "🇩🇪"), ("日本", "日木"),
  ]

  static let odd: [ReplicaID] =
    alike.flatMap { [$0, $1] } + [
      ReplicaID(long), "hasOwnProperty", "None", "self", "0", "3.14", "tab\there", "a b", "{}", "$",
      "%s",
    ]

  private static let long = String(repeating: "x", count: 1_000)
}
