extension RaftMessage: CustomStringConvertible {
  /// The message as part of a line in a trace.
  public var description: String {
    switch self {
    case .requestVote(let request):
      "\(request.ballot) vote? term \(request.term) log \(request.last)"
    case .vote(let vote):
      "\(vote.isTrial ? "trial" : "binding") \(vote.isGranted ? "yes" : "no") term \(vote.term)"
    case .append(let append): append.text
    case .matches(let term, let index): "matches term \(term) to \(index)"
    case .differs(let term, let hint): "differs term \(term) try \(hint)"
    case .timeoutNow(let term): "timeout now term \(term)"
    case .request(let request): "request \(request.id) \(request.task)"
    case .answer(let id, let answer): "answer \(id) \(answer)"
    case .electionTimeout: "election timeout"
    case .heartbeat(let term): "heartbeat term \(term)"
    case .flushed(let position): "flushed \(position)"
    case .issue(let number): "issue \(number)"
    case .retry(let number, let asked): "retry \(number) after \(asked)"
    }
  }
}

extension RaftMessage.Append {
  fileprivate var text: String {
    let list = entries.map { "\($0)" }.joined(separator: ", ")
    return "append term \(term) after \(previous) [\(list)] commit \(commit)"
  }
}

extension RaftLog.Position: CustomStringConvertible {
  /// The index, and the term after an @.
  public var description: String { "\(index)@\(term)" }
}

extension RaftEntry: CustomStringConvertible {
  public var description: String {
    switch command {
    case .nothing: "nothing@\(term)"
    case .write(let id): "write \(id)@\(term)"
    case .members(let members, let id): "members \(members) by \(id)@\(term)"
    }
  }
}

extension RaftMembers: CustomStringConvertible {
  /// The voters, and the learners after a +.
  public var description: String {
    func list(_ servers: [NodeID]) -> String { servers.map { "\($0)" }.joined(separator: " ") }
    return learners.isEmpty ? "(\(list(voters)))" : "(\(list(voters)) + \(list(learners)))"
  }
}

extension RaftRequestID: CustomStringConvertible {
  /// The client's number, and that of its request after a point.
  public var description: String { "\(client).\(number)" }
}

extension RaftTask: CustomStringConvertible {
  public var description: String {
    switch self {
    case .write: "write"
    case .change(.addVoter(let server)): "add voter \(server)"
    case .change(.addLearner(let server)): "add learner \(server)"
    case .change(.remove(let server)): "remove \(server)"
    case .transfer(let server): "transfer to \(server)"
    }
  }
}

extension RaftAnswer: CustomStringConvertible {
  public var description: String {
    switch self {
    case .done: "done"
    case .notLeader(let leader): leader.map { "ask \($0)" } ?? "not the leader"
    case .refused(.changeInFlight): "refused: a change is in flight"
    case .refused(.tooEarlyInTerm): "refused: nothing of this term is committed"
    case .refused(.noSuchChange): "refused: nothing to change"
    case .refused(.handingOver): "refused: handing over"
    case .refused(.notAVoter): "refused: not a voter"
    }
  }
}
