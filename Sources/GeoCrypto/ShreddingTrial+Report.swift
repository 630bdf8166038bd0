import GeoModel

extension ShreddingTrial {
  /// What came of destroying one key of a design: every copy that it sealed was tried afterwards.
  public struct Result: Equatable, Sendable {
    public let key: String
    /// The stores with ciphertext under the key.
    public let stores: [String]
    /// How many of the subject's copies were tried, and how many of them open.
    public let tried: Int
    public let opened: Int
    /// The others whose data went along.
    public let collateral: [String]
  }

  /// Seals data of a subject and of two others with every key that the design destroys, erases as
  /// the design does, waits until memories have forgotten, and tries all copies.
  public static func results(of report: ErasureReport, subject: String) -> [Result] {
    report.design.destroyedKeys.compactMap { key in
      let stores = report.stores(sealedWith: key.name)
      guard !stores.isEmpty else { return nil }
      var trial = ShreddingTrial(
        subjects: [subject] + others(than: subject), places: stores.map { Place($0) },
        scope: key.scope, backsUpKeys: key.backup != nil, seed: 8)
      for step in [Step.destroyKey, .flushCaches] { trial.take(step, for: subject) }
      return Result(
        key: key.name, stores: stores, tried: stores.count,
        opened: trial.readable(of: subject).count, collateral: trial.collateral(of: subject))
    }
  }

  private static func others(than subject: String) -> [String] {
    ["ben", "chi", "dov"].filter { $0 != subject }.prefix(2).map(\.self)
  }
}
