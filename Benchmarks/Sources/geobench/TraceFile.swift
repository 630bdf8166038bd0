import Foundation
import GeoModel

/// Reads a trace in the flat form GLT1, which all programs that replay it can read.
///
/// Numbers are 32 bits, the least byte first: whether there are several writers, how many, how many
/// transactions and patches, the length of the end text; the end text; and for each transaction the
/// writer, what must have reached it, and its patches. Texts are ASCII.
struct TraceFile {
  private let bytes: [UInt8]
  private var position = 4

  static func trace(at path: String) throws -> EditingTrace {
    var file = TraceFile(bytes: Array(try Data(contentsOf: URL(filePath: path))))
    guard file.bytes.starts(with: "GLT1".utf8) else { throw TraceFileFailure(path: path) }
    return file.readTrace()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func readTrace() -> EditingTrace {
    _ = readNumber()
    let agents = readNumber()
    let transactions = readNumber()
    _ = readNumber()
    let end = readText()
    return EditingTrace(
      agents: agents, transactions: (0..<transactions).map { _ in readTransaction() },
      endContent: end)
  }

  private mutating func readTransaction() -> EditingTrace.Transaction {
    let agent = readNumber()
    let parents = (0..<readNumber()).map { _ in readNumber() }
    let patches = (0..<readNumber()).map { _ in
      EditingTrace.Patch(readNumber(), readNumber(), readText())
    }
    return EditingTrace.Transaction(agent: agent, parents: parents, patches: patches)
  }

  private mutating func readText() -> String {
    let count = readNumber()
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }

  private mutating func readNumber() -> Int {
    defer { position += 4 }
    return (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
  }
}

/// A file that is no trace.
struct TraceFileFailure: Error, CustomStringConvertible {
  let path: String

  var description: String { "\(path) is not in the form GLT1" }
}
