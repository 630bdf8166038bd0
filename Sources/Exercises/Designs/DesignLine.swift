import Content
import GeoModel
import GeoSim

/// The verdict on one requirement.
package struct DesignLine: Equatable, Sendable {
  /// `orders-eu.rto`.
  package var id: String
  /// `orders-eu: RTO at most 60 s`.
  package var title: String
  /// What was measured at worst, and in what.
  package var measured: String
  /// How much is left to the limit; below zero where it is missed, `nil` where that is no time.
  package var margin: Duration?
  package var points: Int
  package var maxPoints: Int
  /// Where it was worst: what to play again.
  package var trouble: Trouble?
  /// The seed of the worst trial.
  package var seed: UInt64?
  package var misconception: ServiceMisconception?
  /// Names the misconception, and one step towards a design that passes.
  package var explanation: String?

  package var isMet: Bool { points == maxPoints }
}

extension Trouble {
  /// `the loss of eu-west-1`.
  package var name: String {
    switch self {
    case .none: "a quiet hour"
    case .loses(let region): "the loss of \(region)"
    case .losesBoth(let one, let other): "the loss of \(one) and \(other)"
    case .isolates(let region): "\(region) cut off for \(Self.text(Self.isolation))"
    case .pausesPrimary: "a primary paused for \(Self.text(Self.pause))"
    case .skewsClock: "a clock ahead by \(Self.text(Self.skew))"
    }
  }

  private static func text(_ duration: Duration) -> String { Quantity.duration(duration).text }
}
