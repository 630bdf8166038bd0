/// An arc on a map: where it runs, in cells and parts of cells of the map's frame.
///
/// It begins and ends in the middle of the given cells, which may be a little off the true places;
/// between them the difference is spread evenly. What lies beyond the upper or lower edge of the
/// map runs along that edge.
struct ArcPath {
  /// A point in cells of the frame; x may lie outside, one width for each time round the globe.
  struct Position: Equatable {
    var x: Double
    var y: Double
  }

  private let route: MapRoute
  private let projection: MapProjection
  private var startError = Position(x: 0, y: 0)
  private var endError = Position(x: 0, y: 0)
  private var width: Double { Double(projection.frame.size.width) }

  /// The cells `start` and `end` of the canvas stand for the places `from` and `to`.
  init(
    from: MapPoint, at start: GridPoint, to: MapPoint, at end: GridPoint, projection: MapProjection
  ) {
    route = MapRoute(from: from.onGlobe, to: to.onGlobe)
    self.projection = projection
    startError = error(of: start, at: 0)
    endError = error(of: end, at: 1)
  }

  private func error(of cell: GridPoint, at fraction: Double) -> Position {
    let ideal = position(at: fraction)
    let x = Double(cell.x - projection.frame.x) + 0.5 - ideal.x
    let y = Double(cell.y - projection.frame.y) + 0.5 - ideal.y
    // The cell may lie at the other edge of the map: the shorter way round counts.
    return Position(x: width > 0 ? x - (x / width).rounded() * width : 0, y: y)
  }

  /// Where the arc is at a fraction of its length, x within the frame.
  func position(at fraction: Double) -> Position {
    let place = route.place(at: fraction)
    let x =
      projection.column(ofLongitude: place.longitude)
      + startError.x * (1 - fraction) + endError.x * fraction
    let y =
      projection.row(ofLatitude: place.latitude)
      + startError.y * (1 - fraction) + endError.y * fraction
    let lowest = Double(projection.frame.size.height) - 0.01
    return Position(
      x: width > 0 ? x - (x / width).rounded(.down) * width : 0,
      y: y.clamped(to: 0...max(0, lowest)))
  }

  /// The cell of the canvas at a fraction of the length.
  func cell(at fraction: Double) -> GridPoint {
    let position = position(at: fraction.clamped(to: 0...1))
    return GridPoint(
      x: projection.frame.x + Int(position.x), y: projection.frame.y + Int(position.y))
  }

  /// The arc as lines that do not cross the date line; more than one where it does.
  var pieces: [[Position]] {
    let steps = 256
    var pieces: [[Position]] = [[]]
    var last = position(at: 0)
    for step in 0...steps {
      let next = position(at: Double(step) / Double(steps))
      if abs(next.x - last.x) > width / 2 {
        let side = next.x < last.x ? 1.0 : -1.0
        let (leaving, entering) = split(from: last, to: next, side: side)
        pieces[pieces.count - 1].append(leaving)
        pieces.append([entering])
      }
      pieces[pieces.count - 1].append(next)
      last = next
    }
    return pieces
  }

  /// The two points on the edges of the map between points on both sides of the date line.
  private func split(
    from last: Position, to next: Position, side: Double
  ) -> (leaving: Position, entering: Position) {
    let edge = side > 0 ? width : 0
    let gap = next.x + side * width - last.x
    let y = last.y + (next.y - last.y) * (gap == 0 ? 0 : (edge - last.x) / gap)
    return (Position(x: edge, y: y), Position(x: width - edge, y: y))
  }
}
