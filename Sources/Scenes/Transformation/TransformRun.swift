import Content
import GeoModel

/// A session of clients and their server, entry by entry.
///
/// Entries are `A type x`, `A erase`, `A left`, `A right`, `A send`, `deliver A` (what is on its way
/// from or to A, towards the server first), `deliver` (whatever comes next) and `settle`.
struct TransformRun: Sendable {
  struct Moment: Equatable, Sendable {
    var session: TransformationSession
    /// How many characters stand before the cursor of each client.
    var cursors: [Int]
  }

  struct Step: Sendable {
    let text: String
    let deed: Deed
    let before: Moment
    let after: Moment
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
  static let usage = "A/B type TEXT, erase, left, right or send, deliver, deliver A, or settle"

  let start: Moment
  private(set) var steps: [Step] = []

  init(text: String) {
    let session = TransformationSession(Self.names, text: Array(text.unicodeScalars))
    start = Moment(session: session, cursors: Self.names.map { _ in text.unicodeScalars.count })
  }

  func moment(after count: Int) -> Moment {
    count > 0 ? steps[min(count, steps.count) - 1].after : start
  }

  /// - Returns: whether the entry meant something.
  mutating func play(_ entry: String) -> Bool {
    let before = moment(after: steps.count)
    let words = entry.split(separator: " ").map(String.init)
    guard let deed = Self.deed(words, in: before.session) else { return false }
    var after = before
    after.take(deed)
    steps.append(Step(text: entry, deed: deed, before: before, after: after))
    return true
  }

  /// Whether an entry would change something after so many others.
  func changes(by entry: String, after count: Int) -> Bool {
    var run = self
    run.steps = Array(steps.prefix(count))
    return run.play(entry) && run.moment(after: count + 1) != moment(after: count)
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

extension TransformRun.Moment {
  fileprivate mutating func take(_ deed: TransformRun.Deed) {
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
