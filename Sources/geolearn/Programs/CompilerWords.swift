import Exercises

/// What a compiler says, without its paths.
enum CompilerWords {
  /// - Parameter text: what swiftc printed when it failed.
  static func failure(_ text: String) -> ProgramFailure {
    let own = text.firstMatch(of: /PNCounter\.swift:(\d+):\d+: error: (.+)/)
    if let own { return .fault("PNCounter.swift, line \(own.1): \(own.2)") }
    // The driver uses what the type must have.
    if let use = text.firstMatch(of: /main\.swift:\d+:\d+: error: (.+)/) {
      return .fault(
        "swiftc says: \(use.1); PNCounter needs init(), increment(_ nodeID: String), "
          + "decrement(_ nodeID: String), merge(_ other: PNCounter) and value() -> Int")
    }
    let last = text.split(separator: "\n").last.map { ": \($0.prefix(200))" } ?? ""
    return .undecided("swiftc cannot compile\(last)")
  }
}
