import Content
import Drawing
import Exercises

/// The course as a conversation: a line goes in, text comes out.
///
/// For screen readers, terminals that cannot move their cursor, and scripts: no frames, no cursor
/// addressing, no spinners; every question ends with ": ", every verdict begins with its word.
package struct PlainReader: Sendable {
  package private(set) var isFinished = false
  /// What is to be written to the journal; the shell takes it away.
  private var unwritten: [JournalEntry] = []
  private var progress: Progress
  /// `nil` in the menu.
  private var page: PlainPage?
  private let book: Book
  private let marks: Marks

  package init(book: Book, progress: Progress, marks: Marks) {
    self.book = book
    self.progress = progress
    self.marks = marks
  }

  /// What is said first: a page, or the menu.
  package mutating func opening(_ place: Place = .home) -> String {
    let said = go(to: place)
    return presented(said)
  }

  /// What is said to a line.
  package mutating func answer(_ line: String) -> String {
    let command = PlainCommand(line.split(separator: "\r").joined())
    switch command {
    case .quit:
      isFinished = true
      return ""
    case .help: return presented(PlainCommand.helpText)
    default:
      let said = page == nil ? answerInMenu(command) : answerOnPage(command)
      return presented(said)
    }
  }

  /// Hands out the journal entries since the last time.
  package mutating func takeUnwritten() -> [JournalEntry] {
    defer { unwritten = [] }
    return unwritten
  }

  private mutating func record(_ entry: JournalEntry?) {
    guard let entry else { return }
    progress.add(entry)
    unwritten.append(entry)
  }

  /// A text with the question what to do next.
  private func presented(_ text: String) -> String {
    "\(text)\n\n\(prompt): ".lowered(to: marks)
  }

  private var prompt: String {
    guard let page else { return "Number of a chapter, or q to quit" }
    guard page.isAsking else { return "n next, p previous, m menu, ? help" }
    if page.isPrediction { return page.maySkip ? "Your guess, or Enter to see it" : "Your guess" }
    return page.hasHints ? "Your answer, or h for a hint" : "Your answer"
  }

  // MARK: - The menu

  private var menuText: String {
    let status = PlainStatus(book: book, progress: progress)
    let lines = book.chapters.enumerated().map { index, chapter in
      "\(index + 1). \(chapter.spokenHeading): \(status.standing(of: chapter))"
    }
    return ([book.title, ""] + lines).joined(separator: "\n")
  }

  private mutating func answerInMenu(_ command: PlainCommand) -> String {
    switch command {
    case .other(let text):
      guard let number = Int(text), book.chapters.indices.contains(number - 1) else {
        return "'\(text.prefix(40))' is no chapter; choose 1 to \(book.chapters.count)."
      }
      return go(to: book.entrance(of: number - 1, progress))
    case .next, .nothing:
      return go(to: continuation)
    case .menu: return menuText
    case .previous, .hint, .watch, .again, .knob, .act, .undo:
      return "Open a chapter first, by its number."
    case .help, .quit: return ""
    }
  }

  /// Where the learner left off, or the beginning.
  private var continuation: Place {
    let last = book.chapters.firstIndex { $0.key == progress.last?.lesson }
    return book.chapters.isEmpty ? .home : book.entrance(of: last ?? 0, progress)
  }

  // MARK: - Pages

  private mutating func go(to place: Place) -> String {
    switch place {
    case .home:
      page = nil
      return menuText
    case .step(let chapter, let step):
      let opened = PlainPage(chapter: chapter, step: step, book: book, progress: progress)
      page = opened
      record(.visited(lesson: book.chapters[chapter].key, step: step + 1))
      return opened.text
    }
  }

  private mutating func answerOnPage(_ command: PlainCommand) -> String {
    switch command {
    case .next: return go(by: 1)
    case .previous: return go(by: -1)
    case .menu: return go(to: .home)
    case .hint: return say(page?.hint())
    case .watch: return page?.watched() ?? ""
    case .again: return page?.again() ?? ""
    case .knob(let name, let value):
      return change { page throws(PlainRefusal) in try page.turn(name, to: value) }
    case .act(let words): return change { page throws(PlainRefusal) in try page.act(words) }
    case .undo: return change { page throws(PlainRefusal) in try page.undo() }
    case .nothing: return answerNothing()
    case .other(let text):
      return page?.isAsking == true ? submit(text) : PlainCommand.refusal(of: text)
    case .help, .quit: return ""
    }
  }

  private mutating func say(_ result: (said: String, entry: JournalEntry?)?) -> String {
    record(result?.entry)
    return result?.said ?? ""
  }

  private mutating func answerNothing() -> String {
    guard let page, page.isAsking else { return go(by: 1) }
    if page.maySkip { return self.page?.giveUp() ?? "" }
    return page.hasHints ? "Type an answer, h for a hint, or n." : "Type an answer, or n."
  }

  private mutating func submit(_ text: String) -> String {
    let said = say(page?.submit(text))
    guard let page, !page.isAsking, !page.isPrediction else { return said }
    let items = book.chapters[page.chapter].items
    let passed = items.count { progress.outcome(of: $0) == .pass }
    return items.isEmpty ? said : "\(said)\n\nPassed: \(passed) of \(items.count) items."
  }

  private mutating func change(
    _ change: (inout PlainPage) throws(PlainRefusal) -> String
  ) -> String {
    guard var page else { return "" }
    do throws(PlainRefusal) {
      let said = try change(&page)
      self.page = page
      return said
    } catch {
      return error.message
    }
  }

  /// The pages of the whole book, one after the other; after the last comes the menu.
  private mutating func go(by offset: Int) -> String {
    guard let page, let position = book.allPlaces.firstIndex(of: page.place) else { return "" }
    let places = book.allPlaces
    if places.indices.contains(position + offset) { return go(to: places[position + offset]) }
    if offset < 0 { return "This is the first page." }
    return "That was the last page.\n\n" + go(to: .home)
  }
}

extension PlainPage {
  fileprivate var place: Place { .step(chapter: chapter, step: step) }
}

extension Chapter {
  /// `Section 2, The speed of light`
  fileprivate var spokenHeading: String {
    let kind = lesson.kind == .section ? "Section" : "Task"
    return "\(kind) \(lesson.number), \(lesson.title)"
  }
}
