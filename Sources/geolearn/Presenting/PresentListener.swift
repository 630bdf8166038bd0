import App
import Foundation

/// A follower's end of the socket: finds the presenter, and again when there is another one.
package struct PresentListener: ~Copyable {
  private let paths: [String]
  /// -1 while nobody is found.
  private var descriptor: Int32 = -1
  private var hasGreeted = false
  private var bytes: [UInt8] = []

  /// No line is as long.
  private static let mostBytes = 1 << 20

  package init(_ socket: PresentSocket) {
    paths = socket.paths
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Can be read when there is news.
  var descriptors: [Int32] { descriptor < 0 ? [] : [descriptor] }

  /// How long to wait before looking for a presenter again; `nil` where he tells.
  var patience: Duration? { descriptor < 0 ? .milliseconds(500) : nil }

  /// The latest that has been heard; `nil` where that is nothing new.
  package mutating func news() -> Follower.News? {
    if descriptor < 0, !connect() { return nil }
    var news: Follower.News?
    var buffer = [UInt8](repeating: 0, count: 65536)
    while let heard = available(descriptor, into: &buffer), bytes.count < Self.mostBytes {
      bytes += heard
      if let heard = takeLines() { news = heard }
      if heard.isEmpty { return news }
      if case .silence = news { break }
    }
    hangUp()
    if case .silence = news { return news }
    return .silence("The presenter has gone. Waiting for the next one.")
  }

  /// Reads the lines that are complete; of the positions, only the last one counts.
  private mutating func takeLines() -> Follower.News? {
    var news: Follower.News?
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: bytes[..<end], as: UTF8.self)
      bytes.removeSubrange(...end)
      if !hasGreeted {
        hasGreeted = true
        guard line == PresentSocket.greeting else {
          return .silence(
            "The presenter says '\(line.prefix(40))', and this program understands "
              + "'\(PresentSocket.greeting)' alone.")
        }
      } else if let position = PresentPosition(parsing: line) {
        news = .position(position)
      }
    }
    return news
  }

  private mutating func connect() -> Bool {
    for path in paths {
      guard let address = PresentSocket.address(of: path) else { continue }
      let socket = PresentSocket.open()
      if address.withPointer({ Foundation.connect(socket, $0, $1) }) == 0 {
        (descriptor, hasGreeted, bytes) = (socket, false, [])
        return true
      }
      if socket >= 0 { close(socket) }
    }
    return false
  }

  private mutating func hangUp() {
    close(descriptor)
    descriptor = -1
  }
}
