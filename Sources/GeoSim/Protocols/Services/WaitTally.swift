import GeoModel

/// How long users wait for their writes: those of a client who tries again until one goes through.
///
/// The same measure for every protocol, whether its clients try again by themselves or not: from the
/// moment at which a client wanted to write until a write of that moment or later is acknowledged.
struct WaitTally: Sendable {
  /// By client: when it wanted to write, in the order of time, without those that were served.
  private var open: [[Instant]]
  /// By client: how many at the beginning of `open` are served all the same.
  private var served: [Int]
  /// By client.
  private var longest: [Delay]
  /// By client: what each acknowledged write took.
  private(set) var latencies: [[Delay]]

  init(clients: Int) {
    open = Array(repeating: [], count: clients)
    served = Array(repeating: 0, count: clients)
    longest = Array(repeating: .zero, count: clients)
    latencies = Array(repeating: [], count: clients)
  }

  mutating func attempt(by client: Int, at time: Instant) { open[client].append(time) }

  /// - Parameter sent: when the client wanted the write that is acknowledged now.
  mutating func acknowledge(_ sent: Instant, to client: Int, at time: Instant) {
    latencies[client].append(time - sent)
    var first = served[client]
    guard first < open[client].count, open[client][first] <= sent else { return }
    longest[client] = max(longest[client], time - open[client][first])
    while first < open[client].count, open[client][first] <= sent { first += 1 }
    served[client] = first
  }

  /// The longest wait of a client; `nil` where it waits still, and has for longer than `grace`.
  func longestWait(of client: Int, at end: Instant, grace: Delay) -> Duration? {
    let first = served[client]
    guard first < open[client].count, end - open[client][first] > grace else {
      return longest[client].duration
    }
    return nil
  }
}
