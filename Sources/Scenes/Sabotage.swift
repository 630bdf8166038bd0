import Content
import GeoModel

/// A scene with regions that a learner can break.
protocol BreakableScene: Scene {
  var breakable: [RegionID] { get }
}

extension BreakableScene {
  package var controls: Controls? {
    guard let first = breakable.first else { return nil }
    let target = Knob(key: "break", value: first.name, choices: breakable.map(\.name))
    let acts = Sabotage.allCases.map {
      Act($0.rawValue, $0.meaning, word: $0 == .kill ? "kill" : nil)
    }
    return Controls(title: "Breaking things", targets: [target], acts: acts, endsRun: false)
  }

  package func directive(
    _ directive: Directive, after stroke: Stroke, on targets: [Knob], at time: Duration
  ) -> Directive? {
    guard case .act(let key) = stroke, let kind = Sabotage(rawValue: key),
      let target = targets.first
    else { return nil }
    return kind.applied(
      to: directive, region: RegionID(target.value), others: target.choices.map { RegionID($0) },
      at: time)
  }
}

/// A fault that a learner makes by a key, at the moment of the playhead: one more entry of the
/// directive's argument `incident`.
enum Sabotage: Character, CaseIterable, Sendable {
  case kill = "x"
  case cut = "c"
  case pause = "p"
  case slow = "l"
  case skew = "k"

  fileprivate var meaning: String {
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
  fileprivate func applied(
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
