import ArgumentParser
import Foundation

/// `geolearn integration`: packages with which other systems grade.
struct IntegrationCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "integration", abstract: "Write a package with which another system grades.",
    discussion: """
      The package holds this very program, what the system calls, and course.yaml with your rules. A \
      file that is there is never touched: then the command ends with 73. The program runs on systems \
      like this one; with Swift linked in (swift build -c release --static-swift-stdlib) it needs \
      nothing but libncursesw.

      Examples:
        geolearn integration gradescope -o autograder
        geolearn integration classroom50 -o bundle
        geolearn integration github-actions -o my-course
        geolearn integration exercism -o runner
      """)

  @Argument(
    help: ArgumentHelp(
      Integration.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "system"))
  var name: Integration

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var output: String

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    guard let program = invocation.program else {
      throw CommandFailure("nobody knows where the program geolearn is", .inputOutput)
    }
    try refuseWhatIsThere(invocation)
    var text = ""
    for file in name.files {
      let content = Data((embeddedContent[file.asset] ?? "").utf8)
      try put(file.path, isProgram: file.isProgram, invocation) { path in
        try content.write(to: URL(filePath: path))
      }
      text += "\(output)/\(file.path)\n"
    }
    try put(name.program, isProgram: true, invocation) { path in
      try FileManager.default.copyItem(atPath: program, toPath: path)
    }
    return CommandOutput("\(text)\(output)/\(name.program)\n\n\(name.advice)\n")
  }

  private func refuseWhatIsThere(_ invocation: Invocation) throws(CommandFailure) {
    for path in name.files.map(\.path) + [name.program] {
      guard FileManager.default.fileExists(atPath: invocation.absolute("\(output)/\(path)")) else {
        continue
      }
      throw CommandFailure(
        "\(output)/\(path) is there already and stays as it is; nothing is written", .cannotCreate)
    }
  }

  private func put(
    _ name: String, isProgram: Bool, _ invocation: Invocation, write: (String) throws -> Void
  ) throws(CommandFailure) {
    let path = invocation.absolute("\(output)/\(name)")
    do {
      try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      try write(path)
      try FileManager.default.setAttributes(
        [.posixPermissions: isProgram ? 0o755 : 0o644], ofItemAtPath: path)
    } catch {
      throw CommandFailure(
        "\(output)/\(name) cannot be written: \(error.localizedDescription)", .cannotCreate)
    }
  }
}
