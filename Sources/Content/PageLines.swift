/// What stands between two lines `---`, and what a glance at it tells.
struct PageLines: Sendable {
  /// The line of the `---` above; `nil` for the first page.
  let rule: Int?
  /// With the `---` below.
  private(set) var lines: [SourceLine] = []
  /// Where the first block begins that is no comment.
  private(set) var firstBlock: SourceLine?
  /// The heading of the lesson, which only the first page has.
  private(set) var lessonTitle: SourceLine?
  /// The heading of the step.
  private(set) var title: SourceLine?
  /// Whether there is anything besides the title of the lesson.
  private(set) var hasStep = false
  private(set) var exercise: Directive?

  /// Divides the lines of a lesson below its front matter.
  static func pages(of lines: ArraySlice<SourceLine>, file: String) -> [PageLines] {
    var pages = [PageLines(rule: nil)]
    var index = lines.startIndex
    while index < lines.endIndex {
      let end = end(of: index, in: lines)
      pages[pages.count - 1].add(lines[index..<end], file: file)
      if BlockStart(lines[index]) == .rule { pages.append(PageLines(rule: lines[index].number)) }
      index = end
    }
    return pages
  }

  /// The index behind a fence or a comment, in which a `---` divides nothing; else behind the line.
  private static func end(of index: Int, in lines: ArraySlice<SourceLine>) -> Int {
    let last: Int? =
      switch BlockStart(lines[index]) {
      case .fence:
        lines[(index + 1)...].firstIndex { $0.closes(lines[index].fence) }
      case .comment: lines[index...].firstIndex { $0.text.contains("-->") }
      default: index
      }
    return last.map { $0 + 1 } ?? lines.endIndex
  }

  private mutating func add(_ block: ArraySlice<SourceLine>, file: String) {
    lines += block
    guard let line = block.first, !line.isBlank else { return }
    let start = BlockStart(line)
    guard start != .comment, start != .rule else { return }
    if firstBlock == nil { firstBlock = line }
    if start == .heading(level: 1), rule == nil, firstBlock?.number == line.number {
      lessonTitle = line
      return
    }
    if start == .heading(level: 2), !hasStep { title = line }
    hasStep = true
    let words = line.fenceWords
    if start == .fence, words.count == 2, words[0] == Directive.Kind.exercise.rawValue {
      let body = block.dropFirst().dropLast().map(\.text).joined(separator: "\n")
      exercise = Directive(
        kind: words[0], name: words[1], body: body, file: file, line: line.number)
    }
  }
}
