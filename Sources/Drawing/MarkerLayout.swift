/// Where the markers of a map and their labels stand, so that none covers another.
///
/// Decided greedily in the order given, so earlier markers have the better places. It depends on
/// places, labels and arcs alone: while packets move, nothing jumps.
struct MarkerLayout {
  /// The cell of each marker's glyph.
  private(set) var cells: [GridPoint] = []
  /// The cells of each marker's label; `nil` where none is free, or where there is no label.
  private(set) var labels: [Rect?] = []
  private let markers: [WorldMap.Marker]
  private let bounds: Rect
  private var taken: [Rect] = []

  init(_ markers: [WorldMap.Marker], on canvas: Canvas, projection: MapProjection) {
    self.markers = markers
    bounds = canvas.bounds
    for marker in markers {
      let width = max(1, columns(of: marker.glyph))
      let cell = freeCell(near: projection.cell(of: marker.place), width: width)
      cells.append(cell)
      taken.append(Rect(x: cell.x, y: cell.y, width: width, height: 1))
    }
  }

  /// The nearest cell that no other marker has, at most two columns and a row away; else the ideal one, shared.
  ///
  /// So two regions of one metropolitan area stay apart, at the price of a little geography.
  private func freeCell(near ideal: GridPoint, width: Int) -> GridPoint {
    for (x, y) in nearbyOffsets {
      let rect = Rect(x: ideal.x + x, y: ideal.y + y, width: width, height: 1)
      if rect.clipped(to: bounds) == rect && !taken.contains(where: rect.overlaps) {
        return GridPoint(x: rect.x, y: rect.y)
      }
    }
    return ideal
  }

  /// The indices of the markers that have a label for which there was no place.
  var omittedLabels: [Int] {
    labels.indices.filter { labels[$0] == nil && !markers[$0].label.isEmpty }
  }

  /// Finds a place for each label, on as few of the cells in `arcs` as it can.
  mutating func placeLabels(avoiding arcs: (_ x: Int, _ y: Int) -> Bool) {
    for (marker, cell) in zip(markers, cells) {
      let width = columns(of: marker.label)
      let rect = width == 0 ? nil : bestPlace(width: width, beside: cell, marker, arcs)
      labels.append(rect)
      if let rect { taken.append(rect) }
    }
  }

  private func bestPlace(
    width: Int, beside cell: GridPoint, _ marker: WorldMap.Marker, _ arcs: (Int, Int) -> Bool
  ) -> Rect? {
    let glyph = Rect(
      x: cell.x, y: cell.y, width: max(1, columns(of: marker.glyph)), height: 1)
    var best: (rect: Rect, cost: Int)?
    for (order, rect) in candidates(width: width, beside: glyph).enumerated() {
      guard isFree(rect, glyph) else { continue }
      let covered = rect.inset(columns: -1, rows: 0).columns.count { arcs($0, rect.y) }
      let cost = covered * 4 + (seemsOfAnother(rect, glyph) ? 12 : 0) + order
      if cost < best?.cost ?? .max { best = (rect, cost) }
    }
    return best?.rect
  }

  /// Whether a label stands so close to another marker that it seems to be the name of that.
  private func seemsOfAnother(_ rect: Rect, _ glyph: Rect) -> Bool {
    let wide = rect.inset(columns: -2, rows: 0)
    return cells.contains { cell in
      wide.contains(x: cell.x, y: cell.y) && GridPoint(x: glyph.x, y: glyph.y) != cell
    }
  }

  /// Best first: right, left, below, above, then the corners.
  private func candidates(width: Int, beside glyph: Rect) -> [Rect] {
    let (right, left) = (glyph.endX + 1, glyph.x - 1 - width)
    let centred = glyph.x + (glyph.size.width - width) / 2
    let (above, below) = (glyph.y - 1, glyph.y + 1)
    let corners = [(right, above), (right, below), (left, above), (left, below)]
    let edges = [(glyph.x, below), (glyph.x, above), (glyph.endX - width, below)]
    let places = [(right, glyph.y), (left, glyph.y), (centred, below), (centred, above)]
    return (places + corners + edges).map { Rect(x: $0.0, y: $0.1, width: width, height: 1) }
  }

  /// Whether a label would lie on the canvas, with a column between it and all others.
  private func isFree(_ rect: Rect, _ glyph: Rect) -> Bool {
    guard rect.clipped(to: bounds) == rect else { return false }
    let padded = rect.inset(columns: -1, rows: 0)
    return !taken.contains { $0 == glyph ? rect.overlaps($0) : padded.overlaps($0) }
  }
}

/// Steps to the cells around one, nearest first (a row is as high as two columns are wide).
private let nearbyOffsets: [(Int, Int)] = (-1...1).flatMap { y in (-2...2).map { ($0, y) } }
  .sorted { distance($0) < distance($1) }

private func distance(_ offset: (x: Int, y: Int)) -> Int {
  offset.x * offset.x + 4 * offset.y * offset.y
}
