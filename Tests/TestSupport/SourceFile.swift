/// A Swift file of the repository, for tests that read code.
package struct SourceFile: Sendable {
  /// Relative to the root: `Sources/App/Book.swift`.
  package let path: String
  package let text: String
  /// The text without comments and without what stands in quotes; lines stay where they were.
  package let code: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
    code = CodeReader.code(of: text)
  }

  /// The folder of its target: `App`.
  package var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The lines of the code.
  package var lines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The modules that it imports.
  package var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      return words.contains("import") ? words.last.map(String.init) : nil
    }
  }

  /// `path:line: text` of every line of code with one of some words.
  ///
  /// A word may be part of a longer one to its right, but not to its left: `try!`, `print(`.
  package func occurrences(of words: [String]) -> [String] {
    guard words.contains(where: code.contains) else { return [] }
    return lines.enumerated().filter { line in words.contains { line.element.has(word: $0) } }
      .map { "\(path):\($0.offset + 1): \($0.element)" }
  }
}

extension Substring {
  fileprivate func has(word: String) -> Bool {
    ranges(of: word).contains { range in
      let before = self[..<range.lowerBound].last
      return before.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
    }
  }
}

extension Repository {
  /// The Swift files below a folder, by path.
  package static func swiftFiles(in folder: String) throws -> [SourceFile] {
    try files(in: folder).filter { $0.key.hasSuffix(".swift") }.sorted { $0.key < $1.key }
      .map { SourceFile(path: $0.key, text: $0.value) }
  }
}
