import TestSupport
import Testing

/// Small files and small functions, without exceptions.
struct SizeTests {
  static let longestFile = 400
  static let longestFunction = 50

  @Test(arguments: ["Sources", "Tests", "Plugins"])
  func `no file is longer than 400 lines`(folder: String) throws {
    let long = try Repository.files(in: folder)
      .filter { [".swift", ".c", ".h"].contains(where: $0.key.hasSuffix) }
      .filter {
        $0.value.split(separator: "\n", omittingEmptySubsequences: false).count - 1
          > Self.longestFile
      }
    #expect(long.keys.sorted() == [])
  }

  @Test(arguments: ["Sources", "Tests", "Plugins"])
  func `no function is longer than 50 lines`(folder: String) throws {
    let long = try Repository.swiftFiles(in: folder).flatMap { file in
      FunctionBody.all(in: file).filter { $0.lineCount > Self.longestFunction }
        .map { "\(file.path):\($0.line) has \($0.lineCount) lines" }
    }
    #expect(long == [])
  }

  @Test func `the lines of a function are those between its braces`() {
    let file = SourceFile(
      path: "Sources/X/Y.swift",
      text: """
        func short() -> String { "}" }
        protocol P {
          func none()
        }
        struct S {
          init(
            a: Int = { 1 }()
          ) {
            b = { c in
              c // }
            }
          }
          var d: Int {
            1
          }
          var e = 1
        }
        """)
    #expect(FunctionBody.all(in: file).map(\.line) == [1, 6, 13])
    #expect(FunctionBody.all(in: file).map(\.lineCount) == [0, 3, 1])
  }
}
