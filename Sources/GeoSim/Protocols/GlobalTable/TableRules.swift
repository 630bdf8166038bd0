/// The rules that keep a global table right; leaving one out shows what it was for.
public struct TableRules: Equatable, Sendable {
  /// In how many regions a write is before a table with strong consistency answers: a majority.
  public var copiesNeeded = 2
  /// Whether a version in a slot is accepted only while the slot is free.
  public var guardsSlots = true
  /// Whether of two versions with the same time the one of the later region wins, everywhere.
  public var breaksTies = true

  public static let sound = TableRules()
}
