/// What must hold of a merge, whatever order, grouping and repetition the network makes of it.
///
/// The first three make states a semilattice; updates must go up in it as well. Laws say nothing
/// about what the value should be: a counter that loses updates can keep them all.
public enum Law: String, CaseIterable, Sendable {
  case commutative, associative, idempotent
  /// An update is known to every later state of its replica.
  case inflationary
  /// An old copy that comes again changes nothing.
  case redelivery

  /// States that break the law, and what it should have made equal.
  public struct Counterexample<State: Replicated>: Sendable {
    public let law: Law
    /// In the order in which the law names them: *a*, *b*, *c*.
    public let states: [State]
    public let left: State
    public let right: State
  }
}

extension Law {
  /// The first of all pairs and triples of states that breaks a law of merging alone.
  ///
  /// - Parameter states: such as replicas reach; at most a dozen, since triples are tried.
  /// - Returns: `nil` where the law holds among them, and for ``inflationary``, which is about
  ///   updates: see ``counterexample(updating:to:)``.
  public func counterexample<State: Replicated>(among states: [State]) -> Counterexample<State>? {
    switch self {
    case .commutative:
      pairs(of: states) { a, b in (a.merged(with: b), b.merged(with: a)) }
    case .associative: triples(of: states)
    case .idempotent:
      first(states.map { ([$0], $0.merged(with: $0), $0) })
    case .redelivery:
      pairs(of: states) { a, b in
        let once = a.merged(with: b)
        return (once.merged(with: b), once)
      }
    case .inflationary: nil
    }
  }

  /// An update that the state of before would undo: ``inflationary`` asks that a merge with it
  /// changes nothing.
  public static func counterexample<State: Replicated>(
    updating before: State, to after: State
  ) -> Counterexample<State>? {
    let left = after.merged(with: before)
    guard left != after else { return nil }
    return Counterexample(law: .inflationary, states: [before, after], left: left, right: after)
  }

  private func pairs<State: Replicated>(
    of states: [State], sides: (State, State) -> (State, State)
  ) -> Counterexample<State>? {
    for a in states {
      for b in states {
        let (left, right) = sides(a, b)
        if left != right {
          return Counterexample(law: self, states: [a, b], left: left, right: right)
        }
      }
    }
    return nil
  }

  private func triples<State: Replicated>(of states: [State]) -> Counterexample<State>? {
    for a in states {
      for b in states {
        for c in states {
          let left = a.merged(with: b).merged(with: c)
          let right = a.merged(with: b.merged(with: c))
          if left != right {
            return Counterexample(law: self, states: [a, b, c], left: left, right: right)
          }
        }
      }
    }
    return nil
  }

  private func first<State: Replicated>(
    _ sides: [(states: [State], left: State, right: State)]
  ) -> Counterexample<State>? {
    sides.first { $0.left != $0.right }.map {
      Counterexample(law: self, states: $0.states, left: $0.left, right: $0.right)
    }
  }
}
