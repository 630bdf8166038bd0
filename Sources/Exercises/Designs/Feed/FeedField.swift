import GeoModel

/// A field of the feed, and what kind of data it is.
///
/// The classes are facts of the law, not of the model: personal data are any information relating to
/// an identified or identifiable person (GDPR, article 4(1)).
struct FeedField: Sendable {
  let name: FieldName
  /// The first is the usual one; another one can be argued for as well.
  let classes: [DataClass]
  /// Why, as a sentence for who took it for something else.
  let because: String
  /// The name of the mistake that people make here.
  let misconception: String?

  private init(
    _ name: String, _ classes: [DataClass], _ because: String, misconception: String? = nil
  ) {
    let parts = name.split(separator: ".").map(String.init)
    self.name = FieldName(entity: parts[0], field: parts[1])
    self.classes = classes
    self.because = because
    self.misconception = misconception
  }

  static let all = [
    FeedField("user.handle", [.personal], "A handle singles out one person."),
    FeedField("user.name", [.personal], "A name is the plainest personal datum."),
    FeedField("user.email", [.personal], "An address for mail reaches one person."),
    FeedField("user.phone", [.personal], "A number for calls reaches one person."),
    FeedField(
      "user.location", [.personal], "Article 4(1) names location data.",
      misconception: "only-contact-data"),
    FeedField(
      "device.ip-address", [.personal],
      "An IP address is personal for whoever can lawfully learn whose it was (Breyer, C-582/14).",
      misconception: "only-contact-data"),
    FeedField(
      "device.device-id", [.personal], "An identifier of a device singles out who carries it.",
      misconception: "only-contact-data"),
    FeedField(
      "tweet.text", [.personal, .special],
      "What somebody says relates to him, published or not: public is not anonymous.",
      misconception: "public-is-not-personal"),
    FeedField(
      "tweet.media", [.personal, .special],
      "A picture relates to who posted it and to who is in it: public is not anonymous.",
      misconception: "public-is-not-personal"),
    FeedField(
      "tweet.posted-at", [.personal], "When somebody was awake and at a screen relates to him.",
      misconception: "public-is-not-personal"),
    FeedField("message.text", [.personal, .special], "A private message relates to both ends."),
    FeedField(
      "relation.follows", [.special, .personal],
      "Whom somebody follows relates to him, and may reveal opinions and beliefs (article 9).",
      misconception: "public-is-not-personal"),
    FeedField(
      "relation.likes", [.special, .personal],
      "What somebody likes relates to him, and may reveal opinions and beliefs (article 9).",
      misconception: "public-is-not-personal"),
    FeedField(
      "visit.hashed-user-id", [.personal],
      "Whoever hashes the ids of all users again can put the names back (article 4(5)).",
      misconception: "hashed-is-anonymous"),
    FeedField(
      "visit.page", [.personal], "The row says which page one user read, whatever he is called.",
      misconception: "hashed-is-anonymous"),
    FeedField(
      "metric.views-per-day", [.none],
      "A count over everybody relates to nobody (recital 26).", misconception: "all-is-personal"),
  ]
}

extension Design {
  /// The design with every known field as what it is, whatever the file says of it.
  ///
  /// A class that can be argued for stays. What a learner overlooks is audited all the same.
  var trulyClassified: Design {
    var design = self
    for field in FeedField.all where !field.classes.contains(dataClass(of: field.name)) {
      design.classify(field.name, as: field.classes[0])
    }
    return design
  }

  private mutating func classify(_ name: FieldName, as dataClass: DataClass) {
    guard let entity = entities.firstIndex(where: { $0.name == name.entity }),
      let field = entities[entity].fields.firstIndex(where: { $0.name == name.field })
    else { return }
    entities[entity].fields[field].dataClass = dataClass
  }

  /// Whether there is such a field at all.
  func has(_ name: FieldName) -> Bool {
    entities.contains { entity in
      entity.name == name.entity && entity.fields.contains { $0.name == name.field }
    }
  }
}
