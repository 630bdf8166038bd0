import GeoModel

extension TaskField {
  /// The fields of the feed of task 3.
  static let feed = [
    TaskField("user.handle", [.personal], "A handle singles out one person."),
    TaskField("user.name", [.personal], "A name is the plainest personal datum."),
    TaskField("user.email", [.personal], "An address for mail reaches one person."),
    TaskField("user.phone", [.personal], "A number for calls reaches one person."),
    TaskField(
      "user.location", [.personal], "Article 4(1) names location data.",
      misconception: "only-contact-data"),
    TaskField(
      "device.ip-address", [.personal],
      "An IP address is personal for whoever can lawfully learn whose it was (Breyer, C-582/14).",
      misconception: "only-contact-data"),
    TaskField(
      "device.device-id", [.personal], "An identifier of a device singles out who carries it.",
      misconception: "only-contact-data"),
    TaskField(
      "tweet.text", [.personal, .special],
      "What somebody says relates to him, published or not: public is not anonymous.",
      misconception: "public-is-not-personal"),
    TaskField(
      "tweet.media", [.personal, .special],
      "A picture relates to who posted it and to who is in it: public is not anonymous.",
      misconception: "public-is-not-personal"),
    TaskField(
      "tweet.posted-at", [.personal], "When somebody was awake and at a screen relates to him.",
      misconception: "public-is-not-personal"),
    TaskField("message.text", [.personal, .special], "A private message relates to both ends."),
    TaskField(
      "relation.follows", [.special, .personal],
      "Whom somebody follows relates to him, and may reveal opinions and beliefs (article 9).",
      misconception: "public-is-not-personal"),
    TaskField(
      "relation.likes", [.special, .personal],
      "What somebody likes relates to him, and may reveal opinions and beliefs (article 9).",
      misconception: "public-is-not-personal"),
    TaskField(
      "visit.hashed-user-id", [.personal],
      "Whoever hashes the ids of all users again can put the names back (article 4(5)).",
      misconception: "hashed-is-anonymous"),
    TaskField(
      "visit.page", [.personal], "The row says which page one user read, whatever he is called.",
      misconception: "hashed-is-anonymous"),
    TaskField(
      "metric.views-per-day", [.none],
      "A count over everybody relates to nobody (recital 26).", misconception: "all-is-personal"),
  ]
}
