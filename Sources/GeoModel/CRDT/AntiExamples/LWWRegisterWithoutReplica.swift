/// An anti-example: a register whose later write wins, and that has no winner among writes of one
/// moment. Each replica keeps its own, and they differ for ever; ``LWWRegister`` compares the
/// replicas as well.
public struct LWWRegisterWithoutReplica<Content: Equatable & Sendable>: Replicated {
  /// `nil` until the first write.
  public private(set) var value: Content?
  /// When it was written, in milliseconds.
  public private(set) var time: Int?

  public init() {}

  public mutating func apply(_ update: LWWRegister<Content>.Update, at replica: ReplicaID) {
    switch update {
    case .set(let content, let time): take(content, time: time)
    }
  }

  public mutating func merge(_ other: LWWRegisterWithoutReplica) {
    if let value = other.value, let time = other.time { take(value, time: time) }
  }

  private mutating func take(_ content: Content, time: Int) {
    if self.time.map({ time > $0 }) ?? true { (value, self.time) = (content, time) }
  }
}
