import Foundation

/// Why a learner's program answers no more, in words for the learner.
enum FaultWords {
  /// Adds what a learner cannot know: that it was a wall.
  static func explained(_ text: String) -> String {
    let walls = [
      ("Operation not permitted", "a counter may not start processes, use the network or signals"),
      ("Read-only file system", "a counter may write in its temporary folder only"),
      ("Cannot run program", "a counter may not start processes"),
    ]
    guard let wall = walls.first(where: { text.contains($0.0) }) else { return text }
    return "\(text); \(wall.1)"
  }

  static func late(_ limit: Duration, printed: String) -> String {
    let place = place(in: printed).map { "; it was at \($0)" } ?? ""
    return "it did not answer within \(limit.components.seconds) s\(place). "
      + "Look for a loop that does not end, or something that waits"
  }

  /// Where a driver says that the program was, shortly before the end.
  private static func place(in printed: String) -> String? {
    for line in printed.split(separator: "\n") {
      // A traceback of Python, innermost call first; or what the driver for Java says.
      if let match = line.firstMatch(of: /File "pn_counter\.py", line (\d+) in (\S+)/) {
        return "line \(match.1), in \(match.2)"
      }
      if let match = line.firstMatch(of: /^geolearn: line (\d+) in (\S+)/) {
        return "line \(match.1), in \(match.2)"
      }
    }
    return nil
  }

  static func unstarted(_ printed: String) -> String {
    "it cannot be started" + (lastLine(of: printed).map { ": \($0)" } ?? "")
  }

  static let crowded =
    "it started more processes than a program may; a counter needs none but its own"

  static let closed = "it closed the descriptors on which geolearn speaks with it"

  static func scribbled(_ text: String) -> String {
    let shown = String(text.prefix(60).unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
    return "it wrote '\(shown)' where only the answers to geolearn go; print on standard output"
  }

  /// - Parameters:
  ///   - status: as wait() gives it.
  ///   - wasReading: whether it had not been asked anything yet.
  static func ended(_ status: Int32, wasReading: Bool, printed: String) -> String {
    let moment = wasReading ? "before it was asked anything" : "instead of answering"
    let last = lastLine(of: printed).map { "; the last that it printed: \($0)" } ?? ""
    let signal = status & 0x7F
    guard signal != 0 else {
      return "it ended, with exit code \((status >> 8) & 0xFF), \(moment)\(last)"
    }
    if signal == SIGXCPU { return "it used up its processor time \(moment)\(last)" }
    if signal == SIGXFSZ { return "it wrote a file larger than it may \(moment)\(last)" }
    return
      "it was ended by signal \(signal) (\(String(cString: strsignal(signal)))) \(moment)\(last)"
  }

  private static func lastLine(of printed: String) -> String? {
    // The runtime of Swift prints its reason first, then where everything was.
    let lines = printed.split(separator: "\n")
    let line = lines.first { $0.contains("Fatal error") } ?? lines.last
    return line.map { String($0.trimmingCharacters(in: .whitespaces).prefix(200)) }
  }
}
