import Foundation

/// A point on the Earth, in degrees: latitude north of the equator, longitude east of Greenwich.
public struct Coordinate: Equatable, Sendable {
  public var latitude: Double
  public var longitude: Double

  /// The mean radius of the Earth (IUGG), in kilometres.
  public static let earthRadiusKilometres = 6371.0088

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The length of the great circle between two points, by the haversine formula.
  ///
  /// The Earth is taken as a sphere, which is wrong by at most 0.5 %.
  public func distanceKilometres(to other: Coordinate) -> Double {
    let latitudeStep = radians(other.latitude - latitude)
    let longitudeStep = radians(other.longitude - longitude)
    let haversine =
      pow(sin(latitudeStep / 2), 2)
      + cos(radians(latitude)) * cos(radians(other.latitude)) * pow(sin(longitudeStep / 2), 2)
    return 2 * Self.earthRadiusKilometres * asin(min(1, haversine.squareRoot()))
  }
}

private func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
