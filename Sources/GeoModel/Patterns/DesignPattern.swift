/// The four ways to spread data over regions that this course compares.
public enum DesignPattern: String, CaseIterable, Sendable {
  /// One region writes, all read.
  case readReplicas = "read-replicas"
  /// Each user's writes go to the region of his home.
  case homeRegion = "home-region"
  /// Every region writes, and states are merged.
  case activeActive = "active-active"
  /// A consensus group decides on what is critical; the rest is as in active-active.
  case tiered = "tiered"
}

/// Who takes a write, and how copies become one: a pattern taken apart.
public struct Deployment: Equatable, Sendable {
  public enum Writer: Equatable, Sendable {
    /// The first region.
    case primary
    /// The region nearest to where the user lives.
    case home
    /// The region nearest to where the user is.
    case nearest
  }

  public enum Merging: Equatable, Sendable {
    /// A whole value replaces another, the later one the earlier.
    case lastWriter
    /// Counters and sets of which every region changes its own part.
    case replicatedTypes
  }

  public var writer: Writer
  public var merging: Merging
  /// Whether a majority of the regions decides on every sale.
  public var hasConsensusForStock: Bool

  public init(writer: Writer, merging: Merging, hasConsensusForStock: Bool = false) {
    self.writer = writer
    self.merging = merging
    self.hasConsensusForStock = hasConsensusForStock
  }
}

extension DesignPattern {
  public var deployment: Deployment {
    switch self {
    case .readReplicas: Deployment(writer: .primary, merging: .lastWriter)
    case .homeRegion: Deployment(writer: .home, merging: .lastWriter)
    case .activeActive: Deployment(writer: .nearest, merging: .replicatedTypes)
    case .tiered:
      Deployment(writer: .nearest, merging: .replicatedTypes, hasConsensusForStock: true)
    }
  }
}
