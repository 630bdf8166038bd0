/// A server, its clients, and what is under way between them.
///
/// Time is left out, as in ``Gossip``: who sends, is served and is told next is said step by step.
/// What one side sends to one other arrives in order, as over one connection each.
public struct TransformationSession: Hashable, Sendable {
  public private(set) var server: TransformationServer
  public private(set) var clients: [TransformationClient]
  /// On the way to the server: at most one from each client, in the order of ``clients``.
  public private(set) var requests: [TransformationRequest?]
  /// On the way to each client, the oldest first.
  public private(set) var broadcasts: [[TransformationBroadcast]]

  public init(_ names: [ReplicaID], text: [Unicode.Scalar] = []) {
    server = TransformationServer(text: text)
    clients = names.map { TransformationClient($0, text: text) }
    requests = names.map { _ in nil }
    broadcasts = names.map { _ in [] }
  }

  /// Whether nothing is under way, and nothing waits to be sent.
  public var isQuiet: Bool {
    requests.allSatisfy { $0 == nil } && broadcasts.allSatisfy(\.isEmpty)
      && clients.allSatisfy { $0.outstanding == nil && $0.buffer.isEmpty }
  }
}

/// One thing that happens between a client, by its place, and the server.
public enum TransformationStep: Hashable, Sendable {
  case insert(Unicode.Scalar, at: Int, client: Int)
  case delete(at: Int, client: Int)
  /// The client puts its next edit on the way, if none is outstanding.
  case send(client: Int)
  /// The server takes the client's request, and tells all.
  case serve(client: Int)
  /// The client takes the oldest message from the server.
  case deliver(client: Int)
}

extension TransformationSession {
  /// Lets something happen; where nothing is to be sent, served or delivered, nothing does.
  ///
  /// - Throws: for an edit outside the client's text; nothing has happened then.
  public mutating func take(_ step: TransformationStep) throws(Refusal) {
    switch step {
    case .insert(let character, let position, let client):
      try clients[client].insert(character, at: position)
    case .delete(let position, let client): try clients[client].delete(at: position)
    case .send(let client):
      if let request = clients[client].send() { requests[client] = request }
    case .serve(let client): serve(client)
    case .deliver(let client):
      if !broadcasts[client].isEmpty { clients[client].receive(broadcasts[client].removeFirst()) }
    }
  }

  /// Sends, serves and delivers until all is quiet, the first client first: at most as many rounds
  /// as one client has edits waiting, and two more.
  public mutating func settle() {
    while !isQuiet {
      for client in clients.indices {
        if let request = clients[client].send() { requests[client] = request }
        serve(client)
      }
      for client in clients.indices {
        for broadcast in broadcasts[client] { clients[client].receive(broadcast) }
        broadcasts[client] = []
      }
    }
  }

  private mutating func serve(_ client: Int) {
    guard let request = requests[client] else { return }
    requests[client] = nil
    guard let broadcast = server.receive(request) else { return }
    for place in broadcasts.indices { broadcasts[place].append(broadcast) }
  }
}
