import App
import Content
import Drawing
import Exercises

extension HandOut {
  /// The hand-out as Markdown; pictures are text in fences.
  package var markdown: String {
    let parts = pages.map { ("##", $0) } + answers.map { ("###", $0) }
    var blocks = ["# \(heading.escapedMarkdown)", length]
    for (index, (hashes, part)) in parts.enumerated() {
      if index == pages.count { blocks.append("## Answers") }
      blocks.append("\(hashes) \(part.title.escapedMarkdown)")
      blocks += part.items.flatMap { $0.markdown(hashes: "\(hashes)#") }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension HandOut.Item {
  /// Blocks that are to have empty lines between them.
  fileprivate func markdown(hashes: String) -> [String] {
    switch self {
    case .prose(let blocks): return blocks.compactMap { $0.markdown(hashes: hashes) }
    case .question(let exercise): return exercise.markdown
    case .solution(let key, let text):
      let answer = key.map { "The model says **\($0.escapedMarkdown)**." }
      return [answer, text.isEmpty ? nil : text.escapedMarkdown].compactMap(\.self)
    case .picture(let picture): return ["```text\n\(picture.canvas.text)```"]
    case .erratum(let erratum): return [erratum.markdown]
    }
  }
}

extension Exercise {
  fileprivate var markdown: [String] {
    let given = kind == .prediction ? [] : given
    let trips = given.map { from, to, trip, isEstimate in
      "- \(from) – \(to): \(isEstimate ? "≈ " : "")\(Quantity.duration(trip).text)"
    }
    let letters = options.enumerated().map { index, option in
      "- \(Exercise.letters[index % Exercise.letters.count])) \(option.escapedMarkdown)"
    }
    let lists = [trips, letters].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return ["**Question \(id).** \(ask.escapedMarkdown)"] + lists + ["\(blank): ______________"]
  }
}

extension Erratum {
  fileprivate var markdown: String {
    [
      "> **The handout says** \(claim.markdown)  ", "> **The model says** \(truth.markdown)  ",
      "> **Why** \(reason.markdown)  ", "> **Source** \(source.markdown)",
    ].joined(separator: "\n")
  }
}

extension Block {
  fileprivate func markdown(hashes: String) -> String? {
    switch self {
    case .heading(_, let inlines): return "\(hashes) \(inlines.markdown)"
    case .paragraph(let inlines): return inlines.markdown
    case .list(let isOrdered, let items):
      return items.enumerated().map { index, blocks in
        let bullet = isOrdered ? "\(index + 1). " : "- "
        let text = blocks.compactMap { $0.markdown(hashes: hashes) }.joined(separator: "\n\n")
        return bullet + text.indented(by: bullet.count)
      }
      .joined(separator: "\n")
    case .quote(let blocks):
      let text = blocks.compactMap { $0.markdown(hashes: hashes) }.joined(separator: "\n\n")
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    case .code(let language, let text):
      let fence = text.contains("```") ? "````" : "```"
      return "\(fence)\(language)\n\(text)\n\(fence)"
    case .table(let header, let alignments, let rows):
      let lines = [row(header), "|\(alignments.map(\.markdown).joined(separator: "|"))|"]
      return (lines + rows.map(row)).joined(separator: "\n")
    case .directive: return nil
    }
  }

  private func row(_ cells: [[Inline]]) -> String {
    "| \(cells.map(\.markdown).joined(separator: " | ")) |"
  }
}

extension Block.Alignment {
  fileprivate var markdown: String {
    switch self {
    case .left: "---"
    case .centre: ":-:"
    case .right: "--:"
    }
  }
}

extension [Inline] {
  fileprivate var markdown: String {
    map { inline in
      switch inline {
      case .text(let text): text.escapedMarkdown
      case .emphasis(let parts): "*\(parts.markdown)*"
      case .strong(let parts): "**\(parts.markdown)**"
      case .code(let text): text.contains("`") ? "`` \(text) ``" : "`\(text)`"
      case .link(let parts, let target):
        target.isAddress ? "[\(parts.markdown)](\(target))" : parts.markdown
      case .number(_, let shown): "**\(shown.escapedMarkdown)**"
      }
    }
    .joined()
  }
}

extension String {
  /// The text with a backslash before what Markdown would take for a mark.
  fileprivate var escapedMarkdown: String {
    String(flatMap { "\\`*_[]<>|#".contains($0) ? ["\\", $0] : [$0] })
  }

  fileprivate func indented(by count: Int) -> String {
    replacing("\n", with: "\n" + String(repeating: " ", count: count))
      .replacing("\n" + String(repeating: " ", count: count) + "\n", with: "\n\n")
  }
}
