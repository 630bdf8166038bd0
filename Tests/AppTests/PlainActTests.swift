import App
import Content
import Drawing
import TestSupport
import Testing

/// Acting in a picture by lines.
struct PlainActTests {
  private static let lesson = """
    ---
    minutes: 5
    ---

    # Sets

    ## Add and remove

    ```scene set-merge
    history: A add milk
    ```

    ---

    ## Two texts

    ```scene text-merge
    ```

    ---

    ## Nothing to do

    Only text.
    """

  private func reader(step: Int) throws -> PlainReader {
    var files = try Repository.courseFiles().filter { !$0.key.hasPrefix("lessons/") }
    files["lessons/05-sets.md"] = Self.lesson
    let book = Book(course: try Course(files: files), map: WorldMap(land: []))
    var reader = PlainReader(book: book, progress: Progress([]), marks: .braille)
    _ = reader.opening(.step(chapter: 0, step: step))
    return reader
  }

  private func said(_ line: String, by reader: inout PlainReader) -> String {
    String(reader.answer(line).split(separator: "\n\nn next").first ?? "")
  }

  @Test func `an act is told by what came of it`() throws {
    var reader = try reader(step: 0)
    #expect(said("do a B eggs", by: &reader) == "B adds eggs.")
    #expect(said("do s B", by: &reader) == "B sends a copy of its state to A.")
    #expect(said("do d", by: &reader) == "A merges message 1 from B.")
    #expect(said("do d", by: &reader) == "That cannot be done now.")
  }

  @Test func `what is typed goes to the editor that is named`() throws {
    var reader = try reader(step: 1)
    #expect(said("do i B hi you", by: &reader).hasSuffix("\nB types ‘u’."))
    _ = said("do b", by: &reader)
    #expect(said("k", by: &reader) == "There is nothing to turn here.")
    #expect(
      said("do b", by: &reader) == "Both merge the other's state as it was before, and agree.")
  }

  @Test func `undo takes back one act after the other`() throws {
    var reader = try reader(step: 0)
    let before = said("do", by: &reader)
    _ = said("do a B eggs", by: &reader)
    _ = said("do b", by: &reader)
    #expect(said("undo", by: &reader).hasSuffix("\n2.  B adds eggs."))
    #expect(said("undo", by: &reader).hasSuffix("\n1.  A adds milk."))
    #expect(said("undo", by: &reader) == "There is nothing to undo.")
    #expect(said("do", by: &reader) == before)
  }

  @Test func `all acts are told, and what they can be done to`() throws {
    var reader = try reader(step: 0)
    let text = said("do", by: &reader)
    #expect(text.hasPrefix("do a: add the item at the replica.\ndo r: remove it.\n"))
    #expect(text.hasSuffix("\nat: A or B; else A.\nitem: milk, eggs or bread; else milk."))
  }

  @Test func `a mistake says what would be right`() throws {
    var reader = try reader(step: 0)
    #expect(
      said("do w", by: &reader)
        == "No act is called 'w'; a, r, s, d, b, c, y, o or x can be done.")
    #expect(
      said("do a Z", by: &reader).hasPrefix("'Z' is nothing that it could be done to.\ndo a: "))
    var other = try self.reader(step: 2)
    #expect(said("do a", by: &other) == "There is nothing to do in a picture here.")
  }
}
