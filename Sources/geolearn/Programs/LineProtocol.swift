import Exercises
import Foundation
import GeoModel

/// Requests and replies as the lines of docs/line-protocol.md.
struct LineProtocol: Sendable {
  /// What every reply of this run begins with; a program's own printing cannot guess it.
  let token: String
  /// Where the program lies; its name would differ from run to run.
  private let folder: String

  init(folder: String) {
    self.folder = folder
    token = UUID().uuidString.filter { $0 != "-" }.lowercased()
  }

  /// The first line, which hands over the token and says how many seconds there are.
  func greeting(seconds: Double) -> String { "token \(token) \(seconds)\n" }

  func lines(for requests: [CounterRequest]) -> String {
    requests.map { "\(Self.line(for: $0))\n" }.joined()
  }

  /// `inc 0 3 A`
  static func line(for request: CounterRequest) -> String {
    switch request {
    case .create(let counter): "new \(counter)"
    case .increment(let counter, let node, let count): "inc \(counter) \(count) \(encoded(node))"
    case .decrement(let counter, let node, let count): "dec \(counter) \(count) \(encoded(node))"
    case .merge(let from, let into): "merge \(into) \(from)"
    case .value(let counter): "value \(counter)"
    }
  }

  /// All but letters, digits, `-`, `_` and `.` as `%` and two hexadecimal digits for each byte.
  private static func encoded(_ node: ReplicaID) -> String {
    var text = ""
    for byte in node.name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  /// What a driver may say besides the replies to requests.
  enum Line: Equatable {
    case reply(CounterReply)
    /// It is about to read the learner's file.
    case reading
    /// The learner's class is there.
    case ready
    case failure(ProgramFailure)
    /// None of the protocol's.
    case stray
  }

  /// A text of the program without what is another one in every run: token, folder, addresses.
  func withoutChance(_ text: String) -> String {
    text.replacingOccurrences(of: token, with: "")
      .replacingOccurrences(of: "\(folder)/", with: "")
      .replacing(#/ at 0x[0-9a-fA-F]+/#, with: "")
  }

  /// The meaning of a line, without its newline.
  func meaning(of bytes: ArraySlice<UInt8>) -> Line {
    let beginning = token.utf8
    guard bytes.count > beginning.count, bytes.starts(with: beginning) else { return .stray }
    let rest = bytes.dropFirst(beginning.count)
    guard rest.first == UInt8(ascii: " ") else { return .stray }
    let text = String(decoding: rest.dropFirst(), as: UTF8.self)
    if text == "ok" { return .reply(.done) }
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let detail = words.count > 1 ? withoutChance(String(words[1])) : ""
    switch words[0] {
    case "value": return Int64(detail).map { .reply(.value($0)) } ?? .stray
    case "other": return .reply(.notANumber(detail))
    case "threw": return .reply(.threw(FaultWords.explained(detail)))
    case "reading": return .reading
    case "ready": return .ready
    case "fault": return .failure(.fault(FaultWords.explained(detail)))
    case "undecided": return .failure(.undecided(detail))
    default: return .stray
    }
  }
}
