import GeoModel

/// The copies in one part of a store, one after the other: what was there, and what came back.
struct ErasureLane: Equatable {
  let store: String
  let layer: StoredCopy.Layer
  /// In the order of their births; those of one birth are told as the one that lives longest.
  let copies: [StoredCopy]

  /// `timelines`, `timelines file`.
  var label: String {
    switch layer {
    case .data, .resurrected, .restored: store
    case .file: "\(store) file"
    case .snapshots: "\(store) snapshots"
    }
  }

  /// When the last of them is gone; `nil` when one never is.
  var end: Duration? {
    let deaths = copies.map { $0.death?.time }
    return deaths.contains(nil) ? nil : deaths.compactMap(\.self).max()
  }

  /// The copy that is there to the last.
  var lastCopy: StoredCopy? { copies.first { $0.death?.time == end } }

  /// A lane for every part of every store, in the order of the design.
  static func all(of report: ErasureReport) -> [ErasureLane] {
    var lanes: [ErasureLane] = []
    for copy in report.copies where !lanes.contains(where: { $0.holds(copy) }) {
      let layer = copy.layer.isBack ? StoredCopy.Layer.data : copy.layer
      let lane = ErasureLane(store: copy.store, layer: layer, copies: [])
      let copies = report.copies.filter(lane.holds)
      lanes.append(ErasureLane(store: copy.store, layer: layer, copies: longest(of: copies)))
    }
    return lanes
  }

  private func holds(_ copy: StoredCopy) -> Bool {
    copy.store == store && (copy.layer == layer || copy.layer.isBack && layer == .data)
  }

  /// Of the copies that come to be together, the one that lives longest.
  private static func longest(of copies: [StoredCopy]) -> [StoredCopy] {
    let births = copies.map(\.birth).reduce(into: [Duration]()) { births, birth in
      if !births.contains(birth) { births.append(birth) }
    }
    return births.sorted().compactMap { birth in
      let rivals = copies.filter { $0.birth == birth }
      return rivals.first { $0.death == nil }
        ?? rivals.max { ($0.death?.time ?? birth) < ($1.death?.time ?? birth) }
    }
  }
}

extension StoredCopy.Layer {
  /// Whether a copy of this kind was gone already.
  var isBack: Bool { self == .resurrected || self == .restored }
}
