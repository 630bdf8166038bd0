import Foundation
import Testing
import geolearn

/// The built program, as a process
@Suite(.serialized)
struct ProgramTests {
  private func run(
    _ line: String, input: String = "", environment: [String: String] = [:]
  ) throws -> (text: String, code: Int32) {
    let place = try Workplace()
    let process = Process()
    process.executableURL = URL(filePath: try BuiltProgram.path())
    process.arguments = words(line)
    process.currentDirectoryURL = URL(filePath: place.folder)
    process.environment = place.invocation(environment).environment
    try place.write(input, to: "input")
    process.standardInput = FileHandle(forReadingAtPath: "\(place.folder)/input")
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  @Test(
    arguments: [
      ("", 0), ("--version", 0), ("check 1.1 --answer \"140 ms\"", 1),
      ("calc qourum", 64),
      ("check", 66), ("lint --lessons nowhere", 66), ("--no-such-option", 64),
    ] as [(String, Int32)])
  func `the program ends with the code of the command`(line: String, code: Int32) throws {
    #expect(try run(line).code == code)
  }

  @Test func `a script can read the course line by line`() throws {
    let output = try run(
      "learn task1", input: "85 ms\nq\n", environment: ["TERM": "dumb", "LC_ALL": "C"])
    #expect(output.text.contains("\nPASS 1.1  85 ms is right.\n"))
    #expect(output.text.utf8.allSatisfy { $0 <= 0x7E && $0 != 0x1B })
    #expect(output.code == 0)
  }

  @Test func `a scenario and a seed give the same bytes in two processes`() throws {
    let line = "calc failover blip --trials 2 --seed 5 --format json"
    let answer = try run(line)
    #expect(answer.code == 0)
    #expect(try run(line).text == answer.text)
  }

  @Test func `the end of the input is the end of the course`() throws {
    let output = try run("--plain")
    #expect(output.text.hasSuffix(": \n"))
    #expect(output.code == 0)
  }
}
