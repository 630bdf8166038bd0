/// One copy of a subject's data, and all that will end it.
public struct StoredCopy: Equatable, Sendable {
  /// The part of a store in which a copy lies.
  public enum Layer: String, Sendable {
    case data
    /// What a store in memory keeps on a disk, to have it after a restart.
    case file
    case snapshots
    /// A deleted row that a replica brought back.
    case resurrected
    /// What a restored backup brought back.
    case restored
  }

  public let store: String
  public let layer: Layer
  /// When it comes to be; zero for what is there when the request comes.
  public let birth: Duration
  /// The key that it is encrypted with; `nil` in the clear.
  public let key: String?
  /// Every end that it has coming, in any order; none for a copy that stays for ever.
  public let ends: [Death]

  public init(
    store: String, layer: Layer, birth: Duration = .zero, key: String? = nil, ends: [Death]
  ) {
    self.store = store
    self.layer = layer
    self.birth = birth
    self.key = key
    self.ends = ends
  }

  /// The first of its ends; `nil` when it never dies.
  ///
  /// Of ends that coincide the one counts that ``DeathCause`` names first.
  public var death: Death? {
    DeathCause.allCases.compactMap { cause in
      ends.filter { $0.cause == cause }.min { $0.time < $1.time }
    }.min { $0.time < $1.time }
  }

  /// Whether it can be read at a moment after the request.
  public func isReadable(at time: Duration) -> Bool {
    time >= birth && (death.map { time < $0.time } ?? true)
  }
}
