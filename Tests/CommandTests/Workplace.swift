import Foundation
import geolearn

/// A folder of its own for one test, with a journal in it; gone when the value is.
struct Workplace: ~Copyable {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "geolearn-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)  // the system cleans up after us
  }

  /// Where and how the commands of a test are started.
  func invocation(
    _ environment: [String: String] = [:], onTerminal isTerminal: Bool = false,
    codeset: String = "UTF-8"
  ) -> Invocation {
    let usual = [
      "TERM": "xterm-256color", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
      "GEOLEARN_STATE_DIR": "\(folder)/state",
    ]
    var invocation = Invocation(
      environment: usual.merging(environment) { $1 }, folder: folder, isInputTerminal: isTerminal,
      isOutputTerminal: isTerminal, codeset: codeset,
      now: Date(timeIntervalSince1970: 1_795_446_000))
    invocation.program = try? BuiltProgram.path()  // a test that needs it fails without
    return invocation
  }

  /// What a command line says; quotes hold words together.
  func run(_ line: String, _ environment: [String: String] = [:]) -> CommandOutput {
    Geolearn.output(of: words(line), invocation(environment))
  }

  func write(_ text: String, to path: String) throws {
    let url = URL(filePath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  func text(of path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  /// What the journal remembers, without the times.
  var journal: [String] {
    let text = (try? text(of: "state/journal")) ?? ""  // no journal remembers nothing
    return text.split(separator: "\n").map { $0.split(separator: "\t").last.map(String.init) ?? "" }
  }
}

/// The words of a command line.
func words(_ line: String) -> [String] {
  line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
    index, part in
    index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
  }
}
