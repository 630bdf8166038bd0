import App
import Content
import Drawing
import TestSupport

/// The course as it stands in the working copy, read once for all tests.
enum Shipped {
  static func book() throws -> Book { try whole.get() }

  /// One section and one task: stories about the program stay as they are when lessons are added.
  static func excerpt() throws -> Book { try part.get() }

  private static let whole = Result<Book, any Error> { try book { _ in true } }

  private static let part = Result<Book, any Error> {
    try book { ["lessons/02-speed-of-light.md", "lessons/task-1-latency-math.md"].contains($0) }
  }

  private static func book(of isRead: (String) -> Bool) throws -> Book {
    let files = try Repository.courseFiles()
    let land = try landRings(parsing: files["assets/world/land.txt"] ?? "")
    let areas = try landAreas(parsing: files["assets/world/jurisdictions.txt"] ?? "")
    let kept = files.filter { !$0.key.hasPrefix("lessons/") || isRead($0.key) }
    return Book(course: try Course(files: kept), map: WorldMap(land: land, areas: areas))
  }

  /// The program as it starts for somebody who did `entries` before, with the excerpt or a book.
  static func state(
    of book: Book? = nil, after entries: [JournalEntry] = [],
    size: Size = Size(width: 80, height: 24),
    marks: Marks = .braille, theme: Theme = .terminal, motion: Motion = .full
  ) throws -> AppState {
    AppState(
      book: try book ?? excerpt(), progress: Progress(entries), size: size, marks: marks,
      theme: theme,
      motion: motion)
  }
}

extension AppState {
  /// Presses keys by their names: `"right*3 enter"`.
  mutating func press(_ keys: String) throws {
    for word in keys.split(separator: " ") {
      for event in try Action(parsing: String(word)).events { update(event) }
    }
  }

  /// Presses a key for every character.
  mutating func type(_ text: String) {
    for character in text { update(.key(.character(character))) }
  }
}
