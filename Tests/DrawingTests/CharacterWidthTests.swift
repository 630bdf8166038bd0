import Drawing
import Testing

struct CharacterWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0), ("\u{200B}", 0),
    ("世界", 4), ("ｗ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("ﾊ", 1), ("　", 2),
    ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇩🇪", 2), ("✔", 1), ("●", 1), ("⣿", 1), ("█", 1),
    ("\u{202E}", 0), ("ก็", 1), ("…", 1), ("⌚", 2), ("〈", 2),
  ])
  func `a text takes as many columns as terminals give it`(text: String, width: Int) {
    #expect(columns(of: text) == width)
  }

  @Test func `variation selectors are not written and change no width`() {
    var canvas = Canvas(size: Size(width: 3, height: 1))
    #expect(canvas.put("❤\u{FE0F}x", x: 0, y: 0) == 2)
    #expect(canvas.lines == ["❤x"])
  }

  @Test(arguments: [("👨‍👩‍👧", "👨"), ("🇩🇪", "DE"), ("👍🏽", "👍"), ("e\u{301}", "é")])
  func `a cell gets one spacing character and its marks`(text: String, shown: String) {
    var canvas = Canvas(size: Size(width: 2, height: 1))
    canvas.put(text, x: 0, y: 0)
    #expect(canvas.lines == [shown])
  }

  @Test func `at most four marks are stacked on a letter`() {
    var canvas = Canvas(size: Size(width: 2, height: 1))
    canvas.put("z" + String(repeating: "\u{301}", count: 50), x: 0, y: 0)
    #expect(canvas[0, 0].text.unicodeScalars.count == 5)
  }
}
