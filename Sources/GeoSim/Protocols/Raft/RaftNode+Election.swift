import GeoModel

/// Elections: [Ongaro 2014] §5.2 and §5.4.1, [thesis] §4.2.3 and §9.6.
extension RaftNode {
  /// Stands for election when no leader has spoken for too long, and waits on in any case.
  mutating func checkElection(at now: Instant, into outbox: inout Outbox<RaftMessage>) {
    if memory.role == .leader || memory.deadline - now > memory.timeout {
      // A leader waits for nobody; after a clock went back the wait begins anew.
      memory.deadline = now + memory.timeout
    } else if now >= memory.deadline {
      drawTimeout(at: now)
      if mayStand { stand(usesPreVote ? .trial : .binding, at: now, into: &outbox) }
    }
    // A clock that drifts can wake a server some nanoseconds early; it must not wake at once again.
    let shortest = Delay(nanoseconds: 1000)
    outbox.remind(of: .electionTimeout, after: max(shortest, memory.deadline - now))
  }

  /// Voters may stand, and those whose removal is not committed: without them nobody might be able
  /// to commit it ([thesis] §4.2.2). A witness has nothing to lead with.
  var mayStand: Bool {
    !isWitness
      && (members.voters.contains(id)
        || (log.lastChange > memory.commit && log.formerMembers.voters.contains(id)))
  }

  mutating func stand(
    _ ballot: RaftMessage.Ballot, at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) {
    memory.leader = nil
    memory.votes = []
    switch ballot {
    case .trial: memory.role = .trialCandidate
    case .binding, .transfer:
      becomeFollower(in: disk.term + 1, at: now)
      memory.role = .candidate
      disk.vote = id
    }
    let request = RaftMessage.VoteRequest(
      ballot: ballot, term: ballot == .trial ? disk.term + 1 : disk.term, last: log.last)
    for voter in members.voters where voter != id {
      outbox.send(.requestVote(request), to: voter)
    }
    collect(voteOf: id, at: now, into: &outbox)
  }

  mutating func consider(
    _ request: RaftMessage.VoteRequest, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<RaftMessage>
  ) {
    switch request.ballot {
    case .trial:
      let isGranted =
        request.term > disk.term && !hearsLeader(at: now) && log.isNotAhead(of: request.last)
      answer(request, with: isGranted, to: sender, into: &outbox)
    case .binding:
      // Whoever hears a leader neither votes nor lets its term be raised.
      if !hearsLeader(at: now) { vote(on: request, from: sender, at: now, into: &outbox) }
    case .transfer: vote(on: request, from: sender, at: now, into: &outbox)
    }
  }

  /// Whether a leader has spoken within the shortest election timeout.
  private func hearsLeader(at now: Instant) -> Bool {
    if memory.role == .leader { return true }
    guard let contact = memory.lastContact else { return false }
    return contact <= now && now - contact < timing.election.lowerBound
  }

  /// One vote in a term, for the first that asks and has all that may be committed.
  private mutating func vote(
    on request: RaftMessage.VoteRequest, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<RaftMessage>
  ) {
    if request.term > disk.term { becomeFollower(in: request.term, at: now) }
    let isGranted =
      request.term == disk.term && (disk.vote ?? sender) == sender
      && log.isNotAhead(of: request.last)
    if isGranted {
      disk.vote = sender
      memory.deadline = now + memory.timeout
    }
    answer(request, with: isGranted, to: sender, into: &outbox)
  }

  private func answer(
    _ request: RaftMessage.VoteRequest, with isGranted: Bool, to sender: NodeID,
    into outbox: inout Outbox<RaftMessage>
  ) {
    let vote = RaftMessage.Vote(
      isTrial: request.ballot == .trial, term: isGranted ? request.term : disk.term,
      isGranted: isGranted)
    outbox.send(.vote(vote), to: sender)
  }

  mutating func count(
    _ vote: RaftMessage.Vote, from sender: NodeID, at now: Instant,
    into outbox: inout Outbox<RaftMessage>
  ) {
    if !vote.isGranted {
      if vote.term > disk.term { becomeFollower(in: vote.term, at: now) }
    } else if isAwaited(vote) {
      collect(voteOf: sender, at: now, into: &outbox)
    }
  }

  private func isAwaited(_ vote: RaftMessage.Vote) -> Bool {
    switch memory.role {
    case .trialCandidate: vote.isTrial && vote.term == disk.term + 1
    case .candidate: !vote.isTrial && vote.term == disk.term
    case .follower, .leader: false
    }
  }

  private mutating func collect(
    voteOf voter: NodeID, at now: Instant, into outbox: inout Outbox<RaftMessage>
  ) {
    let voters = members.voters
    guard voters.contains(voter), !memory.votes.contains(voter) else { return }
    memory.votes.append(voter)
    guard memory.votes.count >= Quorum(voters: voters.count).majority else { return }
    if memory.role == .trialCandidate {
      stand(.binding, at: now, into: &outbox)
    } else {
      lead(at: now, into: &outbox)
    }
  }
}
