import Content
import GeoModel

/// What a number measures.
enum Dimension: CaseIterable, Sendable {
  case duration, distance, ratio, rate, count

  /// A unit under all the names that learners give it; the first is the one that is shown.
  struct Unit: Equatable, Sendable {
    let names: [String]
    /// How many base units one of it is.
    let factor: Double
  }

  /// With its article, for sentences.
  var name: String {
    switch self {
    case .duration: "a time"
    case .distance: "a distance"
    case .ratio: "a ratio"
    case .rate: "a rate"
    case .count: "a whole number"
    }
  }

  /// How a number of this dimension is written.
  var usage: String {
    switch self {
    case .duration: "write a number and ns, µs, ms, s or min"
    case .distance: "write a number and km"
    case .ratio: "write a number, which may end in % or ×"
    case .rate: "write a number and /s"
    case .count: "write a whole number"
    }
  }

  /// In base units: milliseconds, kilometres, per second; a ratio and a count have no unit.
  var units: [Unit] {
    switch self {
    case .duration:
      [
        Unit(names: ["ns", "nanosecond", "nanoseconds"], factor: 1e-6),
        // The micro sign and the Greek letter look alike and are two characters.
        Unit(
          names: ["\u{B5}s", "\u{3BC}s", "us", "usec", "microsecond", "microseconds"],
          factor: 1e-3),
        Unit(names: ["ms", "msec", "msecs", "millisecond", "milliseconds"], factor: 1),
        Unit(names: ["s", "sec", "secs", "second", "seconds"], factor: 1e3),
        Unit(names: ["min", "mins", "minute", "minutes"], factor: 6e4),
        Unit(names: ["h", "hour", "hours"], factor: 36e5),
        Unit(names: ["d", "day", "days"], factor: 864e5),
        Unit(names: ["year", "years"], factor: 365 * 864e5),
      ]
    case .distance:
      [
        Unit(names: ["km", "kilometre", "kilometres", "kilometer", "kilometers"], factor: 1),
        Unit(names: ["m", "metre", "metres", "meter", "meters"], factor: 1e-3),
        Unit(names: ["mi", "mile", "miles"], factor: 1.609344),
      ]
    case .ratio:
      [
        Unit(names: ["×", "x", "times", ""], factor: 1),
        Unit(names: ["%", "percent"], factor: 0.01),
      ]
    case .rate:
      [Unit(names: ["/s", "per second", "per s", "a second"], factor: 1)]
    case .count: [Unit(names: [""], factor: 1)]
    }
  }

  /// What stands beside the field of an answer; empty where a number stands alone.
  var shownUnit: String { self == .duration ? "ms" : units[0].names[0] }

  /// The unit that a learner calls by a name.
  func unit(named name: String) -> Unit? {
    let name = name.lowercased()
    return units.first { $0.names.contains(name) }
  }
}

extension Quantity {
  /// The dimension and the number in its base unit; `nil` for regions and texts.
  var measure: (dimension: Dimension, value: Double)? {
    switch self {
    case .duration(let duration): (.duration, duration.milliseconds)
    case .distance(let kilometres): (.distance, kilometres)
    case .ratio(let ratio): (.ratio, ratio)
    case .share(let share): (.ratio, share)
    case .rate(let perSecond): (.rate, perSecond)
    case .count(let count): (.count, Double(count))
    case .regions, .contents: nil
    }
  }
}
