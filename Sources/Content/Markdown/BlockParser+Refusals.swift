extension BlockParser {
  /// Notes the beginning of a block that is outside the subset, instead of showing it wrongly.
  mutating func refuseForeignBlock(_ line: SourceLine) {
    guard let message = foreignBlock(line) else { return }
    fail(at: line, message)
  }

  private func foreignBlock(_ line: SourceLine) -> String? {
    let text = line.text
    if line.indentation > 0 {
      return "this line is indented by \(line.indentation); begin it at the left margin"
    }
    if text.hasPrefix("~~~") { return "code is fenced by ```, not by ~~~" }
    if text.hasPrefix("* ") || text.hasPrefix("+ ") { return "a list item begins with -" }
    if isRuleOfAnotherKind(text) { return "steps are divided by --- and nothing else" }
    if isNumberedWithBracket(text) { return "a numbered item begins with 1. and a space" }
    if text.hasPrefix("#"), BlockStart(line) == .paragraph {
      return "a heading has a space after its #; write \\# for a plain #"
    }
    if text.hasPrefix("["), text.contains("]:") {
      return "reference links are not supported; a link is written [text](target)"
    }
    return isTableWithoutEdges(text) ? "every row of a table begins and ends with |" : nil
  }

  private func isRuleOfAnotherKind(_ text: Substring) -> Bool {
    let marks = text.filter { $0 != " " }
    guard let first = marks.first, "*_-".contains(first), marks.count >= 3 else { return false }
    return marks.allSatisfy { $0 == first } && text != "---"
  }

  private func isNumberedWithBracket(_ text: Substring) -> Bool {
    let digits = text.prefix { ("0"..."9").contains($0) }.count
    return (1...9).contains(digits) && text.dropFirst(digits).hasPrefix(") ")
  }

  private func isTableWithoutEdges(_ text: Substring) -> Bool {
    guard !text.hasPrefix("|"), text.contains("|"), index + 1 < lines.count else { return false }
    let next = lines[index + 1].text
    return next.contains("-") && next.contains("|") && next.allSatisfy { "-:| ".contains($0) }
  }
}
