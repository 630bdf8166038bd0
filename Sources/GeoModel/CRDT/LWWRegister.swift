/// One content, of which the last write wins: the one with the greatest time, and of equal times
/// the one of the greatest replica.
///
/// Without the replica, two writes of one moment would have no winner, and each side would keep its
/// own. "Last" is what the clocks say: a write by a clock that is behind is lost at once, even to a
/// write that it came after. Shapiro et al. 2011, specification 8.
public struct LWWRegister<Content: Equatable & Sendable>: Replicated {
  public struct Write: Equatable, Sendable {
    public let content: Content
    /// In milliseconds, by the clock of the replica.
    public let time: Int
    public let replica: ReplicaID

    public init(content: Content, time: Int, replica: ReplicaID) {
      self.content = content
      self.time = time
      self.replica = replica
    }

    /// Whether this write stays where both are known. No replica writes twice at one time, so that
    /// of two writes exactly one stays.
    @inlinable public func wins(against other: Write) -> Bool {
      (time, replica) > (other.time, other.replica)
    }
  }

  /// `nil` until the first write.
  public private(set) var write: Write?

  public init() {}

  public enum Update: Sendable {
    case set(Content, time: Int)
  }

  public var value: Content? { write?.content }

  /// Writes, unless a write that wins is known already; a second one of the same time is too late.
  public mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .set(let content, let time):
      var written = LWWRegister()
      written.write = Write(content: content, time: time, replica: replica)
      merge(written)
    }
  }

  @inlinable public mutating func merge(_ other: LWWRegister) {
    guard let theirs = other.write else { return }
    if write.map(theirs.wins) ?? true { self = other }
  }
}

extension LWWRegister.Update: Equatable {}
