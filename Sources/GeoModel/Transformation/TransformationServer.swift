/// The one who puts operations of all clients in one order, and transforms them for it.
///
/// With a central order the property TP1 is enough: Nichols et al., "High-latency, low-bandwidth
/// windowing in the Jupiter collaboration system", UIST 1995.
public struct TransformationServer: Hashable, Sendable {
  public private(set) var text: [Unicode.Scalar]
  /// Everything that was carried out, in order.
  public private(set) var history: [TransformationBroadcast] = []

  public init(text: [Unicode.Scalar] = []) {
    self.text = text
  }

  /// How many operations were carried out.
  public var revision: Int { history.count }

  /// Carries out a request, transformed against everything that its author did not know.
  ///
  /// - Returns: what every client is to be told, the author as well; `nil` for a request that was
  ///   carried out before: its author cannot have asked again without knowing the answer.
  public mutating func receive(_ request: TransformationRequest) -> TransformationBroadcast? {
    precondition(request.revision <= revision, "a client knows nothing that the server does not")
    let unknown = history[request.revision...]
    guard !unknown.contains(where: { $0.from == request.from }) else { return nil }
    let operation = unknown.reduce(request.operation) { $0.transformed(against: $1.operation) }
    operation.apply(to: &text)
    let broadcast = TransformationBroadcast(
      operation: operation, revision: revision + 1, from: request.from)
    history.append(broadcast)
    return broadcast
  }
}
