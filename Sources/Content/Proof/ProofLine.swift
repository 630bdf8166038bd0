/// A line of a lesson, and what stands on it.
struct ProofLine {
  enum Kind { case prose, block, comment }

  let number: Int
  let kind: Kind
  let text: Substring

  /// The lines of a lesson, its front matter left out; a block's fences belong to it.
  static func lines(of text: String) -> [ProofLine] {
    var reader = Reader()
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { reader.line($0.element, number: $0.offset + 1) }
  }

  private struct Reader {
    private var isInFrontMatter = false
    private var isInComment = false
    /// The marks that end the block; `nil` outside of one.
    private var fence: Substring?

    mutating func line(_ text: Substring, number: Int) -> ProofLine? {
      if number == 1, text == "---" {
        isInFrontMatter = true
        return nil
      }
      if isInFrontMatter {
        isInFrontMatter = text != "---"
        return nil
      }
      return ProofLine(number: number, kind: kind(of: text), text: text)
    }

    private mutating func kind(of text: Substring) -> Kind {
      if isInComment || text.hasPrefix("<!--") {
        isInComment = !text.contains("-->")
        return .comment
      }
      let marks = text.prefix { $0 == "`" }
      if let fence {
        if marks.count >= fence.count { self.fence = nil }
        return .block
      }
      guard marks.count >= 3 else { return .prose }
      fence = marks
      return .block
    }
  }
}
