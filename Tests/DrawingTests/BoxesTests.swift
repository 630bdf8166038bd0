import Drawing
import Testing

struct BoxesTests {
  @Test func `a box has round corners and its title in the upper edge`() {
    var canvas = Canvas(size: Size(width: 12, height: 3))
    canvas.box(Rect(x: 1, y: 0, width: 11, height: 3), title: "Help", style: .faint)
    #expect(canvas.lines == [" ╭─ Help ──╮", " │         │", " ╰─────────╯"])
  }

  @Test func `a long title is shortened`() {
    var canvas = Canvas(size: Size(width: 10, height: 2))
    canvas.box(canvas.bounds, title: "Palette", style: .faint)
    #expect(canvas.lines == ["╭─ Pal… ─╮", "╰────────╯"])
  }

  @Test func `a box in ASCII is made of plus, minus and bar`() {
    var canvas = Canvas(size: Size(width: 5, height: 3), marks: .ascii)
    canvas.box(canvas.bounds, title: nil, style: .faint)
    #expect(canvas.lines == ["+---+", "|   |", "+---+"])
  }

  @Test func `what is too small for a box stays as it is`() {
    var canvas = Canvas(size: Size(width: 5, height: 3))
    canvas.box(Rect(x: 0, y: 0, width: 1, height: 3), title: "x", style: .faint)
    #expect(canvas.lines == ["", "", ""])
  }
}
