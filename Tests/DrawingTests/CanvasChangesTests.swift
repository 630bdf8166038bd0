import Drawing
import Testing

/// `Canvas.forEachChange`
struct CanvasChangesTests {
  private struct Change: Equatable {
    let cell: Cell
    let x: Int
    let y: Int
    let columns: Int
  }

  private func changes(of canvas: Canvas, since other: Canvas?) -> [Change] {
    var changes: [Change] = []
    canvas.forEachChange(since: other) { cell, x, y, columns in
      changes.append(Change(cell: cell, x: x, y: y, columns: columns))
    }
    return changes
  }

  private func canvas(_ rows: String..., style: Style = .text) -> Canvas {
    var canvas = Canvas(size: Size(width: 6, height: rows.count))
    for (y, row) in rows.enumerated() { canvas.put(row, x: 0, y: y, style: style) }
    return canvas
  }

  @Test func `only what differs is handed out, row by row`() {
    let changes = changes(of: canvas("abXd", "eY"), since: canvas("abcd", "ef"))
    #expect(
      changes == [
        Change(cell: Cell(text: "X", style: .text), x: 2, y: 0, columns: 1),
        Change(cell: Cell(text: "Y", style: .text), x: 1, y: 1, columns: 1),
      ])
  }

  @Test func `another style is a change`() {
    let changes = changes(of: canvas("a", style: .strong), since: canvas("a"))
    #expect(changes.map(\.cell) == [Cell(text: "a", style: .strong)])
  }

  @Test func `equal canvases have no changes`() {
    #expect(changes(of: canvas("abc"), since: canvas("abc")).isEmpty)
  }

  @Test func `without another canvas, or with one of another size, everything is handed out`() {
    #expect(changes(of: canvas("abc"), since: nil).count == 6)
    #expect(changes(of: canvas("abc"), since: canvas("abc", "def")).count == 6)
  }

  @Test func `a wide character is handed out once, with both its columns`() {
    let changes = changes(of: canvas("a世b"), since: canvas("axyb"))
    #expect(changes == [Change(cell: Cell(text: "世", style: .text), x: 1, y: 0, columns: 2)])
  }

  @Test func `what takes the place of a wide character covers both its columns`() {
    let changes = changes(of: canvas("axyb"), since: canvas("a世b"))
    #expect(changes.map(\.x) == [1, 2])
  }
}
