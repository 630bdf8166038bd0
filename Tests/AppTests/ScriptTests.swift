import App
import Foundation
import Testing
import TestSupport

/// Plays every story in `Scripts/`; `GOLDEN=write` writes down what there is to be seen.
struct ScriptTests {
  private static let folder = "Tests/AppTests/Scripts"

  static var names: [String] {
    let files = (try? Repository.files(in: folder)) ?? [:]  // no files: the next test fails
    return files.keys.filter { $0.hasSuffix(".script") }.sorted()
  }

  @Test func `there are stories`() {
    #expect(Self.names.count >= 20)
  }

  @Test(arguments: names)
  func `a story shows what it showed when it was read`(name: String) throws {
    let url = Repository.root.appending(path: name)
    let script = Script(try String(contentsOf: url, encoding: .utf8))
    let played = try script.played()
    if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
      try played.text.write(to: url, atomically: true, encoding: .utf8)
    } else if let row = zip(played.lines, script.lines).enumerated().first(where: { $1.0 != $1.1 })
    {
      Issue.record(
        "\(name):\(row.offset + 1)\nexpected \(row.element.1)\nis       \(row.element.0)")
    } else {
      #expect(played.lines.count == script.lines.count)
    }
  }
}
