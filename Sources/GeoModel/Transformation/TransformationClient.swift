/// A client that edits its own copy at once, and brings in what the server ordered meanwhile.
///
/// At most one operation is on its way to the server; further edits wait. So the server need only
/// transform against operations of others, and keeps no copy of what each client knows.
public struct TransformationClient: Hashable, Sendable {
  public let name: ReplicaID
  public private(set) var text: [Unicode.Scalar]
  /// How many operations of the server's order are known here.
  public private(set) var revision: Int
  /// Sent and not yet acknowledged, as it stands after ``revision``.
  public private(set) var outstanding: TextOperation?
  /// Not yet sent; the first one comes after ``outstanding``.
  public private(set) var buffer: [TextOperation] = []

  /// - Parameters:
  ///   - text: that of the server.
  ///   - revision: of the server, when the client joins.
  public init(_ name: ReplicaID, text: [Unicode.Scalar] = [], revision: Int = 0) {
    (self.name, self.text, self.revision) = (name, text, revision)
  }

  /// Edits the copy; the server hears of it by ``send()``.
  ///
  /// - Throws: ``Refusal/outside(length:)``.
  public mutating func insert(_ character: Unicode.Scalar, at position: Int) throws(Refusal) {
    try edit(.insert(character, at: position, by: name))
  }

  /// Deletes the character at a position from the copy; the server hears of it by ``send()``.
  ///
  /// - Throws: ``Refusal/outside(length:)``.
  public mutating func delete(at position: Int) throws(Refusal) {
    try edit(.delete(at: position))
  }

  /// The next edit for the server; `nil` while one is outstanding, and when there is none.
  public mutating func send() -> TransformationRequest? {
    guard outstanding == nil, !buffer.isEmpty else { return nil }
    let operation = buffer.removeFirst()
    outstanding = operation
    return TransformationRequest(operation: operation, revision: revision, from: name)
  }

  /// Takes over the next operation of the server's order.
  ///
  /// - Returns: whether it was the next one; a duplicate, or one that came too early, changes
  ///   nothing.
  @discardableResult
  public mutating func receive(_ broadcast: TransformationBroadcast) -> Bool {
    guard broadcast.revision == revision + 1 else { return false }
    revision += 1
    if broadcast.from == name {
      outstanding = nil
    } else {
      include(broadcast.operation)
    }
    return true
  }

  private mutating func edit(_ operation: TextOperation) throws(Refusal) {
    guard operation.fits(length: text.count) else { throw .outside(length: text.count) }
    operation.apply(to: &text)
    buffer.append(operation)
  }

  /// Transforms a foreign operation for the text here, and the edits that the server does not know
  /// for the text there.
  private mutating func include(_ foreign: TextOperation) {
    var foreign = foreign
    func pass(_ own: TextOperation) -> TextOperation {
      defer { foreign = foreign.transformed(against: own) }
      return own.transformed(against: foreign)
    }
    outstanding = outstanding.map(pass)
    buffer = buffer.map(pass)
    foreign.apply(to: &text)
  }
}
