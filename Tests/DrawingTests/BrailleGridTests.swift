import Drawing
import Testing

struct BrailleGridTests {
  @Test(arguments: [
    (0, 0, "⠁"), (0, 1, "⠂"), (0, 2, "⠄"), (0, 3, "⡀"),
    (1, 0, "⠈"), (1, 1, "⠐"), (1, 2, "⠠"), (1, 3, "⢀"),
  ])
  func `each dot has its place in a braille cell`(x: Int, y: Int, expected: String) {
    #expect(picture(1, 1, .braille) { $0.set(x: x, y: y) } == [expected])
  }

  @Test func `half blocks have two dots to a cell`() {
    let lines = picture(3, 1, .blocks) { grid in
      for (x, y) in [(0, 0), (1, 1), (2, 0), (2, 1)] { grid.set(x: x, y: y) }
    }
    #expect(lines == ["▀▄█"])
  }

  @Test func `ASCII has one dot to a cell`() {
    #expect(picture(3, 1, .ascii) { $0.set(x: 1, y: 0) } == [" ."])
  }

  @Test func `a line has both its ends and no gap`() {
    #expect(
      picture(4, 2, .braille) { $0.line(from: GridPoint(x: 0, y: 7), to: GridPoint(x: 7, y: 0)) }
        == ["  ⡠⠊", "⡠⠊"])
    #expect(
      picture(4, 3, .ascii) {
        $0.polyline([GridPoint(x: 0, y: 0), GridPoint(x: 3, y: 0), GridPoint(x: 3, y: 2)])
      }
        == ["....", "   .", "   ."])
  }

  @Test func `lines are clipped however far their ends lie outside`() {
    let far = 1_000_000_000_000
    #expect(
      picture(3, 3, .ascii) { grid in
        grid.line(from: GridPoint(x: -far, y: -far), to: GridPoint(x: far, y: far))
        grid.line(from: GridPoint(x: 2, y: far), to: GridPoint(x: 2, y: -far))
        grid.set(x: -1, y: 99)
      } == [". .", " ..", "  ."])
  }

  @Test func `a cell has the style of its last dot and cells without dots stay`() {
    var canvas = Canvas(size: Size(width: 3, height: 1))
    canvas.put("xyz", x: 0, y: 0)
    var grid = BrailleGrid(size: Size(width: 2, height: 1), marks: .braille)
    grid.set(x: 0, y: 0, style: Style(.link))
    grid.set(x: 1, y: 0, style: Style(.message))
    grid.draw(into: &canvas, x: 1)
    #expect(canvas.lines == ["x⠉z"])
    #expect(canvas.styleLines == [".M"])
  }

  private func picture(
    _ width: Int, _ height: Int, _ marks: Marks, _ draw: (inout BrailleGrid) -> Void
  ) -> [String] {
    var canvas = Canvas(size: Size(width: width, height: height), marks: marks)
    var grid = BrailleGrid(size: canvas.size, marks: marks)
    draw(&grid)
    grid.draw(into: &canvas)
    return canvas.lines
  }
}
