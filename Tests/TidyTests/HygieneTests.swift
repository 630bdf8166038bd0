import TestSupport
import Testing

/// What must not stand in the code.
struct HygieneTests {
  /// The targets that may touch the terminal, files, clocks and processes.
  static let edges = ["geolearn", "embed-content"]

  @Test func `only the shell prints, waits, reads a clock or throws dice`() throws {
    let uses = try Repository.swiftFiles(in: "Sources").filter { !Self.edges.contains($0.target) }
      .flatMap { file in
        file.occurrences(of: [
          "print(", "Task {", "Task.", "Date()", "Clock()", "SystemRandomNumberGenerator",
          "random(", "shuffled(", "randomElement(",
        ])
      }
    #expect(uses == [])
  }

  @Test(arguments: ["Sources", "Tests", "Plugins"])
  func `nothing is forced`(folder: String) throws {
    let uses = try Repository.swiftFiles(in: folder)
      .flatMap { $0.occurrences(of: ["try!", "as!", "@unchecked", "nonisolated(unsafe)"]) }
    #expect(uses == [])
  }

  @Test(arguments: ["Sources", "Tests", "Plugins", "lessons", "assets", "docs", "scripts"])
  func `nothing is left to do`(folder: String) throws {
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
    let files = try Repository.files(in: folder)
      .filter { _, text in marks.contains(where: text.contains) }
    #expect(files.keys.sorted() == [])
  }

  @Test func `no file names a folder of somebody's machine`() throws {
    let path = /(^|[^\w.\/-])\/(home|work|opt|root|Users)(\/|\b)/
    let lines = try Repository.allFiles().sorted { $0.key < $1.key }.flatMap { file, text in
      text.split(separator: "\n").filter { $0.contains(path) }.map { "\(file): \($0)" }
    }
    #expect(lines == [])
  }

  @Test func `no file holds the marks of an unfinished merge`() throws {
    let files = try Repository.allFiles().filter { _, text in
      text.split(separator: "\n").contains { $0.hasPrefix("<<<<<<< ") || $0.hasPrefix(">>>>>>> ") }
    }
    #expect(files.keys.sorted() == [])
  }
}
