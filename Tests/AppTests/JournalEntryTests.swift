import App
import Exercises
import Testing

struct JournalEntryTests {
  private static let entries: [(JournalEntry, String)] =
    [
      (.visited(lesson: "02-speed-of-light", step: 13), "visited 02-speed-of-light 13"),
      (.predicted(id: "2.commit", isNear: true), "predicted 2.commit near"),
      (.predicted(id: "2.commit", isNear: false), "predicted 2.commit far"),
      (.hinted(id: "1.1", level: 3), "hinted 1.1 3"), (.reset(id: "1.3b"), "reset 1.3b"),
    ] + Outcome.allCases.map { (.graded(id: "1.1", $0), "graded 1.1 \($0.rawValue)") }

  @Test(arguments: entries)
  func `an entry is written as a line and read back`(entry: JournalEntry, line: String) {
    #expect(entry.line == line)
    #expect(JournalEntry(parsing: line) == entry)
  }

  @Test(arguments: [
    "", " ", "visited", "visited a", "visited a b", "visited a 1 2", "visited a 1.5",
    "predicted a", "predicted a perhaps", "graded 1.1", "graded 1.1 maybe", "graded 1.1 PASS",
    "hinted 1.1 many", "hinted 1.1", "reset", "reset 1.1 2", "painted 1.1 red", "\u{0}",
    "2026-07-01 graded 1.1 pass", "visited a 99999999999999999999",
  ])
  func `a line of another version or of nobody is no entry`(line: String) {
    #expect(JournalEntry(parsing: line) == nil)
  }
}
