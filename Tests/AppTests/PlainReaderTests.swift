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

  private func atProgram() throws -> PlainReader {
    let book = try Shipped.book()
    let chapter = try #require(book.chapters.firstIndex { $0.items.contains("2.2") })
    var reader = try reader(of: book)
    _ = reader.opening(.step(chapter: chapter, step: 1))
    return reader
  }

  @Test func `a question that a file answers says which, and how it is judged`() throws {
    var reader = try atProgram()
    let said = reader.answer("85 ms")
    #expect(said.hasPrefix("Nothing is typed here: a file answers, pn_counter.py, "))
    #expect(said.hasSuffix("\n\ncheck, or h for a hint: "))
    #expect(reader.takeErrand() == nil)
  }

  @Test func `check has the file judged before the next line is read`() throws {
    var reader = try atProgram()
    #expect(reader.answer("check") == "Checking ...\n")
    #expect(reader.takeErrand() == .judge(item: "2.2"))
    #expect(reader.takeErrand() == nil)
  }

  @Test func `what failed is told with its reason, and graded`() throws {
    var reader = try atProgram()
    _ = reader.takeUnwritten()
    var part = Verdict(id: "2.2-idempotence", outcome: .fail, rationale: "It counts twice.")
    part.title = "Idempotent"
    var verdict = Verdict(id: "2.2", outcome: .fail, rationale: "7 of 13 checks passed.")
    verdict.parts = [part]
    let other = Verdict(id: "2.1", outcome: .pass, rationale: "All 9 checks passed.")
    let said = reader.judged([other, verdict])
    #expect(
      said == """
        FAIL 2.2  7 of 13 checks passed.
        - Idempotent
          It counts twice.

        check, or h for a hint:\u{20}
        """)
    #expect(reader.takeUnwritten() == [.graded(id: "2.1", .pass), .graded(id: "2.2", .fail)])
  }

  @Test func `a file that passes tells the solution and the standing`() throws {
    var reader = try atProgram()
    let pass = Verdict(id: "2.2", outcome: .pass, rationale: "All 13 checks passed.")
    let said = reader.judged([pass])
    #expect(said.hasPrefix("PASS 2.2  All 13 checks passed.\n\nFor each id of either side, P"))
    #expect(said.contains("\n\nPassed: 1 of "))
  }

  @Test func `a check that was stopped, and a page without a file, say so`() throws {
    var reader = try atProgram()
    #expect(reader.judged([]).hasPrefix("The check was stopped.\n"))
    _ = reader.answer("m")
    #expect(reader.answer("check").hasPrefix("Open a chapter first"))
    _ = reader.answer("1")
    #expect(reader.answer("check").hasPrefix("No file answers this page."))
  }
}
