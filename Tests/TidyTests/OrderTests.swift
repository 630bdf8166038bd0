import TestSupport
import Testing

/// The same seed gives the same run only if nothing depends on the order of a hash table.
struct OrderTests {
  @Test(arguments: ["Sources/GeoModel", "Sources/GeoSim"])
  func `no loop runs over a dictionary or a set`(folder: String) throws {
    let loops = try Repository.swiftFiles(in: folder).flatMap(Self.loopsOverTables)
    #expect(loops == [])
  }

  @Test func `a loop over a dictionary or a set is found`() {
    let file = SourceFile(
      path: "Sources/X/Y.swift",
      text: """
        func f(lost: Set<Int>, names: [String: Int], list: [Int]) {
          for name in list { use(name) }
          for number in lost { use(number) }
          let all = names.map { $0.key }
          let sorted = names.keys.sorted()
          let isLost = lost.contains(1)
        }
        """)
    #expect(
      Self.loopsOverTables(in: file) == [
        "Sources/X/Y.swift:3:   for number in lost { use(number) }",
        "Sources/X/Y.swift:4:   let all = names.map { $0.key }",
      ])
  }

  /// As far as a name tells: every table that is declared in the file, and how it is read.
  private static func loopsOverTables(in file: SourceFile) -> [String] {
    let declaration = /(\w+) *(?:: *(?:Set<|\[[\w.]+ *: )|= *(?:Set|Dictionary)[<(])/
    let names = Set(file.code.matches(of: declaration).map { String($0.1) }).sorted()
    let readers = [
      "map", "flatMap", "compactMap", "forEach", "filter", "reduce", "first", "min", "max",
      "enumerated", "keys", "values",
    ]
    let loops = names.flatMap { name in
      ["in \(name) {", "in \(name) where"] + readers.map { "\(name).\($0)" }
    }
    // A member of the same name belongs to something else: `regions.indices`.
    return file.occurrences(of: loops).filter { line in
      !line.contains(".sorted") && !names.contains { line.contains(".\($0).") }
    }
  }
}
