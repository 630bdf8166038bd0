import App
import Content

/// A page as a command line names it.
///
/// `home`; `2` or `section2` is a section, `task1` a task; `section2.3` is the third step of a
/// section, `task1.3` the item 1.3. A bare `1.3` can be both: the caller says which comes first.
struct PlaceName {
  enum Preference { case items, steps }

  let text: String

  /// The page, with the place that is meant where there are two.
  func place(in book: Book, preferring preference: Preference) throws(CommandFailure) -> Place {
    if text == "home" { return .home }
    if let place = find(in: book, preference) { return place }
    let names = book.chapters.map(\.shortName)
    let first = names.first ?? "home"
    throw CommandFailure(
      "there is no page '\(text)'; there are home, \(names.joined(separator: ", ")), "
        + "and pages of them such as \(first).1", .usage)
  }

  private func find(in book: Book, _ preference: Preference) -> Place? {
    let name = text.lowercased()
    let number = name.drop { !$0.isNumber }
    switch name.prefix(name.count - number.count) {
    case "section", "s": return step(number, in: book)
    case "task", "t": return item(number, in: book)
    case "":
      switch preference {
      case .items: return book.place(of: String(number)) ?? step(number, in: book)
      case .steps: return step(number, in: book) ?? book.place(of: String(number))
      }
    default: return book.place(of: text)
    }
  }

  /// A section, or a step of it counted from 1.
  private func step(_ number: Substring, in book: Book) -> Place? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard let chapter = book.position(of: .section, number: parts.first ?? nil) else { return nil }
    guard parts.count > 1 else { return .step(chapter: chapter, step: 0) }
    guard parts.count == 2, let step = parts[1],
      book.chapters[chapter].steps.indices.contains(step - 1)
    else { return nil }
    return .step(chapter: chapter, step: step - 1)
  }

  private func item(_ number: Substring, in book: Book) -> Place? {
    if number.contains(".") { return book.place(of: String(number)) }
    return book.position(of: .task, number: Int(number)).map { .step(chapter: $0, step: 0) }
  }
}

extension Book {
  fileprivate func position(of kind: Lesson.Kind, number: Int?) -> Int? {
    chapters.firstIndex { $0.lesson.kind == kind && $0.lesson.number == number }
  }
}

extension Chapter {
  /// `2` or `task1`, as the command line takes it.
  var shortName: String {
    lesson.kind == .section ? "\(lesson.number)" : "task\(lesson.number)"
  }

  /// Whether a name is that of the whole lesson: `2`, `section2`, `task1`.
  func isCalled(_ name: String) -> Bool {
    [shortName, "\(lesson.kind.rawValue)\(lesson.number)"].contains(name)
  }
}
