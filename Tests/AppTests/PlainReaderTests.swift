import App
import Content
import Drawing
import Exercises
import TestSupport
import Testing

/// The course as a conversation
struct PlainReaderTests {
  private func reader(
    _ marks: Marks = .braille, _ entries: [JournalEntry] = [], of book: Book? = nil
  ) throws -> PlainReader {
    PlainReader(book: try book ?? Shipped.excerpt(), progress: Progress(entries), marks: marks)
  }

  @Test func `the menu is numbered`() throws {
    var reader = try reader()
    let menu = reader.opening()
    #expect(menu.contains("\n1. Section 2, The speed of light: "))
    #expect(menu.contains("\n2. Task 1, Latency math: "))
  }

  @Test func `every answer ends by asking`() throws {
    var reader = try reader()
    _ = reader.opening()
    for line in ["?", "99", "foo", "1", "n", "k", "100 ms", "v", "p", "m", "h", "k x"] {
      #expect(reader.answer(line).hasSuffix(": "))
    }
  }

  @Test func `a picture is told event by event`() throws {
    var reader = try reader()
    _ = reader.opening(.step(chapter: 1, step: 0))
    _ = reader.answer("85 ms")
    let run = reader.answer("v")
    #expect(run.hasPrefix("Picture: Who tells whom, and when is the write done?\nt=0 ms  us-east"))
    #expect(
      run.contains("\nt=85 ms  The vote of eu-west is back; 2 of 3 have the entry; the\n  leader"))
  }

  @Test func `a question tells the round trips that it is about`() throws {
    var reader = try reader()
    let asked = reader.opening(.step(chapter: 1, step: 0))
    #expect(asked.contains("\n  us-east to eu-west: 85 ms\n"))
  }

  @Test func `the word of a verdict comes first, then one step forward`() throws {
    var reader = try reader()
    _ = reader.opening(.step(chapter: 1, step: 0))
    #expect(reader.answer("140 ms").hasPrefix("FAIL 1.1  140 ms would be right for "))
    #expect(reader.answer("soon").hasPrefix("ERROR 1.1  "))
    #expect(reader.answer("85 ms").hasPrefix("PASS 1.1  85 ms is right.\n"))
  }

  @Test func `a pass tells the solution and the standing`() throws {
    var reader = try reader()
    _ = reader.opening(.step(chapter: 1, step: 0))
    let text = reader.answer("85 ms")
    #expect(text.contains("A majority of 3 voters is 2."))
    #expect(text.contains("\n\nPassed: 1 of 9 items."))
  }

  @Test func `a prediction is asked for before its number is told`() throws {
    var reader = try reader()
    let asked = reader.opening(.step(chapter: 0, step: 1))
    #expect(asked.hasSuffix("\n\nYour guess, or Enter to see it: "))
    #expect(!asked.contains("Handout:"))
    let told = reader.answer("90 ms")
    #expect(told.hasPrefix("FAR 2.floor  You said 90 ms; the model says 152 ms."))
    #expect(told.contains("\nHandout: 140 ms"))
  }

  @Test func `Enter shows what nobody wants to predict`() throws {
    var reader = try reader()
    _ = reader.opening(.step(chapter: 0, step: 1))
    #expect(reader.answer("").contains("\nHandout: 140 ms"))
    #expect(reader.takeUnwritten() == [.visited(lesson: "02-speed-of-light", step: 2)])
  }

  @Test func `what was predicted once is told at once`() throws {
    var reader = try reader(.braille, [.predicted(id: "2.floor", isNear: false)])
    #expect(reader.opening(.step(chapter: 0, step: 1)).contains("Handout:"))
  }

  @Test func `hints come one after the other`() throws {
    var reader = try reader()
    _ = reader.opening(.step(chapter: 1, step: 0))
    let counts = (1...4).map { _ in
      reader.answer("h").split(separator: "\n").count { $0.hasPrefix("Hint ") }
    }
    #expect(counts == [1, 2, 3, 0])
  }

  @Test func `an assumption can be changed, and counts`() throws {
    var reader = try reader()
    _ = reader.opening(.step(chapter: 1, step: 0))
    #expect(reader.answer("k leader eu-west").hasPrefix("leader is eu-west; it may be us-east"))
    #expect(reader.answer("170 ms").hasPrefix("PASS 1.1  "))
  }

  @Test(arguments: [
    ("k laeder eu-west", "No knob is called 'laeder'; did you mean 'leader'?"),
    ("k leader eu-wset", "leader cannot be 'eu-wset'; did you mean 'eu-west'?"),
  ])
  func `a wrong knob is answered with the right one`(line: String, said: String) throws {
    var reader = try reader()
    _ = reader.opening(.step(chapter: 1, step: 0))
    #expect(reader.answer(line).hasPrefix(said))
  }

  @Test func `a knob of a picture changes what is told`() throws {
    var reader = try reader()
    let before = reader.opening(.step(chapter: 0, step: 0))
    let after = reader.answer("k from sa-east-1")
    #expect(before.contains("sa-east-1 is back after"))
    #expect(after.contains("t=0 ms  sa-east-1 sends"))
  }

  @Test func `a command with a letter wrong is answered with the right one`() throws {
    var reader = try reader()
    _ = reader.opening(.step(chapter: 0, step: 0))
    #expect(reader.answer("nxet").hasPrefix("'nxet' is no command here; did you mean 'next'?"))
  }

  @Test func `the same question can be had in other numbers`() throws {
    var reader = try reader()
    _ = reader.opening(.step(chapter: 1, step: 0))
    _ = reader.answer("85 ms")
    let again = reader.answer("r")
    #expect(again.contains("  us-east to eu-west: "))
    #expect(!again.contains("  us-east to eu-west: 85 ms"))
    #expect(again.hasSuffix("Your answer, or h for a hint: "))
  }

  @Test func `quitting is the end`() throws {
    var reader = try reader()
    _ = reader.opening()
    #expect(reader.answer("q") == "")
    #expect(reader.isFinished)
  }

  @Test(arguments: [Marks.braille, .ascii])
  func `every page can be reached, and none has a frame`(marks: Marks) throws {
    var reader = try reader(marks, of: Shipped.book())
    var text = reader.opening(.step(chapter: 0, step: 0))
    var pages = 1
    while !text.contains("That was the last page."), pages < 1000 {
      text = reader.answer("n")
      pages += 1
      #expect(
        !text.contains(where: { "─│╭╮╰╯█▏".contains($0) || ("\u{2800}"..."\u{28FF}").contains($0) })
      )
      if marks == .ascii { #expect(text.utf8.allSatisfy { $0 <= 0x7E }) }
    }
    let steps = reader.takeUnwritten().count
    #expect(pages == steps + 1)
  }

  @Test func `the whole course can be done in lines`() throws {
    let exercises = try ExerciseSet(try Course(files: try Repository.courseFiles())).graded
    var reader = try reader(.ascii, of: Shipped.book())
    var text = reader.opening(.step(chapter: 0, step: 0))
    for _ in 0..<1000 where !text.contains("That was the last page.") {
      let asked = exercises.first { text.contains("Question \($0.id): ") }
      let right = asked?.verdict(for: Answer("1 ms")).expected ?? asked?.rightAnswer
      if let right { _ = reader.answer(right) }
      text = reader.answer("n")
    }
    let passed = reader.takeUnwritten().filter { entry in
      if case .graded(_, .pass) = entry { true } else { false }
    }
    // A program is not typed.
    #expect(passed.count == exercises.count { $0.kind != .program })
    #expect(text.contains("Task 1, Latency math: done"))
  }
}

extension Exercise {
  /// The answer that passes, found by trying, where a time is no answer.
  fileprivate var rightAnswer: String? {
    let numbers = (0...9).map(String.init) + ["assume exactly-once"]
    return (options.isEmpty ? numbers : Array("abcdefg").map(String.init))
      .first { verdict(for: Answer($0)).outcome == .pass }
  }
}
