import App
import Content
import Drawing
import TestSupport

/// The course as it stands in the working copy, read once for all tests.
enum Shipped {
  static func book() throws -> Book { try result.get() }

  private static let result = Result<Book, any Error> {
    let files = try Repository.courseFiles()
    let land = try landRings(parsing: files["assets/world/land.txt"] ?? "")
    return try Book(course: try Course(files: files), map: WorldMap(land: land))
  }

  /// The program as it starts for somebody who did `entries` before.
  static func state(
    after entries: [JournalEntry] = [], size: Size = Size(width: 80, height: 24),
    marks: Marks = .braille, theme: Theme = .terminal, motion: Motion = .full
  ) throws -> AppState {
    AppState(
      book: try book(), progress: Progress(entries), size: size, marks: marks, theme: theme,
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
