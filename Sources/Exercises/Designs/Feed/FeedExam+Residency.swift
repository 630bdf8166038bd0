import Content
import GeoModel

/// 3.2: where are the data of European accounts, and on what grounds are copies elsewhere?
extension FeedExam {
  static let residency: [Requirement<FeedMeasurements>] = [
    Requirement(item: "3.2", name: "home", title: "European accounts live in the EEA", points: 1) {
      .home(under: "EEA", of: "European", in: $0.design)
    },
    Requirement(
      item: "3.2", name: "account", title: "The account decides, not the request", points: 1
    ) {
      .routing(in: $0.design)
    },
    Requirement(item: "3.2", name: "law", title: "Every transfer has a basis", points: 3) {
      .audit(
        $0.law.filter { !$0.rule.isAboutForm }, of: $0.design, in: $0.submission,
        passed: "Every copy outside the EEA has a basis that holds.")
    },
    Requirement(item: "3.2", name: "policy", title: "The strict policy is kept", points: 2) {
      .audit(
        $0.policy.filter { $0.rule != .keyedOnRequest }, of: $0.design, in: $0.submission,
        passed: "Nothing about European accounts leaves the EEA, and logs name nobody.")
    },
    Requirement(item: "3.2", name: "parts", title: "The feed still has its parts", points: 1) {
      parts(of: $0.design)
    },
    Requirement(
      item: "3.2", name: "reading", title: "A reader in the US loads a timeline", points: 2
    ) {
      reading($0)
    },
  ]

  private static func parts(of design: Design) -> Ruling {
    let copies = Reach(design).copies
    let missing = FeedPart.allCases.first { part in
      !copies.contains {
        part.engines.contains($0.store.engine) && part.fields.contains("\($0.field)")
      }
    }
    guard let missing else {
      return .pass("All \(FeedPart.allCases.count) parts of the feed get what they work on.")
    }
    return .fail(
      "Nothing reaches \(missing.rawValue) any more.",
      help: "what is left out cannot break a rule, and cannot serve anybody: keep "
        + missing.rawValue)
  }

  private static func reading(_ measured: FeedMeasurements) -> Ruling {
    let limit = Duration.seconds(1)
    let count = measured.design.populations.count
    let slowest = measured.readings.max { $0.roundTrip < $1.roundTrip }
    guard let slowest, measured.readings.count == count * count else {
      return .fail(
        "Somebody finds no text to read: no store that answers requests has it.",
        help: "a timeline is read from a database or a cache, not from a log or a backup")
    }
    let time = Quantity.duration(slowest.roundTrip).text
    guard slowest.roundTrip <= limit else {
      return .fail(
        "\(slowest.reader) waits \(time) for the texts of \(slowest.author).",
        help: "bring a copy nearer to the reader", measured: time,
        limit: "at most \(Quantity.duration(limit).text)")
    }
    return .pass(
      "The longest way is from \(slowest.from) to \(slowest.to): \(time) for a text of "
        + "\(slowest.author), fetched when it is read.",
      measured: time, limit: "at most \(Quantity.duration(limit).text)")
  }
}

extension ResidencyRule {
  /// Whether it is about what was done to data rather than where they are: that is item 3.4.
  var isAboutForm: Bool { self == .groupTooSmall || self == .calledAnonymous }
}

/// A part without which the feed would be another one.
enum FeedPart: String, CaseIterable {
  case profiles = "the database of profiles"
  case posts = "the database of posts"
  case timelines = "the cache of timelines"
  case edge = "the CDN"
  case search = "the search"
  case stream = "the event stream"
  case logs = "the logs"
  case backups = "the backups"

  /// What it may run on.
  var engines: [Store.Engine] {
    switch self {
    case .profiles, .posts: [.cassandra, .postgres, .objectStore]
    case .timelines: [.redis]
    case .edge: [.cdn]
    case .search: [.search]
    case .stream: [.kafka]
    case .logs: [.log]
    case .backups: [.backup]
    }
  }

  /// What it works on, any of them.
  var fields: [String] {
    switch self {
    case .profiles: ["user.handle"]
    case .posts, .timelines, .search, .stream, .backups: ["tweet.text"]
    case .edge: ["tweet.media"]
    case .logs: ["user.handle", "user.email", "device.ip-address", "device.device-id"]
    }
  }
}
