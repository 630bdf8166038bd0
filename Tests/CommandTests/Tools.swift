import Foundation

/// What is installed here, besides geolearn.
enum Tools {
  static let hasPython = isThere("python3")
  static let hasJava = isThere("javac")
  static let hasSwift = isThere("swiftc")

  /// A file of `Fixtures`: a schema, or an independent reader.
  static func fixture(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
  }

  /// What a tool says, its complaints included, and its exit code; it is looked up on the path.
  static func run(
    _ arguments: [String], in folder: String = ".", _ environment: [String: String] = [:]
  ) throws -> (text: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  /// The mistakes that a JSON Schema finds in a file; empty for a valid one.
  static func mistakes(in file: String, by schema: String) throws -> String {
    let result = try run([
      "python3", fixture("validate.py"), fixture("\(schema).schema.json"), file,
    ])
    return result.code == 0 ? "" : result.text + "code \(result.code)"
  }

  private static func isThere(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}
