/// The part of a long time in which something works: 99.9 %.
///
/// What is stored is the part in which it does not work, so that many nines lose no digits.
/// Everything that combines parts assumes that they fail independently; ``pairSharing(_:)`` is
/// the one that does not.
public struct Availability: Equatable, Sendable {
  /// 0 for what always works, 1 for what never does.
  public let unavailability: Double

  /// - Parameter unavailability: 0 to 1.
  public init(unavailability: Double) {
    precondition((0...1).contains(unavailability), "a part of the time is 0 to 1")
    self.unavailability = unavailability
  }

  /// - Parameter share: 0 to 1; 0.999 for three nines.
  public init(_ share: Double) {
    self.init(unavailability: 1 - share)
  }

  /// The availability of what works for `timeBetweenFailures` and is then repaired, on average:
  /// MTBF / (MTBF + MTTR).
  public init(timeBetweenFailures: Duration, timeToRepair: Duration) {
    precondition(timeBetweenFailures > .zero, "what never works has no time between failures")
    self.init(unavailability: timeToRepair / (timeBetweenFailures + timeToRepair))
  }

  /// 1 for what always works.
  public var share: Double { 1 - unavailability }

  /// How long it does not work in a span, to the microsecond.
  public func downtime(in span: Duration = .year) -> Duration {
    .microseconds((span / .microseconds(1) * unavailability).rounded())
  }
}

extension Availability: Comparable {
  public static func < (left: Availability, right: Availability) -> Bool {
    left.unavailability > right.unavailability
  }
}

extension Availability {
  /// The availability of a chain that needs every one of its parts; an empty chain always works.
  public static func series(_ parts: [Availability]) -> Availability {
    // 1 − Π(1 − u), summed up part by part so that small numbers are never taken from 1.
    let unavailability = parts.reduce(0.0) { $0 + $1.unavailability - $0 * $1.unavailability }
    return Availability(unavailability: min(1, unavailability))
  }

  /// The availability of parts of which one is enough, if they fail independently.
  public static func parallel(_ parts: [Availability]) -> Availability {
    atLeast(1, of: parts)
  }

  /// The availability of parts of which `needed` must work, if they fail independently.
  ///
  /// - Complexity: O(*n*²) for *n* parts, which may differ.
  public static func atLeast(_ needed: Int, of parts: [Availability]) -> Availability {
    guard needed > 0 else { return Availability(unavailability: 0) }
    // down[i]: how likely it is that exactly i of the parts seen so far do not work.
    var down = [1.0]
    for part in parts {
      let u = part.unavailability
      down = (0...down.count).map { failed in
        let stays = failed < down.count ? down[failed] * (1 - u) : 0
        return stays + (failed > 0 ? down[failed - 1] * u : 0)
      }
    }
    let tooMany = max(0, parts.count - needed + 1)
    return Availability(unavailability: min(1, down.dropFirst(tooMany).reduce(0, +)))
  }

  /// The availability of two such parts of which one is enough, when some causes stop both:
  /// the beta-factor model, *U* = *βu* + ((1 − *β*)*u*)².
  ///
  /// Fleming, "A reliability model for common mode failure in redundant safety systems", General
  /// Atomic GA-A13284, 1974. A bad release and an expired certificate are such causes.
  ///
  /// - Parameter common: the share of its failures that each part has in common, 0 to 1.
  public func pairSharing(_ common: Double) -> Availability {
    precondition((0...1).contains(common), "a share is 0 to 1")
    let own = (1 - common) * unavailability
    return Availability(unavailability: common * unavailability + own * own)
  }
}

extension Duration {
  /// A year of 365 days, as service levels count it.
  public static var year: Duration { .seconds(365 * 86_400) }
}
