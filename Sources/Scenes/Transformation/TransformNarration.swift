import GeoModel

/// The sentences of a session with a transformation server.
enum TransformNarration {
  static func sentence(of step: PlayedHistory<TransformRules>.Step) -> String {
    let session = step.before.session
    let isIdle = step.after == step.before
    func name(_ client: Int) -> String { session.clients[client].name.name }
    switch step.deed {
    case .type(let text, let client): return "\(name(client)) types ‘\(text)’ and sees it at once."
    case .erase(let client):
      return isIdle
        ? "\(name(client)) has nothing to erase."
        : "\(name(client)) erases a character and sees it at once."
    case .move(_, let client):
      return "\(name(client)) \(isIdle ? "cannot move its cursor further" : "moves its cursor")."
    case .send(let client): return sending(by: client, in: step)
    case .serve(let client): return serving(client, in: step)
    case .deliver(let client): return delivery(to: client, in: session)
    case .nothing: return "Nothing is under way."
    case .settle:
      return isIdle ? "Nothing is under way." : "Everything is sent, ordered and delivered."
    }
  }

  private static func sending(by client: Int, in step: PlayedHistory<TransformRules>.Step) -> String
  {
    let name = step.before.session.clients[client].name
    guard step.after.session != step.before.session,
      let request = step.after.session.requests[client]
    else { return "\(name) has nothing to send, or waits for the answer to its last edit." }
    return
      "\(name) sends \(request.operation.text), made on the text of revision \(request.revision)."
  }

  private static func serving(_ client: Int, in step: PlayedHistory<TransformRules>.Step) -> String
  {
    guard let request = step.before.session.requests[client],
      let broadcast = step.after.session.server.history.last
    else { return "Nothing is under way." }
    let (before, after) = (request.operation.text, broadcast.operation.text)
    let change = before == after ? "stays \(after)" : "becomes \(after)"
    return "The server puts it in place \(broadcast.revision): \(before) \(change)."
  }

  private static func delivery(to client: Int, in session: TransformationSession) -> String {
    let name = session.clients[client].name
    guard let broadcast = session.broadcasts[client].first else { return "Nothing is under way." }
    return broadcast.from == name
      ? "\(name) learns that its own edit is number \(broadcast.revision)."
      : "\(name) takes over edit \(broadcast.revision): \(broadcast.operation.text), "
        + "transformed past what the server did not know."
  }
}
