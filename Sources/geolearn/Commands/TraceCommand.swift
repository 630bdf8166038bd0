import ArgumentParser
import Content
import Foundation
import GeoModel

/// `geolearn calc trace`
struct TraceCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Type a recorded text again, and measure what it costs.",
    discussion: """
      A trace is a JSON file, as it is or compressed with gzip: how a text was written, edit by
      edit, by one writer or by several at the same time. Every writer gets a replica of an RGA.

      Example:
        geolearn calc trace automerge-paper.json.gz --format json
      """)

  @Argument(help: ArgumentHelp("The trace.", valueName: "file"))
  var file: String

  @OptionGroup var form: AnswerOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    guard let data = FileManager.default.contents(atPath: invocation.absolute(file)) else {
      throw CommandFailure("there is no file '\(file)' that can be read", .noInput)
    }
    let report = try report(on: try expand(Array(data)))
    var output = form.answer(json: report.json, text: report.text, invocation)
    if !report.replay.isRight { output.code = .failed }
    return output
  }

  private func expand(_ bytes: [UInt8]) throws(CommandFailure) -> [UInt8] {
    guard Gzip.isGzip(bytes) else { return bytes }
    do throws(GzipFault) {
      return try Gzip.expand(bytes)
    } catch {
      throw CommandFailure("\(file): byte \(error.byte): \(error.kind.text)", .data)
    }
  }

  private func report(on bytes: [UInt8]) throws(CommandFailure) -> TraceReport {
    let reader = try reader(of: bytes)
    do throws(TraceFault) {
      let clock = ContinuousClock()
      let start = clock.now
      let replay = try TraceReplay(reader.trace)
      return TraceReport(
        name: file, trace: reader.trace, replay: replay, time: clock.now - start)
    } catch {
      throw failure(in: bytes, at: reader.starts[error.transaction], error.text)
    }
  }

  private func reader(of bytes: [UInt8]) throws(CommandFailure) -> TraceReader {
    do throws(JSONScanner.Fault) {
      return try TraceReader(bytes)
    } catch {
      throw failure(in: bytes, at: error.byte, "expected \(error.expectation)")
    }
  }

  private func failure(in bytes: [UInt8], at byte: Int, _ message: String) -> CommandFailure {
    let before = bytes[..<byte]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: before[start...], as: UTF8.self).count + 1
    let mistake = Diagnostic(file: file, line: line, column: column, message: message)
    return CommandFailure("the trace has a mistake\n\(mistake)", .data)
  }
}

extension GzipFault.Kind {
  fileprivate var text: String {
    switch self {
    case .cutOff: "the compressed file ends too early"
    case .damaged: "the compressed file is damaged"
    case .wrongChecksum: "the checksum differs; the compressed file is damaged"
    case .tooLong: "the trace is longer than \(Gzip.longestOutput >> 20) MiB"
    }
  }
}

extension TraceFault {
  fileprivate var transaction: Int {
    switch self {
    case .agent(let transaction), .parent(let transaction), .outside(let transaction, _):
      transaction
    }
  }

  fileprivate var text: String {
    switch self {
    case .agent: "the agent must be below numAgents"
    case .parent: "a parent must be the number of a transaction before this one"
    case .outside(_, let length):
      "a patch of this transaction must lie within the text, which has \(length) characters then"
    }
  }
}
