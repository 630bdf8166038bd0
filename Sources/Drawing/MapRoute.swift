/// The line that stands for the way between two places on a map: where it is at each fraction.
///
/// It is the great circle, unless that leaves the map near a pole, where there is no room for it:
/// then it is a plain arch over the shorter way round the globe. This is a choice of drawing, not
/// of distance, and no number is ever computed from it.
enum MapRoute {
  case greatCircle(GreatCircle)
  case arch(from: MapPoint, longitudes: Double, latitudes: Double, height: Double)

  init(from start: MapPoint, to end: MapPoint) {
    let circle = GreatCircle(from: start, to: end)
    let latitudes = (1..<32).map { circle.place(at: Double($0) / 32).latitude }
    let (north, south) = (latitudes.max() ?? 0, latitudes.min() ?? 0)
    if north <= MapProjection.north - 3 && south >= MapProjection.south + 3 {
      self = .greatCircle(circle)
      return
    }
    let turn = end.longitude - start.longitude
    let isNorthern = north > MapProjection.north - 3
    let (upper, lower) = (max(start.latitude, end.latitude), min(start.latitude, end.latitude))
    self = .arch(
      from: start, longitudes: turn - (turn / 360).rounded() * 360,
      latitudes: end.latitude - start.latitude,
      height: isNorthern
        ? max(0, MapProjection.north - 8 - upper) : min(0, MapProjection.south + 8 - lower))
  }

  /// The place on the map at a fraction of the way; its longitude may lie beyond 180°.
  func place(at fraction: Double) -> MapPoint {
    switch self {
    case .greatCircle(let circle):
      return circle.place(at: fraction)
    case .arch(let start, let longitudes, let latitudes, let height):
      let rise = 4 * fraction * (1 - fraction) * height
      return MapPoint(
        longitude: start.longitude + longitudes * fraction,
        latitude: start.latitude + latitudes * fraction + rise)
    }
  }
}
