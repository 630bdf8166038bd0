/// Where the replicas of a DynamoDB global table are, and how they agree.
///
/// The rules are those of the AWS developer guide, "How DynamoDB global tables work", 2025.
public struct GlobalTable: Equatable, Sendable {
  /// How replicas agree; it is chosen when the table is made and never changed.
  public enum Mode: String, CaseIterable, Sendable {
    /// Multi-Region eventual consistency: a region answers at once and tells the others later.
    case eventual = "mrec"
    /// Multi-Region strong consistency: a write is in two regions before it is answered.
    case strong = "mrsc"
  }

  /// The regions of a table with strong consistency, replicas and witness together.
  public static let strongRegions = 3

  public let mode: Mode
  /// Where clients read and write.
  public let replicas: [RegionID]
  /// A region that stores changes and votes, and that no client can reach.
  public let witness: RegionID?

  /// - Throws: when AWS would not make such a table.
  public init(
    mode: Mode, replicas: [RegionID], witness: RegionID? = nil
  ) throws(GlobalTableError) {
    let regions = replicas + (witness.map { [$0] } ?? [])
    for (index, region) in regions.enumerated() where regions[..<index].contains(region) {
      throw .twice(region)
    }
    guard replicas.count > 1 else { throw .tooFewReplicas(replicas.count) }
    switch mode {
    case .eventual: if let witness { throw .witnessWithoutVote(witness) }
    case .strong: try Self.requireOneSet(regions)
    }
    self.mode = mode
    self.replicas = replicas
    self.witness = witness
  }

  private static func requireOneSet(_ regions: [RegionID]) throws(GlobalTableError) {
    for region in regions where RegionSet(of: region) == nil { throw .inNoSet(region) }
    let first = RegionSet(of: regions[0])
    if let other = regions.first(where: { RegionSet(of: $0) != first }) {
      throw .mixedSets(regions[0], other)
    }
    guard regions.count == strongRegions else { throw .wrongNumber(regions.count) }
  }

  /// All regions that store the table: replicas, then the witness.
  public var regions: [RegionID] { replicas + (witness.map { [$0] } ?? []) }
}

/// Why AWS does not make such a global table.
public enum GlobalTableError: Error, Equatable, Sendable {
  case twice(RegionID)
  case tooFewReplicas(Int)
  case witnessWithoutVote(RegionID)
  case inNoSet(RegionID)
  case mixedSets(RegionID, RegionID)
  case wrongNumber(Int)
}

extension GlobalTableError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .twice(let region): "\(region) is named twice; a table has one replica in a region"
    case .tooFewReplicas(let count):
      "\(count == 1 ? "1 replica" : "\(count) replicas"); a global table has at least 2"
    case .witnessWithoutVote(let region):
      "\(region) is a witness, but nobody votes in mode mrec; leave the witness out"
    case .inNoSet(let region):
      "\(region) is in no Region set; mrsc needs 3 regions of "
        + RegionSet.allCases.map(\.listing).joined(separator: ", or of ")
    case .mixedSets(let one, let other):
      "\(one) and \(other) are in different Region sets; mrsc needs 3 regions of one"
    case .wrongNumber(let count):
      "\(count) regions; mrsc needs exactly \(GlobalTable.strongRegions) with its witness"
    }
  }
}
