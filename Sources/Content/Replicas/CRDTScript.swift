import GeoModel

/// What happens among replicas of one type, step by step, as it was written down.
package struct CRDTScript: Equatable, Sendable {
  package struct Step: Equatable, Sendable {
    /// Where it stands, counted from 1.
    package let line: Int
    package let deed: Deed

    package init(line: Int, _ deed: Deed) {
      self.line = line
      self.deed = deed
    }
  }

  package enum Deed: Equatable, Sendable {
    case update(CRDTOperation, at: ReplicaID)
    /// A replica takes over what another one, or a snapshot, knows.
    case merge(from: ReplicaID, into: ReplicaID)
    /// Keeps a copy of a replica under a name, in place of an earlier copy of that name.
    case snapshot(of: ReplicaID, named: ReplicaID)
  }

  package let type: CRDTType
  /// All different, in the order in which they are reported.
  package let replicas: [ReplicaID]
  package let steps: [Step]

  package init(type: CRDTType, replicas: [ReplicaID], steps: [Step]) {
    self.type = type
    self.replicas = replicas
    self.steps = steps
  }

  /// The greatest number that a counter or a clock may reach, either side of 0. Beyond it programs
  /// that read JSON begin to round.
  package static let greatest = 1 << 53

  /// Plays all steps.
  ///
  /// - Throws: at the first step that the type refuses, or that names what is not there.
  package func run() throws(CRDTScriptError) -> CRDTOutcome {
    switch type {
    case .growOnlyCounter: try play(GCounter.self)
    case .counter: try play(PNCounter.self)
    case .growOnlySet: try play(GSet<ExactText>.self)
    case .twoPhaseSet: try play(TwoPhaseSet<ExactText>.self)
    case .observedRemoveSet: try play(ORSet<ExactText>.self)
    case .lastWriteWins: try play(LWWRegister<ExactText>.self)
    case .multiValue: try play(MVRegister<ExactText>.self)
    case .growableArray: try play(SplitRGA.self)
    case .positions: try play(LSEQ.self)
    case .sum: try play(BareInteger<SumMerge>.self)
    case .maximum: try play(BareInteger<MaximumMerge>.self)
    case .lastWriter: try play(BareInteger<LastWriterMerge>.self)
    case .lastWriteWithoutReplica: try play(LWWRegisterWithoutReplica<ExactText>.self)
    }
  }

  private func play<State: ScriptedState>(
    _: State.Type
  ) throws(CRDTScriptError) -> CRDTOutcome {
    var run = CRDTRun<State>(type: type, replicas: replicas)
    for step in steps {
      do throws(CRDTRefusal) {
        try run.take(step.deed)
      } catch {
        throw CRDTScriptError(line: step.line, message: error.message)
      }
    }
    return run.outcome
  }
}

/// What is wrong with a step, and what would be right.
package struct CRDTScriptError: Error, Equatable, Sendable {
  package let line: Int
  package let message: String
}

/// What the replicas hold in the end.
package struct CRDTOutcome: Equatable, Sendable {
  package struct Replica: Equatable, Sendable {
    package let id: ReplicaID
    package let value: CRDTValue
    package let state: StateTree
  }

  package let replicas: [Replica]
  /// Whether all states are equal.
  package let hasConverged: Bool
}

/// What a reader sees at a replica.
package enum CRDTValue: Equatable, Sendable {
  case number(Int)
  case text(String)
  /// In the order of their bytes.
  case texts([String])
  /// A register that nobody has written.
  case nothing
}

/// A state as its definition has it: maps, lists and what is in them, in one order only.
package indirect enum StateTree: Equatable, Sendable {
  case nothing
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([StateTree])
  case record([Member])

  package struct Member: Equatable, Sendable {
    package let name: String
    package let value: StateTree

    init(_ name: String, _ value: StateTree) {
      self.name = name
      self.value = value
    }
  }
}
