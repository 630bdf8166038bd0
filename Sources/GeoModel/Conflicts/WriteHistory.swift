/// All writes of one register, and what becomes of each where the last write wins.
///
/// The register itself (``LWWRegister``) keeps one write and forgets the others, so that it cannot
/// say what was lost; a history can. It is told in true time, which no replica knows: the clock of
/// each is `skew` ahead of it, or behind.
public struct WriteHistory<Content: Sendable>: Sendable {
  public struct Write: Sendable {
    public let content: Content
    public let replica: ReplicaID
    /// True time.
    public let time: Int
    /// What its replica knew: numbers of writes, and with each all that its own replica knew.
    public let past: SortedSet<Int>
    /// By each kind of clock.
    let timestamps: Timestamps
  }

  struct Timestamps: Equatable, Sendable {
    let wallClock: Int
    let lamport: Int
    let hybrid: HybridTimestamp
  }

  /// How far the clock of each replica is ahead of true time, in its unit; no entry is 0.
  public let skews: SortedMap<ReplicaID, Int>
  /// By their numbers, from 0, as they happened.
  public private(set) var writes: [Write] = []

  public init(skews: SortedMap<ReplicaID, Int> = [:]) {
    self.skews = skews
  }

  /// Adds the next write.
  ///
  /// - Parameters:
  ///   - time: not before that of the last write, and after the last of the same replica.
  ///   - seen: numbers of writes that reached the replica before; its own ones go without saying.
  /// - Returns: its number.
  @discardableResult
  public mutating func write(
    _ content: Content, at replica: ReplicaID, time: Int, seeing seen: [Int] = []
  ) -> Int {
    precondition(writes.allSatisfy { $0.time <= time }, "writes are told in the order of time")
    let own = writes.indices.filter { writes[$0].replica == replica }
    precondition(own.allSatisfy { writes[$0].time < time }, "a replica writes once at a time")
    let past = closure(of: seen + own)
    let wall = time + (skews[replica] ?? 0)
    writes.append(
      Write(
        content: content, replica: replica, time: time, past: past,
        timestamps: timestamps(after: past, wall: wall)))
    return writes.count - 1
  }

  private func closure(of numbers: [Int]) -> SortedSet<Int> {
    numbers.reduce(into: SortedSet(numbers)) { $0.formUnion(writes[$1].past) }
  }

  /// The arrival of what was seen is no event of its own here: a write is later than all of it.
  private func timestamps(after past: SortedSet<Int>, wall: Int) -> Timestamps {
    let known = past.elements.map { writes[$0].timestamps }
    var lamport = LamportClock(time: known.map(\.lamport).max() ?? 0)
    var hybrid = HybridLogicalClock(latest: known.map(\.hybrid).max())
    return Timestamps(wallClock: wall, lamport: lamport.tick(), hybrid: hybrid.send(at: wall))
  }
}

extension WriteHistory {
  public func timestamp(of number: Int, by order: WriteOrder) -> WriteTimestamp {
    let timestamps = writes[number].timestamps
    return switch order {
    case .wallClock: .wallClock(timestamps.wallClock)
    case .lamport: .lamport(timestamps.lamport)
    case .hybrid: .hybrid(timestamps.hybrid)
    }
  }

  /// The number of the write that is left when all replicas know all; `nil` without writes.
  public func winner(by order: WriteOrder) -> Int? { greatest(of: writes.indices, by: order) }

  /// What became of each write, by its number.
  ///
  /// A write is replaced by one that wins against it, if its writer read it: a reader sees the
  /// winner of all that the replica knows. Any other write but the winner of all is lost.
  public func fates(by order: WriteOrder) -> [WriteFate] {
    let read = writes.map { greatest(of: $0.past.elements, by: order) }
    let winner = winner(by: order)
    return writes.indices.map { number in
      if number == winner { return .wins }
      let next = writes.indices.first { read[$0] == number && wins($0, against: number, by: order) }
      if let next { return .replaced(by: next) }
      return loss(of: number, by: order)
    }
  }

  /// A write that its own replica knew of and preferred, or else the strongest concurrent one.
  private func loss(of number: Int, by order: WriteOrder) -> WriteFate {
    let past = writes[number].past
    let stronger = writes.indices.filter { wins($0, against: number, by: order) }
    if let earlier = greatest(of: stronger.filter(past.contains), by: order) {
      return .lostThoughLater(to: earlier)
    }
    let concurrent = stronger.filter { !writes[$0].past.contains(number) }
    guard let other = greatest(of: concurrent, by: order) else {
      preconditionFailure("what nobody replaced and nothing beats, wins")
    }
    return .lost(to: other)
  }

  private func greatest(of numbers: some Sequence<Int>, by order: WriteOrder) -> Int? {
    numbers.max { wins($1, against: $0, by: order) }
  }

  /// By the timestamp, and of equal ones by the replica.
  private func wins(_ number: Int, against other: Int, by order: WriteOrder) -> Bool {
    (timestamp(of: number, by: order), writes[number].replica)
      > (timestamp(of: other, by: order), writes[other].replica)
  }
}

extension WriteHistory.Write: Equatable where Content: Equatable {}
extension WriteHistory: Equatable where Content: Equatable {}
