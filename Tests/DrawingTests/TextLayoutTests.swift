import Drawing
import Testing

struct TextLayoutTests {
  @Test(arguments: [
    ("the first answer is enough", 10, ["the first", "answer is", "enough"]),
    ("exactly ten", 11, ["exactly ten"]),
    ("unbreakable", 4, ["unbr", "eaka", "ble"]),
    ("a unbreakable", 4, ["a", "unbr", "eaka", "ble"]),
    ("two  spaces   stay", 12, ["two  spaces", "stay"]),
    ("  indented text", 10, ["  indented", "text"]),
    ("one\ntwo\n\nthree", 9, ["one", "two", "", "three"]),
    ("世界 world", 5, ["世界", "world"]),
    ("世界", 3, ["世", "界"]),
    ("世", 1, ["世"]),
    ("", 5, [""]),
    ("ab", 0, ["a", "b"]),
  ])
  func `a text is wrapped greedily at spaces`(text: String, width: Int, lines: [String]) {
    #expect(StyledText(text).wrapped(width: width).map(\.text) == lines)
  }

  @Test func `styles survive wrapping, even inside a word`() {
    let text = StyledText([("a quo", .text), ("rum", .strong), (" of two", .text)])
    #expect(
      text.wrapped(width: 8) == [
        StyledText([("a quo", .text), ("rum", .strong)]), StyledText("of two"),
      ])
  }

  @Test func `neighbours of the same style become one run`() {
    #expect(StyledText("a") + StyledText("b") == StyledText("ab"))
    #expect(StyledText("a") != StyledText("a", style: .strong))
  }

  @Test(arguments: [
    ("ap-southeast", 6, "ap-so…"), ("abc", 3, "abc"), ("世界", 3, "世…"), ("世界", 2, "…"),
    ("abc", 0, ""),
  ])
  func `a truncated text ends with an ellipsis`(text: String, width: Int, expected: String) {
    #expect(StyledText(text).truncated(width: width).text == expected)
  }

  @Test func `lines are put below one another inside the rectangle`() {
    var canvas = Canvas(size: Size(width: 9, height: 4))
    let rows = canvas.put(
      ["one two", StyledText("three four", style: .strong)],
      in: Rect(x: 2, y: 1, width: 5, height: 3))
    #expect(rows == 3)
    #expect(canvas.lines == ["", "  one", "  two", "  three"])
    #expect(canvas.styleLines == ["", "", "", "..!!!!!"])
  }

  @Test func `an empty rectangle takes no row`() {
    var canvas = Canvas(size: Size(width: 9, height: 4))
    #expect(canvas.put(["text"], in: Rect(x: 0, y: 0, width: 0, height: 4)) == 0)
  }
}
