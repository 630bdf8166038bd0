import Drawing
import Testing

struct MarksTests {
  @Test(arguments: [
    ("●○◌ ✔✘ →←", "*o. +X ><"),
    ("─│╭╮╰╯├┤┼", "-|+++++++"),
    ("█▏░ × ‹ 2 ›", "#|: x < 2 >"),
    ("A ⊔ B · 3 ≤ 5…", "A U B . 3 < 5~"),
    ("Zürich São Łódź", "Zurich Sao Lodz"),
    ("⣿\u{2800}⠁", ". ."),
    ("語x", "??x"),
    ("ж☃", "??"),
  ])
  func `ASCII has a character of the same width for each`(text: String, ascii: String) {
    var canvas = Canvas(size: Size(width: 20, height: 1), marks: .ascii)
    #expect(canvas.put(text, x: 0, y: 0) == columns(of: text))
    #expect(canvas.lines == [ascii])
  }

  @Test func `what pictures are made of takes one column and stays as it is`() {
    for value in Array(0x2500...0x25FC as ClosedRange<UInt32>) + Array(0x2800...0x28FF) {
      guard let scalar = UnicodeScalar(value) else { continue }
      let character = Character(scalar)
      var canvas = Canvas(size: Size(width: 2, height: 1))
      #expect(columns(of: character) == 1)
      #expect(canvas.put(String(character), x: 0, y: 0) == 1)
      #expect(canvas[0, 0].text == String(character))
    }
  }

  @Test func `in ASCII nothing above 7E ever reaches a cell`() {
    var canvas = Canvas(size: Size(width: 2, height: 1), marks: .ascii)
    for value in 0x80...0x2FFFF as ClosedRange<UInt32> {
      guard let scalar = UnicodeScalar(value) else { continue }
      canvas.put(String(Character(scalar)), x: 0, y: 0)
      let isASCII = canvas[0, 0].text.utf8.allSatisfy { (0x20...0x7E) ~= $0 }
      if !isASCII { Issue.record("U+\(String(value, radix: 16)) reached a cell") }
    }
  }

  @Test func `half-block terminals get no braille and keep the rest`() {
    var canvas = Canvas(size: Size(width: 6, height: 1), marks: .blocks)
    canvas.put("⣿\u{2800}●▀世", x: 0, y: 0)
    #expect(canvas.lines == ["· ●▀世"])
  }

  @Test func `a terminal with braille gets everything as it is`() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.put("⣿●▀世", x: 0, y: 0)
    #expect(canvas.lines == ["⣿●▀世"])
  }
}
