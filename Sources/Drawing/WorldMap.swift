/// A map of the world with arcs between places, things that move along them, and labelled markers.
package struct WorldMap: Sendable {
  let land: [[MapPoint]]
  let areas: [LandArea]

  /// How the land of an area is told from other land: by its pattern, and by its colour.
  package struct Hatching: Equatable, Sendable {
    package enum Pattern: CaseIterable, Sendable { case full, upright, level }

    package var pattern: Pattern
    package var style: Style

    package init(_ pattern: Pattern, style: Style) {
      self.pattern = pattern
      self.style = style
    }
  }

  /// A place with a sign and a name.
  package struct Marker: Equatable, Sendable {
    package var place: MapPoint
    package var glyph: Character
    package var label: String
    package var style: Style

    package init(place: MapPoint, glyph: Character, label: String, style: Style) {
      self.place = place
      self.glyph = glyph
      self.label = label
      self.style = style
    }
  }

  /// Something on its way along an arc.
  package struct Packet: Equatable, Sendable {
    /// How much of the way lies behind it, from 0 to 1.
    package var fraction: Double
    package var glyph: Character
    package var style: Style

    package init(fraction: Double, glyph: Character = "●", style: Style = Style(.message)) {
      self.fraction = fraction
      self.glyph = glyph
      self.style = style
    }
  }

  /// The shortest way between two places. It ends at the markers there, if there are any.
  package struct Arc: Equatable, Sendable {
    package var from: MapPoint
    package var to: MapPoint
    package var style: Style
    package var packets: [Packet]

    package init(
      from: MapPoint, to: MapPoint, style: Style = Style(.link), packets: [Packet] = []
    ) {
      self.from = from
      self.to = to
      self.style = style
      self.packets = packets
    }
  }

  /// - Parameters:
  ///   - land: closed rings, in degrees; what lies in an odd number of them is land.
  ///   - areas: parts of the land that can be hatched.
  package init(land: [[MapPoint]], areas: [LandArea] = []) {
    self.land = land.map { ring in ring.map(\.onGlobe) }
    self.areas = areas
  }

  /// Draws the map over the whole canvas: land, then arcs, packets, labels and markers.
  ///
  /// - Parameter hatching: how areas are hatched, by their names; of others only the land is drawn.
  /// - Returns: The indices of the markers whose labels found no free place and were left out.
  @discardableResult
  package func draw(
    into canvas: inout Canvas, arcs: [Arc], markers: [Marker], hatching: [String: Hatching] = [:]
  ) -> [Int] {
    let projection = MapProjection(size: canvas.size)
    guard projection.frame.size.width > 0, projection.frame.size.height > 0 else {
      return Array(markers.indices)
    }
    drawLand(into: &canvas, projection: projection, hatching)
    var layout = MarkerLayout(markers, on: canvas, projection: projection)
    let paths = arcs.map { arc in
      ArcPath(
        from: arc.from, at: cell(of: arc.from, markers, layout, projection),
        to: arc.to, at: cell(of: arc.to, markers, layout, projection), projection: projection)
    }
    var lines = ArcLayer(frame: projection.frame, marks: canvas.marks)
    lines.draw(arcs, paths, into: &canvas)
    layout.placeLabels { x, y in lines.cells.contains(GridPoint(x: x, y: y)) }
    drawPackets(arcs, paths, into: &canvas)
    drawLabels(markers, layout, into: &canvas)
    for (marker, cell) in zip(markers, layout.cells) {
      canvas.write(marker.glyph, x: cell.x, y: cell.y, style: marker.style)
    }
    return layout.omittedLabels
  }

  /// The cell that stands for a place: that of the marker there, if there is one.
  private func cell(
    of place: MapPoint, _ markers: [Marker], _ layout: MarkerLayout, _ projection: MapProjection
  ) -> GridPoint {
    let index = markers.firstIndex { $0.place == place }
    return index.map { layout.cells[$0] } ?? projection.cell(of: place)
  }
}
