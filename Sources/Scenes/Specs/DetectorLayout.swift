import Drawing

/// A row of a detector's picture, from top to bottom.
enum DetectorPart: CaseIterable {
  case server, probes, misses, unseen, possible, playhead, axis, alarms

  /// What stands at the left of the row.
  var label: String? {
    switch self {
    case .server: "server"
    case .probes: "probes"
    case .misses: "misses"
    case .unseen: "unseen"
    case .possible: "possible"
    case .playhead, .axis: nil
    case .alarms: "false alarms"
    }
  }

  /// Whether space stands above it, where there is room.
  fileprivate var beginsGroup: Bool { [.probes, .unseen, .alarms].contains(self) }

  /// What stays the longest where rows are few, first.
  fileprivate static let byImportance: [DetectorPart] = [
    .server, .probes, .misses, .axis, .unseen, .possible, .playhead, .alarms,
  ]
}

/// Where the parts of a detector's picture go on a canvas of a given size.
struct DetectorLayout {
  /// From top to bottom.
  let parts: [DetectorPart]
  let axis: TimeAxis
  private let isSpacious: Bool

  /// Behind the last moment there is room for what is said about it.
  private static let room = 16

  init(run: DetectorRun, size: Size) {
    let kept = Self.parts(of: run).prefix(max(0, size.height))
    parts = DetectorPart.allCases.filter(kept.contains)
    isSpacious = size.height >= Self.idealHeight(for: run)
    axis = TimeAxis(
      end: max(run.possibleAlarms?.upperBound ?? .zero, run.alarm),
      labels: DetectorPart.allCases.compactMap(\.label), size: size, room: Self.room)
  }

  /// What there is to show, the most important first; a false alarm has no failure to measure.
  private static func parts(of run: DetectorRun) -> [DetectorPart] {
    DetectorPart.byImportance.filter { run.failure != nil || ![.unseen, .possible].contains($0) }
  }

  static func idealHeight(for run: DetectorRun) -> Int {
    let parts = parts(of: run)
    return parts.count + parts.count(where: \.beginsGroup)
  }

  /// The row of a part that is shown.
  func row(of part: DetectorPart) -> Int {
    let above = parts.prefix { $0 != part }
    return above.count + (isSpacious ? (above + [part]).count(where: \.beginsGroup) : 0)
  }
}
