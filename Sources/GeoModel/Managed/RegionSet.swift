/// The regions that may hold a DynamoDB table with strong consistency together.
///
/// From the AWS developer guide, "How DynamoDB global tables work", and the CloudFormation
/// reference of `GlobalTableWitness`, as of 2025. AWS announced more regions, and sets across
/// continents, in September 2026; their rules are not known here and are left out.
///
/// A set says how near regions are to each other, and nothing of the law: London is in the set `EU`.
public enum RegionSet: String, CaseIterable, Sendable {
  case us = "US"
  case eu = "EU"
  case ap = "AP"

  /// The set of a region; `nil` for most regions of the world.
  public init?(of region: RegionID) {
    guard let set = Self.allCases.first(where: { $0.regions.contains(region) }) else { return nil }
    self = set
  }

  public var regions: [RegionID] {
    switch self {
    case .us: ["us-east-1", "us-east-2", "us-west-2"]
    case .eu: ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"]
    case .ap: ["ap-northeast-1", "ap-northeast-2", "ap-northeast-3"]
    }
  }

  var listing: String { "\(rawValue) (\(regions.map(\.name).joined(separator: ", ")))" }
}
