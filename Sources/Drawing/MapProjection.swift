/// How the globe lies on a canvas: equirectangular, cut off at 78° N and 56° S and at 180°.
///
/// The map keeps its shape as far as it can: cells are about twice as high as wide, and the map is
/// stretched to between 0.9 and 1.7 times its height at the equator's scale to fill the canvas.
/// Where that is not enough it stands in the middle.
struct MapProjection: Equatable {
  static let north = 78.0
  static let south = -56.0
  private static let stretch = 0.9...1.7

  /// The part of the canvas that the map covers.
  let frame: Rect

  init(size: Size) {
    let cellsPerRow = 360 / (MapProjection.north - MapProjection.south) * 2
    let (width, height) = (Double(size.width), Double(size.height))
    let widest = height * cellsPerRow / MapProjection.stretch.lowerBound
    let highest = width / cellsPerRow * MapProjection.stretch.upperBound
    let columns = min(size.width, Int(widest))
    let rows = min(size.height, Int(highest.rounded(.up)))
    frame = Rect(
      x: (size.width - columns) / 2, y: (size.height - rows) / 2, width: columns, height: rows)
  }

  /// The column of a longitude, in cells and parts of cells from the left edge of the frame.
  func column(ofLongitude longitude: Double) -> Double {
    (longitude + 180) / 360 * Double(frame.size.width)
  }

  /// The row of a latitude, in cells from the upper edge of the frame; may lie outside.
  func row(ofLatitude latitude: Double) -> Double {
    let span = MapProjection.north - MapProjection.south
    return (MapProjection.north - latitude) / span * Double(frame.size.height)
  }

  /// The cell of a place on the canvas; places beyond the edges lie on the nearest cell.
  func cell(of place: MapPoint) -> GridPoint {
    let x = Int(column(ofLongitude: place.onGlobe.longitude))
    let y = Int(row(ofLatitude: place.onGlobe.latitude).rounded(.down))
    return GridPoint(
      x: frame.x + max(0, min(x, frame.size.width - 1)),
      y: frame.y + max(0, min(y, frame.size.height - 1)))
  }
}

extension Double {
  /// The nearest number in the range; its lower bound, if this is not a number.
  func clamped(to range: ClosedRange<Double>) -> Double {
    isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
