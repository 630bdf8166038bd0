extension Lesson {
  /// Reads the frame of a lesson: what stands above its first step, and where the steps are.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: its path; the number of the lesson is in its name.
  ///   - atlas: where its topology and those of its numbers are looked up.
  /// - Throws: every mistake in the frame.
  package init(parsing text: String, file: String, atlas: Atlas) throws(Diagnostics) {
    var parser = LessonParser(file: file, atlas: atlas)
    let lesson = parser.parse(text)
    guard let lesson, parser.diagnostics.isEmpty else { throw Diagnostics(parser.diagnostics) }
    self = lesson
  }
}

/// Puts a lesson together from its name, its front matter and its pages.
private struct LessonParser {
  let file: String
  let atlas: Atlas
  var diagnostics: [Diagnostic] = []

  mutating func parse(_ text: String) -> Lesson? {
    guard let name = LessonName(file) else {
      fail(1, "a lesson is called like 02-speed-of-light.md or task-1-latency-math.md")
      return nil
    }
    let lines = SourceLine.lines(of: text)
    guard let end = endOfFrontMatter(lines),
      let settings = settings(lines[1..<end], name: name)
    else { return nil }
    return lesson(
      PageLines.pages(of: lines[(end + 1)...], file: file), name: name, settings: settings)
  }

  private mutating func fail(_ line: Int, column: Int = 1, _ message: String) {
    diagnostics.append(Diagnostic(file: file, line: line, column: column, message: message))
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

  private mutating func lesson(
    _ pages: [PageLines], name: LessonName, settings: LessonSettings
  ) -> Lesson? {
    let front = pages[0]
    guard front.lessonTitle != nil else {
      fail(front.firstBlock?.number ?? 1, "a lesson needs a title; begin it with # Title")
      return nil
    }
    var reader = PageReader(file: file, numbers: settings.numbers)
    // A title alone is no step: what is wrong with it and its notes is wrong with the frame.
    let notes = front.hasStep ? "" : reader.read(front).notes
    let steps = front.hasStep ? pages : Array(pages.dropFirst())
    diagnostics += reader.diagnostics
    if steps.isEmpty {
      fail(front.firstBlock?.number ?? 1, "a lesson needs a step; begin one with ##")
    }
    let outline = steps.map { page in
      StepOutline(title: reader.text(of: page.title), exercise: page.exercise)
    }
    return Lesson(
      file: file, kind: name.kind, number: name.number, title: reader.text(of: front.lessonTitle),
      minutes: settings.minutes, topology: settings.topology, notes: notes, outline: outline,
      pages: steps, numbers: settings.numbers)
  }
}

/// What the front matter says.
private struct LessonSettings {
  let minutes: Int
  let topology: String
  let numbers: NumberSource
}

extension LessonParser {
  private mutating func settings(
    _ lines: ArraySlice<SourceLine>, name: LessonName
  ) -> LessonSettings? {
    diagnostics += lines.flatMap { $0.controlCharacters(in: file) }
    let body = lines.map(\.text).joined(separator: "\n")
    let directive = Directive(kind: "lesson", name: "", body: body, file: file, line: 1)
    do throws(Diagnostic) {
      var arguments = try Arguments(directive)
      let minutes = try arguments.integer("minutes", in: 1...600)
      try checkTask(&arguments, name: name)
      let topology = try arguments.optionalString("topology") ?? "module"
      let found = try arguments.topology(from: atlas, default: topology)
      try arguments.finish()
      return LessonSettings(
        minutes: minutes, topology: topology,
        numbers: NumberSource(topology: found, atlas: atlas))
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
}
