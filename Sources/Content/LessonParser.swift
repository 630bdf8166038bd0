extension Lesson {
  /// Reads a lesson.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: its path; the number of the lesson is in its name.
  ///   - atlas: where its topology and those of its numbers are looked up.
  /// - Throws: every mistake that can be seen without knowing scenes and exercises.
  package init(parsing text: String, file: String, atlas: Atlas) throws(Diagnostics) {
    var parser = LessonParser(file: file, atlas: atlas)
    let lesson = parser.parse(text)
    guard let lesson, parser.diagnostics.isEmpty else { throw Diagnostics(parser.diagnostics) }
    self = lesson
  }
}

/// Puts a lesson together from its name, its front matter and its blocks.
private struct LessonParser {
  let file: String
  let atlas: Atlas
  var diagnostics: [Diagnostic] = []

  mutating func parse(_ text: String) -> Lesson? {
    let lines = SourceLine.lines(of: text)
    refuseControlCharacters(lines)
    guard let name = LessonName(file) else {
      fail(1, "a lesson is called like 02-speed-of-light.md or task-1-latency-math.md")
      return nil
    }
    guard let end = endOfFrontMatter(lines),
      let settings = settings(Array(lines[1..<end]), name: name)
    else { return nil }
    var parser = BlockParser(
      lines: Array(lines[(end + 1)...]), file: file, numbers: settings.numbers)
    parser.parse()
    diagnostics += parser.diagnostics
    return lesson(parser.elements, name: name, settings: settings)
  }

  private mutating func fail(_ line: Int, column: Int = 1, _ message: String) {
    diagnostics.append(Diagnostic(file: file, line: line, column: column, message: message))
  }

  private mutating func refuseControlCharacters(_ lines: [SourceLine]) {
    for line in lines {
      for (offset, character) in line.text.enumerated() where character.isControl {
        let name = character == "\t" ? "a tab" : "a control character"
        fail(line.number, column: offset + 1, "\(name) cannot be shown; use spaces")
      }
    }
  }

  /// The index of the line that ends the front matter, which begins in the first line.
  private mutating func endOfFrontMatter(_ lines: [SourceLine]) -> Int? {
    guard lines.first?.text == "---" else {
      fail(1, "a lesson begins with ---, lines such as 'minutes: 25', and --- again")
      return nil
    }
    guard let end = lines.dropFirst().firstIndex(where: { $0.text == "---" }) else {
      fail(1, "the front matter that begins here has no end; close it with ---")
      return nil
    }
    return end
  }
}

/// What the front matter says.
private struct LessonSettings {
  var minutes: Int
  var topology: String
  /// `nil` when there is no such topology.
  var numbers: NumberSource?
}

extension LessonParser {
  private mutating func settings(
    _ lines: [SourceLine], name: LessonName
  ) -> LessonSettings? {
    let body = lines.map(\.text).joined(separator: "\n")
    let directive = Directive(kind: "lesson", name: "", body: body, file: file, line: 1)
    do throws(Diagnostic) {
      var arguments = try Arguments(directive)
      let minutes = try arguments.integer("minutes", in: 1...600)
      try checkTask(&arguments, name: name)
      let topology = try arguments.optionalString("topology") ?? "module"
      var settings = LessonSettings(minutes: minutes, topology: topology)
      do throws(Diagnostic) {
        let found = try arguments.topology(from: atlas, default: topology)
        settings.numbers = NumberSource(topology: found, atlas: atlas)
      } catch {
        diagnostics.append(error)
      }
      try arguments.finish()
      return settings
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// A task says its number in its front matter too, and a section does not.
  private func checkTask(
    _ arguments: inout Arguments, name: LessonName
  ) throws(Diagnostic) {
    guard name.kind == .task else { return }
    let task = try arguments.integer("task", in: 0...999)
    guard task == name.number else {
      throw arguments.failure("task", "task is \(task); the file's name says \(name.number)")
    }
  }

  private mutating func lesson(
    _ elements: [Element], name: LessonName, settings: LessonSettings
  ) -> Lesson? {
    var pages = pages(elements)
    guard !pages.isEmpty else { return nil }
    let title = takeTitle(from: &pages[0])
    var notes = ""
    if pages[0].blocks.isEmpty {
      notes = pages[0].notes
      pages.removeFirst()
    }
    if pages.isEmpty { fail(title?.line ?? 1, "a lesson needs a step; begin one with ##") }
    checkErrata(elements, numbers: settings.numbers)
    let steps = pages.map { step($0) }
    return Lesson(
      file: file, kind: name.kind, number: name.number, title: title?.text ?? "",
      minutes: settings.minutes, topology: settings.topology, steps: steps, notes: notes)
  }

  private mutating func checkErrata(_ elements: [Element], numbers: NumberSource?) {
    guard let numbers else { return }
    for case .block(.directive(let directive), _) in elements where directive.kind == "erratum" {
      do throws(Diagnostic) {
        _ = try Erratum(directive, topology: numbers.topology, atlas: numbers.atlas)
      } catch {
        diagnostics.append(error)
      }
    }
  }
}

/// What stands between two lines `---`.
private struct Page {
  var blocks: [(block: Block, line: SourceLine)] = []
  var notes = ""
  /// The line of the `---` above.
  let start: Int
}

extension LessonParser {
  private func pages(_ elements: [Element]) -> [Page] {
    var pages = [Page(start: 1)]
    for element in elements {
      switch element {
      case .block(let block, let line): pages[pages.count - 1].blocks.append((block, line))
      case .note(let note):
        pages[pages.count - 1].notes += (pages[pages.count - 1].notes.isEmpty ? "" : "\n\n") + note
      case .rule(let line): pages.append(Page(start: line.number))
      }
    }
    return pages
  }

  private mutating func takeTitle(from page: inout Page) -> (text: String, line: Int)? {
    guard case .heading(1, let text)? = page.blocks.first?.block else {
      fail(page.blocks.first?.line.number ?? 1, "a lesson needs a title; begin it with # Title")
      return nil
    }
    let line = page.blocks.removeFirst().line.number
    return (text.plainText, line)
  }

  private mutating func step(_ page: Page) -> Step {
    var title = ""
    if case .heading(2, let text)? = page.blocks.first?.block {
      title = text.plainText
    } else {
      let line = page.blocks.first?.line.number ?? page.start
      fail(line, "a step begins with its title, ## Title; a --- stands only between two steps")
    }
    for (block, line) in page.blocks.dropFirst() {
      if case .heading(1, _) = block { fail(line.number, "a lesson has one title; use ## or ###") }
      if case .heading(2, _) = block {
        fail(line.number, "a step has one title; use ###, or begin a new step with ---")
      }
    }
    let line = page.blocks.first?.line.number ?? page.start
    return Step(
      title: title, line: line, blocks: page.blocks.dropFirst().map(\.block), notes: page.notes)
  }
}

extension Character {
  /// Whether this is not for reading, such as a tab or an escape.
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
