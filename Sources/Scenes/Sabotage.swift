import Content
import GeoModel

/// What a learner can do to a running picture by a key, at the moment of the playhead.
///
/// A fault is one more entry of the directive's argument `incident`, so that the run with it is
/// staged like any other, and undoing it is the directive of before.
package enum Sabotage: Character, CaseIterable, Sendable {
  case kill = "x"
  case cut = "c"
  case pause = "p"
  case slow = "l"
  case skew = "k"

  /// For the help.
  package var meaning: String {
    switch self {
    case .kill: "kill the region, or bring it back"
    case .cut: "cut it off from everybody, or join it again"
    case .pause: "pause its process, or let it go on"
    case .slow: "slow its links ten times, or mend them"
    case .skew: "set its clock half a second ahead"
    }
  }

  /// The directive in which it happens at a moment; what holds already is mended instead.
  ///
  /// - Parameter others: the regions at the other ends of its links.
  package func applied(
    to directive: Directive, region: RegionID, others: [RegionID], at time: Duration
  ) -> Directive {
    let milliseconds = Int(time.milliseconds.rounded())
    let isBroken = holds(in: directive, for: region, at: milliseconds)
    return entries(region, others, isMending: isBroken).reduce(directive) {
      $0.adding("\(milliseconds) ms \($1)", to: "incident")
    }
  }

  /// The words for breaking and for mending.
  private var words: (breaking: String, mending: String) {
    switch self {
    case .kill: ("crash", "recover")
    case .cut: ("isolate", "rejoin")
    case .pause: ("pause", "resume")
    case .slow: ("slow", "slow")
    case .skew: ("skew", "skew")
    }
  }

  private func entries(_ region: RegionID, _ others: [RegionID], isMending: Bool) -> [String] {
    let word = isMending ? words.mending : words.breaking
    return switch self {
    case .kill, .cut, .pause: ["\(word) \(region)"]
    case .skew: ["\(word) \(region) 500 ms"]
    case .slow:
      others.filter { $0 != region }.flatMap { other in
        ["\(region) \(other)", "\(other) \(region)"].map { "\(word) \($0) \(isMending ? 1 : 10)" }
      }
    }
  }

  /// Whether the last word on the region up to a moment is one of breaking.
  private func holds(in directive: Directive, for region: RegionID, at milliseconds: Int) -> Bool {
    guard self != .skew else { return false }
    let entries = (directive.text(of: "incident") ?? "").split(separator: ",").map { entry in
      entry.split(separator: " ").map(String.init)
    }
    let past = entries.filter { entry in
      guard entry.count >= 4, entry[3] == region.name,
        [words.breaking, words.mending].contains(entry[2]),
        let time = Duration(authored: "\(entry[0]) \(entry[1])")
      else { return false }
      return time <= .milliseconds(milliseconds)
    }
    guard let last = past.last else { return false }
    return self == .slow ? last.last != "1" : last[2] == words.breaking
  }
}
