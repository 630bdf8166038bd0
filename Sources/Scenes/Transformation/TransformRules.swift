import GeoModel

/// A session of clients and their server, entry by entry.
///
/// Entries are `A type x`, `A erase`, `A left`, `A right`, `A send`, `deliver A` (what is on its way
/// from or to A, towards the server first), `deliver` (whatever comes next) and `settle`.
struct TransformRules: HistoryRules {
  struct Moment: Equatable, Sendable {
    var session: TransformationSession
    /// How many characters stand before the cursor of each client.
    var cursors: [Int]
  }

  enum Deed: Equatable, Sendable {
    case type(String, client: Int)
    case erase(client: Int)
    case move(Int, client: Int)
    case send(client: Int)
    /// The server takes a request.
    case serve(client: Int)
    /// A client takes a broadcast.
    case deliver(client: Int)
    /// Nothing was under way.
    case nothing
    case settle
  }

  static let names: [ReplicaID] = ["A", "B"]
  let usage = "A/B type TEXT, erase, left, right or send, deliver, deliver A, or settle"

  let text: String

  var start: Moment {
    let text = Array(text.unicodeScalars)
    return Moment(
      session: TransformationSession(Self.names, text: text),
      cursors: Self.names.map { _ in text.count })
  }

  func outcome(
    of words: [String], after count: Int, in moment: Moment
  ) -> (deed: Deed, after: Moment)? {
    guard let deed = Self.deed(words, in: moment.session) else { return nil }
    var after = moment
    after.take(deed)
    return (deed, after)
  }

  private static func deed(_ words: [String], in session: TransformationSession) -> Deed? {
    if words == ["settle"] { return .settle }
    if words == ["deliver"] { return next(in: session) }
    if words.count == 2, words[0] == "deliver", let client = client(words[1]) {
      return arrival(at: client, in: session) ?? .nothing
    }
    guard words.count > 1, let client = client(words[0]) else { return nil }
    return switch (words[1], words.count) {
    case ("type", 3...):
      .type(TypedText.text(named: words.dropFirst(2).joined(separator: " ")), client: client)
    case ("erase", 2): .erase(client: client)
    case ("left", 2): .move(-1, client: client)
    case ("right", 2): .move(1, client: client)
    case ("send", 2): .send(client: client)
    default: nil
    }
  }

  private static func client(_ name: String) -> Int? { names.firstIndex { $0.name == name } }

  private static func next(in session: TransformationSession) -> Deed {
    let requests = names.indices.filter { session.requests[$0] != nil }
    let broadcasts = names.indices.filter { !session.broadcasts[$0].isEmpty }
    return requests.first.map { .serve(client: $0) }
      ?? broadcasts.first.map { .deliver(client: $0) } ?? .nothing
  }

  private static func arrival(at client: Int, in session: TransformationSession) -> Deed? {
    if session.requests[client] != nil { return .serve(client: client) }
    return session.broadcasts[client].isEmpty ? nil : .deliver(client: client)
  }
}

extension TransformRules.Moment {
  fileprivate mutating func take(_ deed: TransformRules.Deed) {
    switch deed {
    case .type(let text, let client):
      for character in text.unicodeScalars {
        perform(.insert(character, at: cursors[client], client: client))
        cursors[client] += 1
      }
    case .erase(let client) where cursors[client] > 0:
      perform(.delete(at: cursors[client] - 1, client: client))
      cursors[client] -= 1
    case .move(let step, let client):
      let length = session.clients[client].text.count
      cursors[client] = min(max(0, cursors[client] + step), length)
    case .send(let client): perform(.send(client: client))
    case .serve(let client): perform(.serve(client: client))
    case .deliver(let client): keepingCursor(of: client) { $0.perform(.deliver(client: client)) }
    case .settle: settle()
    case .erase, .nothing: break
    }
  }

  private mutating func perform(_ step: TransformationStep) {
    try? session.take(step)  // a cursor is never outside its text
  }

  /// The cursor moves with the character that it stands behind.
  private mutating func keepingCursor(of client: Int, _ change: (inout Self) -> Void) {
    let before = session.clients[client].text
    change(&self)
    let after = session.clients[client].text
    let same = zip(before, after).prefix { $0 == $1 }.count
    if same < cursors[client] { cursors[client] += after.count - before.count }
  }

  private mutating func settle() {
    while !session.isQuiet {
      for client in session.clients.indices {
        perform(.send(client: client))
        perform(.serve(client: client))
      }
      for client in session.clients.indices {
        while !session.broadcasts[client].isEmpty {
          keepingCursor(of: client) { $0.perform(.deliver(client: client)) }
        }
      }
    }
  }
}
