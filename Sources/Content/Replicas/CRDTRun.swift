import GeoModel

/// A script being played on one type.
struct CRDTRun<State: ScriptedState> {
  private let type: CRDTType
  private let replicas: [ReplicaID]
  /// Of replicas and of snapshots.
  private var states: [ReplicaID: State] = [:]
  private var snapshots: [ReplicaID] = []
  /// The sum of all that counters were asked to count, which bounds every number in them.
  private var counted = 0

  init(type: CRDTType, replicas: [ReplicaID]) {
    self.type = type
    self.replicas = replicas
    for replica in replicas { states[replica] = State() }
  }

  var outcome: CRDTOutcome {
    let all = replicas.map { states[$0, default: State()] }
    return CRDTOutcome(
      replicas: zip(replicas, all).map { CRDTOutcome.Replica($0, $1) },
      hasConverged: all.allSatisfy { $0 == all[0] })
  }

  mutating func take(_ deed: CRDTScript.Deed) throws(CRDTRefusal) {
    switch deed {
    case .update(let operation, let replica): try update(operation, at: replica)
    case .merge(let source, let replica): try merge(source, into: replica)
    case .snapshot(let replica, let name):
      guard !replicas.contains(name) else {
        throw CRDTRefusal("'\(name)' is a replica; a snapshot needs a name of its own")
      }
      if states.updateValue(try state(of: replica), forKey: name) == nil { snapshots.append(name) }
    }
  }

  private mutating func update(
    _ operation: CRDTOperation, at replica: ReplicaID
  ) throws(CRDTRefusal) {
    _ = try state(of: replica)
    guard let update = State.update(for: operation) else { throw type.refusal(of: operation) }
    try count(operation)
    do throws(Refusal) {
      try states[replica]?.apply(update, at: replica)
    } catch {
      throw CRDTRefusal(error, of: operation, at: replica, type)
    }
  }

  private mutating func count(_ operation: CRDTOperation) throws(CRDTRefusal) {
    switch operation {
    case .increment(let amount), .decrement(let amount): counted += amount
    case .add, .remove, .set, .insert, .delete: break
    }
    guard counted <= CRDTScript.greatest else { throw .tooLarge }
  }

  private mutating func merge(
    _ source: ReplicaID, into replica: ReplicaID
  ) throws(CRDTRefusal) {
    _ = try state(of: replica)
    guard let other = states[source] else {
      throw .unknown("replica or snapshot", source, replicas + snapshots)
    }
    states[replica]?.merge(other)
    // Sums grow with every merge; neither of the two was beyond the bound.
    if case .number(let value)? = states[replica]?.shownValue,
      value.magnitude > CRDTScript.greatest
    {
      throw .tooLarge
    }
  }

  private func state(of replica: ReplicaID) throws(CRDTRefusal) -> State {
    guard replicas.contains(replica), let state = states[replica] else {
      throw .unknown("replica", replica, replicas)
    }
    return state
  }
}

extension CRDTOutcome.Replica {
  init(_ id: ReplicaID, _ state: some ScriptedState) {
    self.init(id: id, value: state.shownValue, state: state.tree)
  }
}
