import Drawing
import Testing

struct BarTests {
  @Test(
    arguments: [
      (0, ""), (0.125, "▏"), (0.5, "▌"), (1, "█"), (1.25, "█▎"), (2.9, "██▉"), (2.99, "███"),
      (0.001, "▏"), (-1, ""), (99, "██████"), (.nan, ""),
    ] as [(Double, String)])
  func `a bar ends at an eighth of a cell`(length: Double, expected: String) {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.bar(x: 0, y: 0, length: length, style: Style(.voter))
    #expect(canvas.lines == [expected])
  }

  @Test func `a hatched bar ends at a whole cell`() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    #expect(canvas.bar(x: 1, y: 0, length: 2.6, pattern: .hatched, style: .faint) == 4)
    #expect(canvas.lines == [" ░░░"])
  }

  @Test(arguments: [(0.2, "#"), (2.4, "##"), (2.5, "###")])
  func `an ASCII bar has whole cells only`(length: Double, expected: String) {
    var canvas = Canvas(size: Size(width: 6, height: 1), marks: .ascii)
    canvas.bar(x: 0, y: 0, length: length, style: Style(.voter))
    #expect(canvas.lines == [expected])
  }

  @Test func `an axis has its labels below the ticks and the unit at the last`() {
    var canvas = Canvas(size: Size(width: 44, height: 1))
    canvas.axis(Scale(max: 150, width: 30), x: 4, y: 0, unit: "ms")
    #expect(canvas.lines == ["    0        50        100       150 ms"])
  }
}

struct ScaleTests {
  @Test(
    arguments: [(0, 0), (75, 20), (150, 40), (300, 40), (-5, 0), (.nan, 0)] as [(Double, Double)])
  func `a value lies in proportion and never outside`(value: Double, column: Double) {
    #expect(Scale(max: 150, width: 40).column(of: value) == column)
  }

  @Test func `a scale without extent does not trap`() {
    #expect(Scale(max: 0, width: -3).column(of: 7) == 0)
  }

  @Test(
    arguments: [
      (150, 4, [0, 50, 100, 150]),
      (140, 8, [0, 20, 40, 60, 80, 100, 120, 140]),
      (0.9, 4, [0, 0.5]),
      (1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
      (7, 2, [0, 5]),
      (0.0003, 4, [0, 0.0001, 0.0002, 0.0003]),
      (1e15, 3, [0, 5e14, 1e15]),
      (0, 5, [0]), (-3, 5, [0]), (.infinity, 5, [0]), (10, 1, [0]),
    ] as [(Double, Int, [Double])])
  func `ticks are round, as many as asked, never beyond`(
    maximum: Double, count: Int, ticks: [Double]
  ) {
    #expect(niceTicks(upTo: maximum, atMost: count) == ticks)
  }

  @Test(arguments: [
    (1, 30, "0             0.5            1.0 s"),
    (60, 24, "0      20      40      60 s"),
    (0.38, 20, "0        0.2 s"),
  ])
  func `all labels of an axis have as many decimals`(
    maximum: Double, width: Int, expected: String
  ) {
    var canvas = Canvas(size: Size(width: 60, height: 1))
    canvas.axis(Scale(max: maximum, width: width), x: 0, y: 0, unit: "s")
    #expect(canvas.lines == [expected])
  }
}
