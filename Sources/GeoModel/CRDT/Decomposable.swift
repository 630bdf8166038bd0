/// A type whose states can be taken apart, so that only what the other side lacks is sent.
///
/// A delta is a state like any other: it is merged, and may come late, twice or out of order.
/// [Almeida et al. 2018]; the parts and the difference after [Enes et al. 2019].
///
/// [Almeida et al. 2018]: https://arxiv.org/abs/1603.01529
/// [Enes et al. 2019]: https://arxiv.org/abs/1803.02750
public protocol Decomposable: Replicated {
  /// The fewest and smallest states whose join is this one; none of them is a join of smaller ones.
  var joinDecomposition: [Self] { get }
}

extension Decomposable {
  /// The smallest state that must be merged into another for it to know all that this one knows.
  ///
  /// - Complexity: a merge for each part of this state.
  public func difference(from known: Self) -> Self {
    joinDecomposition.reduce(into: Self()) { difference, part in
      if !part.isKnown(to: known) { difference.merge(part) }
    }
  }
}

extension GCounter: Decomposable {
  public var joinDecomposition: [GCounter] { slots.entries.map { GCounter(slots: [$0: $1]) } }
}

extension PNCounter: Decomposable {
  public var joinDecomposition: [PNCounter] {
    increments.joinDecomposition.map { PNCounter(increments: $0, decrements: GCounter()) }
      + decrements.joinDecomposition.map { PNCounter(increments: GCounter(), decrements: $0) }
  }
}

extension BoundedCounter: Decomposable {
  public var joinDecomposition: [BoundedCounter] {
    rights.entries.map { BoundedCounter(rights: [$0: $1], used: GCounter()) }
      + used.joinDecomposition.map { BoundedCounter(rights: [:], used: $0) }
  }
}

extension GSet: Decomposable {
  public var joinDecomposition: [GSet] { value.map { GSet([$0]) } }
}

extension TwoPhaseSet: Decomposable {
  public var joinDecomposition: [TwoPhaseSet] {
    added.joinDecomposition.map { TwoPhaseSet(added: $0, removed: GSet()) }
      + removed.joinDecomposition.map { TwoPhaseSet(added: GSet(), removed: $0) }
  }
}

extension ORSet: Decomposable {
  /// One part for each addition that is known: with its element, or alone where it was removed.
  public var joinDecomposition: [ORSet] {
    let there = dots.entries.flatMap { element, dots in
      dots.elements.map {
        ORSet(dots: SortedMap([(element, [$0])]), context: CausalContext([$0]))
      }
    }
    let live = SortedSet(dots.values.flatMap(\.elements))
    let removed = context.dots.filter { !live.contains($0) }
    return there + removed.map { ORSet(dots: [:], context: CausalContext([$0])) }
  }
}

extension LWWRegister: Decomposable {
  /// Registers are ordered in one line, so that each is its own only part.
  public var joinDecomposition: [LWWRegister] { write == nil ? [] : [self] }
}

extension MVRegister: Decomposable {
  public var joinDecomposition: [MVRegister] {
    siblings.entries.map { MVRegister(siblings: [$0: $1]) }
  }
}

extension LWWMap: Decomposable {
  public var joinDecomposition: [LWWMap] {
    registers.entries.map { LWWMap(registers: [$0: $1]) }
  }
}
