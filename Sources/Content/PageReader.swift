/// Reads pages one after the other; notes every mistake and reads on.
struct PageReader {
  let file: String
  let numbers: NumberSource
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String, numbers: NumberSource) {
    self.file = file
    self.numbers = numbers
  }

  /// What stands on a page, its speaker notes joined.
  mutating func read(_ page: PageLines) -> (blocks: [(Block, at: SourceLine)], notes: String) {
    diagnostics += page.lines.flatMap { $0.controlCharacters(in: file) }
    var parser = BlockParser(lines: page.lines, file: file, numbers: numbers)
    parser.parse()
    diagnostics += parser.diagnostics
    var blocks: [(Block, at: SourceLine)] = []
    var notes: [String] = []
    for element in parser.elements {
      switch element {
      case .block(let block, let line): blocks.append((block, line))
      case .note(let note): notes.append(note)
      }
    }
    return (blocks, notes.joined(separator: "\n\n"))
  }

  /// The step on a page.
  mutating func step(_ page: PageLines) -> Step {
    let (all, notes) = read(page)
    let blocks = all.dropFirst(page.lessonTitle == nil ? 0 : 1)
    let line = blocks.first?.at.number ?? page.rule ?? 1
    var title = ""
    if case .heading(2, let text)? = blocks.first?.0 {
      title = text.plainText
    } else {
      fail(line, "a step begins with its title, ## Title; a --- stands only between two steps")
    }
    refuseTitles(among: blocks.dropFirst())
    checkErrata(blocks)
    return Step(title: title, line: line, blocks: blocks.dropFirst().map(\.0), notes: notes)
  }

  /// A heading as plain text, its mistakes left for the reading of the page.
  func text(of heading: SourceLine?) -> String {
    guard let heading else { return "" }
    let hashes = heading.text.prefix { $0 == "#" }.count
    var parser = InlineParser(
      prose: Prose([heading.dropping(hashes + 1)]), file: file, numbers: numbers)
    return parser.parse().plainText
  }

  private mutating func fail(_ line: Int, _ message: String) {
    diagnostics.append(Diagnostic(file: file, line: line, column: 1, message: message))
  }

  private mutating func refuseTitles(among blocks: ArraySlice<(Block, at: SourceLine)>) {
    for (block, line) in blocks {
      if case .heading(1, _) = block { fail(line.number, "a lesson has one title; use ## or ###") }
      if case .heading(2, _) = block {
        fail(line.number, "a step has one title; use ###, or begin a new step with ---")
      }
    }
  }

  private mutating func checkErrata(_ blocks: ArraySlice<(Block, at: SourceLine)>) {
    for case (.directive(let directive), _) in blocks where directive.kind == "erratum" {
      do throws(Diagnostic) {
        _ = try Erratum(directive, topology: numbers.topology, atlas: numbers.atlas)
      } catch {
        diagnostics.append(error)
      }
    }
  }
}

extension SourceLine {
  /// A mistake for every character that is not for reading, such as a tab or an escape.
  func controlCharacters(in file: String) -> [Diagnostic] {
    guard text.unicodeScalars.contains(where: \.isControl) else { return [] }
    return text.enumerated().filter { $1.unicodeScalars.contains(where: \.isControl) }
      .map { offset, character in
        let name = character == "\t" ? "a tab" : "a control character"
        return Diagnostic(
          file: file, line: number, column: offset + 1,
          message: "\(name) cannot be shown; use spaces")
      }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
