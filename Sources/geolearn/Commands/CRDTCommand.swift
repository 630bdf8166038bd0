import ArgumentParser
import Content
import Foundation

/// `geolearn calc crdt`
struct CRDTCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "crdt", abstract: "Replay operations on replicated data, and print every replica.",
    discussion: """
      A script has one JSON object a line. The first names the type (\(types))
      and the replicas:

        {"type": "pn-counter", "replicas": ["A", "B"]}
        {"at": "A", "op": "increment", "by": 3}
        {"op": "snapshot", "at": "A", "as": "s1"}
        {"op": "merge", "from": "s1", "into": "B"}

      docs/commands.md lists the operations of every type.

      Examples:
        geolearn calc crdt cart.jsonl
        geolearn calc crdt - --format json < cart.jsonl
      """)

  private static let types = CRDTType.sound.map(\.rawValue).joined(separator: ", ")

  @Argument(help: ArgumentHelp("The script; - is the standard input.", valueName: "file"))
  var file: String

  @OptionGroup var form: AnswerOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let bytes = try bytes(invocation)
    do throws(Diagnostic) {
      let report = try report(on: bytes)
      return form.answer(json: report.json, text: report.text, invocation)
    } catch {
      throw CommandFailure("the script has a mistake\n\(error)", .data)
    }
  }

  private func bytes(_ invocation: Invocation) throws(CommandFailure) -> [UInt8] {
    let data =
      file == "-"
      ? invocation.standardInput()
      : FileManager.default.contents(atPath: invocation.absolute(file))
    guard let data else {
      throw CommandFailure("there is no file '\(file)' that can be read", .noInput)
    }
    return Array(data)
  }

  private func report(on bytes: [UInt8]) throws(Diagnostic) -> CRDTReport {
    let script = try CRDTScriptReader.script(in: bytes, file: file)
    do throws(CRDTScriptError) {
      return CRDTReport(script: script, outcome: try script.run())
    } catch {
      throw Diagnostic(file: file, line: error.line, message: error.message)
    }
  }
}
