/// What a deployment does to a workload, from its delays and rates alone: no run, no chance.
///
/// All of it holds while no region is lost, without jitter and without tokens.
public struct PatternExpectation: Sendable {
  private let workload: Workload
  private let deployment: Deployment
  private let routing: RequestRouting

  public init(_ workload: Workload, _ deployment: Deployment) {
    self.workload = workload
    self.deployment = deployment
    routing = RequestRouting(workload, deployment)
  }

  /// What a user waits for who reads anything that no consensus group decides on.
  ///
  /// - Parameter place: where he is, a place in the list of clients.
  public func read(from place: Int) -> Duration {
    path(from: place, to: routing.entry(from: place)).answered
  }

  /// What a user waits for who writes anything that no consensus group decides on.
  ///
  /// - Parameter home: where he lives.
  public func write(from place: Int, home: Int) -> Duration {
    path(from: place, to: routing.writer(at: place, home: home)).answered
  }

  /// What a buyer waits for: to the leader and back, and the answer of a majority in between.
  ///
  /// - Returns: `nil` where no consensus group sells.
  public func sale(from place: Int) -> Duration? {
    guard deployment.hasConsensusForStock,
      let commit = workload.consensusGroup.commit(in: workload.topology)
    else { return nil }
    return path(from: place, to: 0, work: commit.latency).answered
  }

  private func path(from place: Int, to server: Int, work: Duration = .zero) -> RequestPath {
    RequestPath(
      from: workload.clients[place].region, entry: workload.regions[routing.entry(from: place)],
      server: workload.regions[server], work: work, in: workload.topology)
  }

  /// From a write in one region until another one shows it.
  public func visibility(from writer: Int, at reader: Int) -> Duration {
    guard writer != reader else { return .zero }
    return workload.topology.way(from: workload.regions[writer], to: workload.regions[reader])
      + workload.lag
  }

  /// How likely a read of the counter misses a write that one region took, if they come
  /// independently: 1 − e^(−*λL*).
  ///
  /// - Parameter share: which part of all writes that region takes.
  public func staleShare(from writer: Int, at reader: Int, share: Double = 1) -> Double {
    1 - Arithmetic.exp(-misses(from: writer, at: reader, share: share))
  }

  /// How old the oldest write is, on average, that such a read misses; nothing where it misses none:
  /// *L* − (1 − e^(−*λL*)) / *λ*.
  public func meanStaleness(from writer: Int, at reader: Int, share: Double = 1) -> Duration {
    let rate = workload.writes(of: .counter) * share
    guard rate > 0 else { return .zero }
    return visibility(from: writer, at: reader)
      - .seconds(1) * (staleShare(from: writer, at: reader, share: share) / rate)
  }

  /// How many writes of the counter are on their way, on average.
  private func misses(from writer: Int, at reader: Int, share: Double) -> Double {
    workload.writes(of: .counter) * share * (visibility(from: writer, at: reader) / .seconds(1))
  }

  /// How likely a user who reads his profile does not find what he wrote last and was told of.
  ///
  /// The time in which that can happen begins when the answer is in his hands and ends where a
  /// read that is sent later finds the write; his writes come independently.
  public func brokenReadYourWrites(at place: Int, home: Int) -> Double {
    let reader = routing.entry(from: place)
    let writer = routing.writer(at: place, home: home)
    guard writer != reader else { return 0 }
    let write = path(from: place, to: writer)
    let answer = write.answered - write.served
    let request = path(from: place, to: reader).arrived
    let window = visibility(from: writer, at: reader) - answer - request
    guard window > .zero else { return 0 }
    let rate = workload.writes(of: .profile) / Double(workload.userCount)
    return 1 - Arithmetic.exp(-rate * (window / .seconds(1)))
  }
}

extension Workload {
  /// The group that decides on every sale of the tiered pattern: a voter in every region, led from
  /// the first.
  public var consensusGroup: ReplicaGroup {
    do throws(GroupError) {
      return try ReplicaGroup(leader: regions[0], voters: regions)
    } catch {
      preconditionFailure("the leader is the first of the voters")
    }
  }
}
