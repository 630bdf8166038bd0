#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A place on the globe.
package struct MapPoint: Equatable, Sendable {
  /// Degrees, east is positive.
  package var longitude: Double
  /// Degrees, north is positive.
  package var latitude: Double

  package init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// The nearest point that there is: drawing may meet any number, and must not trap.
  var onGlobe: MapPoint {
    MapPoint(
      longitude: longitude.clamped(to: -180...180), latitude: latitude.clamped(to: -90...90))
  }
}

/// The shortest way between two places on the globe.
///
/// Between places opposite each other every way is as short, and the one by the north is taken.
struct GreatCircle {
  private let start: Direction
  /// Where the way heads at its start, at a right angle to `start`.
  private let heading: Direction
  /// The length of the way, in radians.
  let angle: Double

  init(from start: MapPoint, to end: MapPoint) {
    self.start = Direction(of: start)
    let goal = Direction(of: end)
    let north = Direction(x: 0, y: 0, z: 1)
    let anywhere = Direction(x: 1, y: 0, z: 0)
    let (origin, cosine) = (self.start, self.start.dot(goal))
    heading =
      goal.perpendicular(to: origin) ?? north.perpendicular(to: origin)
      ?? anywhere.perpendicular(to: origin) ?? anywhere
    angle = acos(cosine.clamped(to: -1...1))
  }

  /// The place at a fraction of the way.
  func place(at fraction: Double) -> MapPoint {
    let turned = fraction * angle
    return (start.scaled(by: cos(turned)) + heading.scaled(by: sin(turned))).place
  }
}

/// A vector from the centre of the globe.
private struct Direction {
  var x, y, z: Double

  init(x: Double, y: Double, z: Double) {
    (self.x, self.y, self.z) = (x, y, z)
  }

  init(of place: MapPoint) {
    let (east, north) = (place.longitude * .pi / 180, place.latitude * .pi / 180)
    self.init(x: cos(north) * cos(east), y: cos(north) * sin(east), z: sin(north))
  }

  var place: MapPoint {
    MapPoint(
      longitude: atan2(y, x) * 180 / .pi,
      latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi)
  }

  /// The part at a right angle to a vector of length 1, itself of length 1; `nil` if there is none.
  func perpendicular(to other: Direction) -> Direction? {
    let rest = self + other.scaled(by: -dot(other))
    let length = rest.dot(rest).squareRoot()
    return length < 1e-9 ? nil : rest.scaled(by: 1 / length)
  }

  func dot(_ other: Direction) -> Double { x * other.x + y * other.y + z * other.z }

  func scaled(by factor: Double) -> Direction {
    Direction(x: x * factor, y: y * factor, z: z * factor)
  }

  static func + (left: Direction, right: Direction) -> Direction {
    Direction(x: left.x + right.x, y: left.y + right.y, z: left.z + right.z)
  }
}
