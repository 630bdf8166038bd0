import App
import Content
import Drawing
import Exercises
import Foundation
import TestSupport
import Testing

/// The whole course by a script, through a pipe
@Suite(.serialized)
struct WholeCourseTests {
  /// What is written before the course is begun, by its path.
  private static let files = [
    "pn_counter.py": ProgramSources.python(), "answers/task3.yaml": DesignSamples.rightFeed,
    "answers/task4.yaml": DesignSamples.rightPlatform,
  ]

  private func book() throws -> Book {
    let course = try Course(files: try Repository.courseFiles())
    return Book(course: course, map: WorldMap(land: [], areas: []))
  }

  /// Every page, one after the other, its question answered right.
  private func script(_ pages: [StepPage]) -> [String] {
    var checked: Set<String> = []
    return pages.flatMap { page -> [String] in
      guard let exercise = page.exercise else { return ["n"] }
      guard exercise.kind.isAnsweredByFile else { return [exercise.rightAnswer ?? "", "n"] }
      // One check judges all items of a file.
      return checked.insert(exercise.task).inserted ? ["check", "n"] : ["n"]
    }
  }

  @Test(
    .enabled(if: Tools.hasPython, "python3 is not installed"),
    arguments: [("learn section1", "dumb"), ("learn section1 --plain --ascii", "xterm")])
  func `the course is done line by line, without frames and cursor movements`(
    line: String, terminal: String
  ) throws {
    let place = try Workplace()
    for (path, text) in Self.files { try place.write(text, to: path) }
    let pages = try book().pages()
    let script = script(pages)
    try place.write(script.joined(separator: "\n") + "\n", to: "script")
    let command = "exec \"$0\" \(line) < script"
    let output = try Tools.run(
      ["sh", "-c", command, BuiltProgram.path()], in: place.folder,
      ["TERM": terminal, "LC_ALL": "C.UTF-8", "GEOLEARN_STATE_DIR": "\(place.folder)/state"])

    #expect(output.code == 0)
    #expect(output.text.contains("\nThat was the last page.\n"))
    expectJournal(place.journal, of: pages)
    let unspeakable = output.text.unicodeScalars.filter { $0.value == 0x1B || $0.isFrame }
    #expect(Set(unspeakable) == [])
    if line.contains("--ascii") { #expect(output.text.utf8.allSatisfy { $0 <= 0x7E }) }
  }

  private func expectJournal(_ journal: [String], of pages: [StepPage]) {
    let exercises = pages.compactMap(\.exercise)
    #expect(journal.count { $0.hasPrefix("visited ") } == pages.count)
    for exercise in exercises {
      let entry =
        exercise.kind == .prediction
        ? "predicted \(exercise.id) near" : "graded \(exercise.id) pass"
      #expect(journal.contains(entry), "\(exercise.id)")
    }
    #expect(!journal.contains { $0.hasSuffix(" fail") || $0.hasSuffix(" far") })
  }
}

extension Exercise {
  /// The answer that passes, found by trying where a number is not told.
  fileprivate var rightAnswer: String? {
    let units = [unit ?? "", "ms", "s", "min", "h", "%", "km", "/s", ""]
    let told = units.lazy.compactMap { verdict(for: Exercises.Answer("1 \($0)")).expected }.first
    let letters = Array("abcdefg").map(String.init)
    let guesses = options.isEmpty ? [told, "0", "assume exactly-once"].compactMap(\.self) : letters
    return guesses.first { verdict(for: Exercises.Answer($0)).outcome == .pass }
  }
}

extension Unicode.Scalar {
  /// Box drawing, blocks, and braille.
  fileprivate var isFrame: Bool {
    (0x2500...0x259F).contains(value) || (0x2800...0x28FF).contains(value)
  }
}
