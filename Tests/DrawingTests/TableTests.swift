import Drawing
import Testing

struct TableTests {
  private let table = Table(
    columns: [.init("region"), .init("round trip", .decimal), .init("votes", .right)],
    rows: [
      ["us-east", "0.38 ms", "1"], ["eu-west", "85 ms", "10"], ["ap-southeast", "1,140.5 ms"],
      ["sa-east", "LOST", "0"],
    ])

  @Test func `numbers stand on their decimal point and the header above its column`() {
    var canvas = Canvas(size: Size(width: 40, height: 6))
    #expect(table.draw(into: &canvas) == 6)
    #expect(
      canvas.lines == [
        "region         round trip  votes",
        "────────────────────────────────",
        "us-east           0.38 ms      1",
        "eu-west          85 ms        10",
        "ap-southeast  1,140.5 ms",
        "sa-east        LOST            0",
      ])
  }

  @Test func `the size is that of everything`() {
    #expect(table.size == Size(width: 32, height: 6))
  }

  @Test func `a narrow table shortens words and never numbers`() {
    var canvas = Canvas(size: Size(width: 29, height: 6))
    table.draw(into: &canvas, x: 1)
    #expect(canvas.lines[4] == " ap-sout…  1,140.5 ms")
  }

  @Test func `a very narrow table leaves out its last columns`() {
    var canvas = Canvas(size: Size(width: 40, height: 6))
    table.draw(into: &canvas, x: 2, width: 18)
    #expect(canvas.lines[0] == "  regi…   round trip")
    #expect(canvas.lines[4] == "  ap-s…  1,140.5 ms")
  }

  @Test func `a table without room draws nothing and does not trap`() {
    var canvas = Canvas(size: Size(width: 3, height: 2))
    table.draw(into: &canvas)
    #expect(canvas.lines == ["", ""])
  }
}
