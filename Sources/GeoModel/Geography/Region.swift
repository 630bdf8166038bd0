/// The short name of a region, as providers write it: `us-east-1`.
public struct RegionID: Hashable, Comparable, Sendable {
  public let name: String

  public init(_ name: String) {
    self.name = name
  }

  public static func < (left: RegionID, right: RegionID) -> Bool { left.name < right.name }
}

extension RegionID: ExpressibleByStringLiteral, CustomStringConvertible {
  public init(stringLiteral name: String) {
    self.name = name
  }

  public var description: String { name }
}

/// A place with data centres that fail together and lie under one law.
public struct Region: Equatable, Sendable {
  public var id: RegionID
  /// The name for people: `US East`.
  public var name: String
  public var city: String
  public var place: Coordinate
  /// ISO 3166-1 alpha-2: `DE`.
  public var country: String
  /// Whose data-protection law holds there: `EEA`, `US`, `IN`.
  public var jurisdiction: String

  public init(
    id: RegionID, name: String, city: String, place: Coordinate, country: String,
    jurisdiction: String
  ) {
    self.id = id
    self.name = name
    self.city = city
    self.place = place
    self.country = country
    self.jurisdiction = jurisdiction
  }
}
