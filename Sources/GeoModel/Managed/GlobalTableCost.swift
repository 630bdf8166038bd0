/// What a DynamoDB global table costs, beside the same table in one region.
///
/// Every write is paid in every region and every byte is stored in every region, both at the price
/// of a single region (since November 2024); a read is paid only where it is made
/// (AWS, "Understanding DynamoDB billing for global tables", 2025).
///
/// Left out, because they differ from table to table: streams and backups, the regions' different
/// prices, and a witness, which costs less than a replica.
public struct GlobalTableCost: Equatable, Sendable {
  /// How many regions hold a replica, at least 1.
  public var regions: Int
  /// What of the bill of a single region is for writes, 0 to 1.
  public var writes: Double
  /// What of it is for storage, 0 to 1; the rest is for reads.
  public var storage: Double
  /// What sending all changes to one more region costs, as a share of the bill of a single region.
  public var transfer: Double

  public init(regions: Int, writes: Double, storage: Double, transfer: Double = 0) {
    precondition(regions > 0, "a table is somewhere")
    precondition(
      writes >= 0 && storage >= 0 && writes + storage <= 1, "writes and storage are parts of a bill"
    )
    self.regions = regions
    self.writes = writes
    self.storage = storage
    self.transfer = transfer
  }

  /// Reads are served in more places, and are not more.
  public var reads: Double { 1 - writes - storage }

  /// The whole bill, in bills of a single region.
  public var multiple: Double {
    Double(regions) * (writes + storage) + reads + Double(regions - 1) * transfer
  }
}
