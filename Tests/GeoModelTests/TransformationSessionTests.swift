import GeoModel
import Testing

/// Clients and a server: whoever is sent, served and told when, all end with one text.
struct TransformationSessionTests {
  @Test func `an edit is seen at once by its author and later by all`() throws {
    var session = TransformationSession(["A", "B"], text: characters(of: "abc"))
    try session.take(.insert("x", at: 1, client: 0))
    try session.take(.delete(at: 0, client: 1))
    #expect(texts(of: session) == ["abc", "axbc", "bc"])
    for step in [TransformationStep.send(client: 0), .send(client: 1), .serve(client: 1)] {
      try session.take(step)
    }
    #expect(texts(of: session) == ["bc", "axbc", "bc"])
    try session.take(.serve(client: 0))
    #expect(session.server.history.map(\.operation) == [.delete(at: 0), insertion("x", 0)])
    try session.take(.deliver(client: 0))
    #expect(session.clients[0].outstanding == insertion("x", 0))
    session.settle()
    #expect(texts(of: session) == ["xbc", "xbc", "xbc"])
  }

  @Test func `one operation is outstanding and the others wait`() throws {
    var session = TransformationSession(["A", "B"])
    for (place, character) in characters(of: "hi!").enumerated() {
      try session.take(.insert(character, at: place, client: 0))
      try session.take(.send(client: 0))
    }
    #expect(session.requests[0]?.operation == insertion("h", 0))
    #expect(session.clients[0].buffer == [insertion("i", 1), insertion("!", 2)])
    session.settle()
    #expect(texts(of: session) == ["hi!", "hi!", "hi!"])
  }

  @Test func `two who type a word at one place do not interleave`() throws {
    var session = TransformationSession(["A", "B"])
    for (place, pair) in zip(characters(of: "one"), characters(of: "two")).enumerated() {
      try session.take(.insert(pair.0, at: place, client: 0))
      try session.take(.insert(pair.1, at: place, client: 1))
    }
    session.settle()
    #expect(texts(of: session) == ["onetwo", "onetwo", "onetwo"])
  }

  @Test func `an edit outside the text is refused and changes nothing`() {
    var session = TransformationSession(["A"], text: characters(of: "abc"))
    let before = session
    #expect(throws: Refusal.outside(length: 3)) {
      try session.take(.insert("x", at: 4, client: 0))
    }
    #expect(throws: Refusal.outside(length: 3)) { try session.take(.delete(at: 3, client: 0)) }
    #expect(throws: Refusal.outside(length: 3)) { try session.take(.delete(at: -1, client: 0)) }
    #expect(session == before)
  }

  @Test func `what comes twice is taken once and what comes early is not taken`() throws {
    var server = TransformationServer(text: characters(of: "a"))
    var author = TransformationClient("A", text: characters(of: "a"))
    var reader = TransformationClient("B", text: characters(of: "a"))
    let request = try #require(try author.perform(insertion("x", 0)))
    let replies = [server.receive(request), server.receive(request)]
    let first = try #require(replies[0])
    #expect(replies[1] == nil)
    author.receive(first)
    let later = try author.perform(insertion("y", 0)).flatMap { server.receive($0) }
    let second = try #require(later)
    #expect(
      [second, first, first, second].map { reader.receive($0) } == [false, true, false, true])
    #expect(spelled(server.text) == "yxa")
    #expect(reader.text == server.text)
  }

  @Test(arguments: [
    // clients, edits of each, text
    (2, 1, "ab"), (3, 1, "a"), (2, 2, ""),
  ])
  func `all interleavings of few edits converge`(clients: Int, edits: Int, text: String) {
    var exploration = Exploration()
    let names = (0..<clients).map { ReplicaID("\($0)") }
    exploration.explore(TransformationSession(names, text: characters(of: text)), editsLeft: edits)
    #expect(exploration.diverged == [])
    #expect(exploration.ends > 50)
  }

  @Test(arguments: 0..<300)
  func `long random sessions converge and lose nothing`(seed: Int) throws {
    var dice = SplitMix64(seed: UInt64(seed))
    let names: [ReplicaID] = Array(["A", "B", "C", "D"].prefix(dice.integer(in: 2...4)))
    var typing = Typing(session: TransformationSession(names, text: characters(of: "abcdef")))
    for _ in 0..<120 { try typing.step(with: &dice) }
    typing.session.settle()
    let text = typing.session.server.text
    #expect(typing.session.clients.allSatisfy { $0.text == text })
    #expect(Set(text) == typing.present && text.count == typing.present.count)
    #expect(typing.shown.filter { !text.keepsOrder(of: $0) } == [])
  }

  @Test func `a server that tells operations as they were sent lets copies diverge`() throws {
    #expect(try divergences { _, told in told } == 0)
    let untransformed = try divergences { request, told in
      TransformationBroadcast(
        operation: request.operation, revision: told.revision, from: told.from)
    }
    #expect(untransformed > 0)
  }

  @Test func `a client that does not know its own operation carries it out twice`() throws {
    let anonymous = try divergences { _, told in
      TransformationBroadcast(operation: told.operation, revision: told.revision, from: "?")
    }
    #expect(anonymous > 0)
  }

  /// How many pairs of concurrent edits end with different texts, if clients are told otherwise.
  private func divergences(
    _ telling: (TransformationRequest, TransformationBroadcast) -> TransformationBroadcast
  ) throws -> Int {
    let text = characters(of: "abcd")
    let edits = (0...2).flatMap { [insertion("x", $0), .delete(at: $0)] }
    return try edits.flatMap { one in edits.map { (one, $0) } }.count { pair in
      var server = TransformationServer(text: text)
      var clients = ["A", "B"].map { TransformationClient($0, text: text) }
      let requests = try zip(clients.indices, [pair.0, pair.1]).compactMap { index, edit in
        try clients[index].perform(edit)
      }
      let told = requests.compactMap { request in
        server.receive(request).map { telling(request, $0) }
      }
      for index in clients.indices { told.forEach { clients[index].receive($0) } }
      return clients.contains { $0.text != server.text }
    }
  }

  private func texts(of session: TransformationSession) -> [String] {
    [spelled(session.server.text)] + session.clients.map { spelled($0.text) }
  }
}

extension TransformationClient {
  /// Edits and sends.
  fileprivate mutating func perform(_ edit: TextOperation) throws -> TransformationRequest? {
    switch edit {
    case .insert(let character, let place, _): try insert(character, at: place)
    case .delete(let place): try delete(at: place)
    case .none: break
    }
    return send()
  }
}

extension [Unicode.Scalar] {
  /// Whether those characters of another text that stand here as well stand in the same order.
  fileprivate func keepsOrder(of other: [Unicode.Scalar]) -> Bool {
    filter(Set(other).contains) == other.filter(Set(self).contains)
  }
}

/// Every way in which a session can go on, each state once.
private struct Exploration {
  struct Node: Hashable {
    let session: TransformationSession
    let editsLeft: [Int]
  }

  private var seen: Set<Node> = []
  private(set) var ends = 0
  private(set) var diverged: [TransformationSession] = []

  mutating func explore(_ session: TransformationSession, editsLeft: Int) {
    var open = [Node(session: session, editsLeft: session.clients.map { _ in editsLeft })]
    while let node = open.popLast() {
      let next = node.successors.filter { !seen.contains($0) }
      seen.formUnion(next)
      open += next
      if node.session.isQuiet && node.editsLeft.allSatisfy({ $0 == 0 }) {
        ends += 1
        let text = node.session.server.text
        if node.session.clients.contains(where: { $0.text != text }) {
          diverged.append(node.session)
        }
      }
    }
  }
}

extension Exploration.Node {
  fileprivate var successors: [Self] {
    session.clients.indices.flatMap { client in
      let exchanges: [TransformationStep] = [
        .send(client: client), .serve(client: client), .deliver(client: client),
      ]
      return exchanges.compactMap { after($0, editsLeft: editsLeft) } + edits(of: client)
    }
  }

  private func edits(of client: Int) -> [Self] {
    guard editsLeft[client] > 0 else { return [] }
    var left = editsLeft
    left[client] -= 1
    let length = session.clients[client].text.count
    let letter = characters(of: "xyz")[client]
    let insertions = (0...length).map {
      TransformationStep.insert(letter, at: $0, client: client)
    }
    let deletions = (0..<length).map { TransformationStep.delete(at: $0, client: client) }
    return (insertions + deletions).compactMap { after($0, editsLeft: left) }
  }

  /// `nil` where nothing happens.
  private func after(_ step: TransformationStep, editsLeft: [Int]) -> Self? {
    var next = session
    do { try next.take(step) } catch { return nil }
    return next == session ? nil : Self(session: next, editsLeft: editsLeft)
  }
}

/// A session in which every character that is typed is another one.
private struct Typing {
  var session: TransformationSession
  /// Every character that was typed, or was there from the start, and that nobody deleted.
  private(set) var present: Set<Unicode.Scalar>
  /// Every text that a client has shown.
  private(set) var shown: [[Unicode.Scalar]] = []
  private var typed: UInt32 = 0x4E00

  init(session: TransformationSession) {
    self.session = session
    present = Set(session.server.text)
  }

  mutating func step(with dice: inout SplitMix64) throws {
    let client = dice.integer(in: 0...session.clients.count - 1)
    let text = session.clients[client].text
    switch dice.integer(in: 0...6) {
    case 0 where !text.isEmpty:
      let place = dice.integer(in: 0...text.count - 1)
      present.remove(text[place])
      try session.take(.delete(at: place, client: client))
    case 0...2:
      typed += 1
      let character = try #require(Unicode.Scalar(typed))
      present.insert(character)
      try session.take(
        .insert(character, at: dice.integer(in: 0...text.count), client: client))
    case 3: try session.take(.send(client: client))
    case 4: try session.take(.serve(client: client))
    default: try session.take(.deliver(client: client))
    }
    shown.append(session.clients[client].text)
  }
}
