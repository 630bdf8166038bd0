/// What stands between the braces of a function, an initializer or a computed property.
package struct FunctionBody: Sendable {
  /// Where the function is declared, from 1.
  package let line: Int
  /// The lines between the one with the opening brace and the one with the closing brace.
  package let lineCount: Int

  /// Every body in a file, in order.
  package static func all(in file: SourceFile) -> [FunctionBody] {
    let lines = file.lines
    return lines.indices.compactMap { index in
      declares(lines[index]) ? body(of: lines[index...]) : nil
    }
  }

  private static func declares(_ line: Substring) -> Bool {
    let words = line.prefix { $0 != "=" && $0 != "." }.split { !$0.isLetter }
    return words.contains { ["func", "init", "subscript", "deinit"].contains($0) }
      || words.contains("var") && line.hasSuffix("{")
  }

  /// - Returns: `nil` when another declaration, or the end of a type, comes before a brace opens.
  private static func body(of lines: ArraySlice<Substring>) -> FunctionBody? {
    var parentheses = 0
    var braces = 0
    var start: Int?
    for (index, line) in zip(lines.indices, lines) {
      if index > lines.startIndex, start == nil, declares(line) { return nil }
      for character in line {
        switch character {
        case "(", "[": parentheses += 1
        case ")", "]": parentheses -= 1
        case "{" where parentheses == 0 || start != nil:
          start = start ?? index
          braces += 1
        case "}" where parentheses == 0 || start != nil:
          guard let start else { return nil }
          braces -= 1
          if braces == 0 {
            return FunctionBody(
              line: lines.startIndex + 1, lineCount: max(0, index - start - 1))
          }
        default: break
        }
      }
    }
    return nil
  }
}
