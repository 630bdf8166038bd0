/// How units of stock are sold to buyers in several regions.
public struct Inventory: Equatable, Sendable {
  public var method: Method
  /// The names of the services that keep the stock: one for each part of the rights in escrow, and
  /// otherwise a single one.
  public var services: [String]
  /// In escrow: the part of all units that each service may sell, in the order of `services`.
  public var rights: [Double] = []
  /// In escrow: how often a service that has too few asks another one for more.
  public var rebalance = Duration.seconds(1)
  /// When units are oversold on purpose: what one costs to make good, in parts of its price.
  public var compensation: Double?

  public init(_ method: Method, services: [String]) {
    self.method = method
    self.services = services
  }

  /// What decides whether a unit is sold.
  public enum Method: String, CaseIterable, Sendable {
    /// A counter that each region changes for itself (``PNCounter``), and a look at it before.
    case pnCounter = "pn-counter"
    /// The number that is left, read and then written back; the last write wins.
    case lastWriterWins = "lww"
    /// The number that is left, written only if it is still the one that was read.
    case conditionalWrite = "conditional-write"
    /// The same, in the one region where the goods are.
    case homeRegion = "home-region"
    /// The same, in a group that a majority decides in.
    case consensus
    /// Each region sells what it holds the rights to (``BoundedCounter``).
    case escrow
    /// Everything is sold, and what is not there is apologised for.
    case oversell
  }
}
