import Exercises
import Foundation
import GeoModel

/// Requests and replies as the lines of docs/line-protocol.md.
struct LineProtocol: Sendable {
  /// What every reply of this run begins with; a program's own printing cannot guess it.
  let token: String
  /// Where the program lies; its name would differ from run to run.
  private let folder: String

  /// The token and a blank.
  private let beginning: [UInt8]

  init(folder: String) {
    self.folder = folder
    token = UUID().uuidString.filter { $0 != "-" }.lowercased()
    beginning = Array("\(token) ".utf8)
  }

  /// The first line, which hands over the token and says how many seconds there are.
  func greeting(seconds: Double) -> [UInt8] { Array("token \(token) \(seconds)\n".utf8) }

  /// `inc 0 3 A` and so on, each with its newline.
  ///
  /// Bytes, because a check asks some ten thousand times.
  func lines(for requests: [CounterRequest]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(requests.count * 12)
    for request in requests {
      Self.write(request, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func write(_ request: CounterRequest, to bytes: inout [UInt8]) {
    switch request {
    case .create(let counter): write("new", [counter], to: &bytes)
    case .increment(let counter, let node, let count):
      write("inc", [counter, count], to: &bytes)
      write(node, to: &bytes)
    case .decrement(let counter, let node, let count):
      write("dec", [counter, count], to: &bytes)
      write(node, to: &bytes)
    case .merge(let from, let into): write("merge", [into, from], to: &bytes)
    case .value(let counter): write("value", [counter], to: &bytes)
    }
  }

  private static func write(_ command: StaticString, _ numbers: [Int], to bytes: inout [UInt8]) {
    command.withUTF8Buffer { bytes.append(contentsOf: $0) }
    for number in numbers {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// All but letters, digits, `-`, `_` and `.` as `%` and two hexadecimal digits for each byte.
  private static func write(_ node: ReplicaID, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: " "))
    for byte in node.name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        bytes.append(byte)
      default:
        let digits = (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        bytes.append(contentsOf: digits.utf8)
      }
    }
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
    let text = text.replacingOccurrences(of: token, with: "")
      .replacingOccurrences(of: "\(folder)/", with: "")
    return text.contains(" at 0x") ? text.replacing(#/ at 0x[0-9a-fA-F]+/#, with: "") : text
  }

  /// The meaning of a line, without its newline.
  func meaning(of bytes: ArraySlice<UInt8>) -> Line {
    guard bytes.starts(with: beginning) else { return .stray }
    let rest = bytes.dropFirst(beginning.count)
    if rest.elementsEqual(Self.done) { return .reply(.done) }
    guard rest.starts(with: Self.value) else {
      return meaning(of: String(decoding: rest, as: UTF8.self))
    }
    let number = String(decoding: rest.dropFirst(Self.value.count), as: UTF8.self)
    return Int64(number).map { .reply(.value($0)) } ?? .stray
  }

  private static let done = Array("ok".utf8)
  private static let value = Array("value ".utf8)

  private func meaning(of text: String) -> Line {
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let detail = words.count > 1 ? withoutChance(String(words[1])) : ""
    switch words[0] {
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
