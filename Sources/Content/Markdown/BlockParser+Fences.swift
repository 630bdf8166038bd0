extension BlockParser {
  mutating func parseFence(_ line: SourceLine) {
    index += 1
    let body = take { !$0.closes(line.fence) }
    guard current != nil else {
      fail(at: line, "the fence that begins here has no end; close it with \(line.fence)")
      return
    }
    index += 1
    let text = body.map(\.text).joined(separator: "\n")
    if let block = fenced(text, words: line.fenceWords, at: line) { add(block, at: line) }
  }

  /// What a fence with this info string holds; `nil` after a mistake.
  private mutating func fenced(_ text: String, words: [String], at line: SourceLine) -> Block? {
    let first = words.first ?? ""
    guard let kind = Directive.Kind(rawValue: first) else {
      if let mistake = misspelling(first, words: words.count) {
        fail(at: line, mistake)
        return nil
      }
      return .code(language: first, text)
    }
    guard words.count == (kind == .erratum ? 1 : 2) else {
      fail(at: line, "the fence of this block is written \(kind.usage)")
      return nil
    }
    if depth > 0 { fail(at: line, "the fence of a \(first) must stand at the left margin") }
    return directive(words: words, body: text, at: line)
  }

  private func misspelling(_ first: String, words: Int) -> String? {
    let kinds = Directive.Kind.allCases.map(\.rawValue)
    if words > 1 { return "no block is called '\(first)'; \(suggestion(for: first, in: kinds))" }
    guard nearest(to: first, in: ["erratum"]) != nil else { return nil }
    return "no block is called '\(first)'; did you mean 'erratum'?"
  }

  private mutating func directive(words: [String], body: String, at line: SourceLine) -> Block {
    let directive = Directive(
      kind: words[0], name: words.count > 1 ? words[1] : "", body: body, file: file,
      line: line.number)
    do throws(Diagnostic) {
      _ = try Arguments(directive)
    } catch {
      diagnostics.append(error)
    }
    return .directive(directive)
  }
}

extension SourceLine {
  /// The backticks with which the line begins.
  var fence: Substring { text.prefix { $0 == "`" } }

  /// What follows them.
  var fenceWords: [String] {
    text.dropFirst(fence.count).split(separator: " ").map(String.init)
  }

  /// Whether the line ends what a fence of backticks began.
  func closes(_ fence: Substring) -> Bool {
    let marks = text.trimmed
    return marks.count >= fence.count && marks.allSatisfy { $0 == "`" }
  }
}
