/// A type whose replicas a ``CRDTScript`` can play; the raw value is how authors write it.
package enum CRDTType: String, CaseIterable, Sendable {
  case growOnlyCounter = "g-counter"
  case counter = "pn-counter"
  case growOnlySet = "g-set"
  case twoPhaseSet = "2p-set"
  case observedRemoveSet = "or-set"
  case lastWriteWins = "lww-register"
  case multiValue = "mv-register"
  case growableArray = "rga"
  case positions = "lseq"
  // Anti-examples, which break laws of merging or lose updates.
  case sum, maximum
  case lastWriter = "last-writer"
  case lastWriteWithoutReplica = "lww-without-id"

  /// The types that are what they say: without the anti-examples.
  package static let sound = allCases.filter { type in
    switch type {
    case .growOnlyCounter, .counter, .growOnlySet, .twoPhaseSet, .observedRemoveSet,
      .lastWriteWins, .multiValue, .growableArray, .positions:
      true
    case .sum, .maximum, .lastWriter, .lastWriteWithoutReplica: false
    }
  }

  /// What clients can ask of a replica.
  package var verbs: [CRDTOperation.Verb] {
    switch self {
    case .growOnlyCounter: [.increment]
    case .counter, .sum, .maximum, .lastWriter: [.increment, .decrement]
    case .growOnlySet: [.add]
    case .twoPhaseSet, .observedRemoveSet: [.add, .remove]
    case .lastWriteWins, .multiValue, .lastWriteWithoutReplica: [.set]
    case .growableArray, .positions: [.insert, .delete]
    }
  }

  /// Whether a write says when it was made, by the clock of its replica.
  package var comparesTimes: Bool {
    switch self {
    case .lastWriteWins, .lastWriteWithoutReplica: true
    case .growOnlyCounter, .counter, .growOnlySet, .twoPhaseSet, .observedRemoveSet, .multiValue,
      .growableArray, .positions, .sum, .maximum, .lastWriter:
      false
    }
  }
}

/// What a client asks of a replica, whatever the type.
package enum CRDTOperation: Equatable, Sendable {
  case increment(by: Int = 1)
  case decrement(by: Int = 1)
  case add(String)
  case remove(String)
  /// The time is left out where a type has no use for it.
  case set(String, time: Int? = nil)
  /// Positions count Unicode scalars, from 0.
  case insert(at: Int, String)
  case delete(at: Int, count: Int)

  /// The word for an operation.
  package enum Verb: String, CaseIterable, Sendable {
    case increment, decrement, add, remove, set, insert, delete
  }

  package var verb: Verb {
    switch self {
    case .increment: .increment
    case .decrement: .decrement
    case .add: .add
    case .remove: .remove
    case .set: .set
    case .insert: .insert
    case .delete: .delete
    }
  }
}
