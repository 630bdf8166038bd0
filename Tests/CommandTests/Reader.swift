import Foundation
import Testing

/// Programs of others that read what geolearn writes: `Readers/read.py`.
enum Reader {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What a reader prints about a file.
  static func read(_ kind: String, _ path: String) throws -> String {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Readers/read.py").path
    let (text, complaint, code) = try run([script, kind, path], by: try python.get())
    guard code == 0 else { throw Failure(description: complaint) }
    return text
  }

  /// A Python with the readers' packages.
  private static let python = Result<String, any Error> {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = ["/usr/bin"] + path.split(separator: ":").map(String.init)
    for python in folders.map({ "\($0)/python3" })
    where FileManager.default.isExecutableFile(atPath: python) {
      let line = "import pyte, html5lib, asciinema.asciicast.v2"
      if try run(["-c", line], by: python).code == 0 { return python }
    }
    throw Failure(
      description: """
        what geolearn writes is read by programs of others, which are missing; install them by
        scripts/install-packages python3 python3-pyte python3-html5lib asciinema
        """)
  }

  private static func run(
    _ arguments: [String], by python: String
  ) throws -> (text: String, complaint: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = arguments
    process.environment = ["PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"]
    let (output, complaint) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaint
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let said = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      String(decoding: text, as: UTF8.self), String(decoding: said, as: UTF8.self),
      process.terminationStatus
    )
  }
}
