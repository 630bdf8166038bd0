import Content
import Drawing
import GeoModel
import GeoSim

/// One workload in several design patterns, each a row of what it costs and what goes wrong.
///
/// The time of the scene uncovers the rows, a second for each. Arguments: those of
/// `docs/workloads.md`; `patterns`: which are shown; `sort`: by which column.
struct PatternCompare: Scene {
  private let workload: Workload
  private let table: PatternTable

  /// What a learner waits for gladly when he turns a knob.
  private static let mostRequests = 5000

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    workload = try arguments.workload(in: topology)
    let column = try arguments.choice("sort", default: PatternColumn.write)
    let shown = try arguments.designPatterns("patterns")
    let requests = Int(workload.rate * (workload.duration / .seconds(1)))
    guard requests <= Self.mostRequests else {
      throw arguments.failure(
        "requests",
        "\(requests) requests are too many for a picture; it must be at most \(Self.mostRequests)")
    }
    try arguments.finish()
    table = PatternTable(
      rows: workload.compared(shown, by: column).map(PatternTable.Row.init), column: column)
  }

  var question: String { "What do users wait for, and what goes wrong?" }

  var playingTime: Duration { .seconds(6) }

  func idealHeight(width: Int) -> Int { table.idealHeight(width: width) }

  func draw(at time: Duration, into canvas: inout Canvas) {
    table.draw(uncovering: Int(time / .seconds(1)), into: &canvas)
  }

  var events: [SceneEvent] {
    [opening].compactMap(\.self).map { SceneEvent(time: .zero, sentence: $0) }
      + table.rows.enumerated().map { index, row in
        SceneEvent(time: .seconds(index + 1), sentence: row.sentence)
      }
  }

  private var opening: String {
    let all =
      "\(workload.userCount) users ask the same in each pattern, for "
      + text(workload.duration)
    guard let outage = workload.outage else { return "\(all)." }
    return "\(all). \(outage.region) is LOST after \(text(outage.time))."
  }
}

extension Arguments {
  /// Design patterns by their names; all of them where none is given.
  mutating func designPatterns(_ key: String) throws(Diagnostic) -> [DesignPattern] {
    guard let entries = try items(key) else { return DesignPattern.allCases }
    var patterns: [DesignPattern] = []
    for entry in entries {
      guard let pattern = DesignPattern(rawValue: entry.text) else {
        let names = DesignPattern.allCases.map(\.rawValue)
        throw failure(
          at: entry,
          "no pattern is called '\(entry.text)'; \(suggestion(for: entry.text, in: names))"
        )
      }
      if !patterns.contains(pattern) { patterns.append(pattern) }
    }
    return patterns
  }
}

extension DesignPattern {
  /// As people say it.
  var title: String {
    switch self {
    case .readReplicas: "read replicas"
    case .homeRegion: "home region"
    case .activeActive: "active-active"
    case .tiered: "tiered"
    }
  }
}
