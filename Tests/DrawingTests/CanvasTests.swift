import Drawing
import Testing

struct CanvasTests {
  @Test func `text is clipped at the left and the right edge`() {
    var canvas = Canvas(size: Size(width: 5, height: 1))
    canvas.put("abc", x: -1, y: 0)
    canvas.put("xyz", x: 3, y: 0)
    #expect(canvas.lines == ["bc xy"])
  }

  @Test func `put returns the column after the text even outside the canvas`() {
    var canvas = Canvas(size: Size(width: 5, height: 1))
    #expect(canvas.put("abc", x: 1, y: 0) == 4)
    #expect(canvas.put("世界", x: 4, y: 7) == 8)
    #expect(canvas.put("abcdef", x: 1, y: 0, maxWidth: 3) == 4)
  }

  @Test func `a wide character takes two cells and the second is empty`() {
    var canvas = Canvas(size: Size(width: 4, height: 1))
    canvas.put("世x", x: 0, y: 0)
    #expect(canvas[0, 0].text == "世")
    #expect(canvas[1, 0].text == "")
    #expect(canvas.lines == ["世x"])
  }

  @Test(arguments: [(-1, " b"), (2, "   "), (3, "")])
  func `a wide character cut by an edge becomes a blank`(x: Int, expected: String) {
    var canvas = Canvas(size: Size(width: 3, height: 1))
    canvas.put(x < 0 ? "世b" : "世", x: x, y: 0, style: Style(.lost))
    #expect(canvas.lines == [expected.trimmed])
    #expect((0..<3).allSatisfy { canvas[$0, 0].text.count == 1 })
  }

  @Test func `a wide character cut by the width limit becomes a blank`() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.fill(canvas.bounds, with: ".")
    canvas.put("a世", x: 0, y: 0, maxWidth: 2)
    #expect(canvas.lines == ["a ...."])
  }

  @Test(arguments: [(0, "a b"), (1, " ab")])
  func `overwriting half of a wide character blanks the other half`(x: Int, expected: String) {
    var canvas = Canvas(size: Size(width: 3, height: 1))
    canvas.put("世b", x: 0, y: 0)
    canvas.put("a", x: x, y: 0)
    #expect(canvas.lines == [expected])
  }

  @Test func `setting a cell keeps the promises too`() {
    var canvas = Canvas(size: Size(width: 4, height: 1), marks: .ascii)
    canvas[0, 0] = Cell(text: "●→", style: .text)
    canvas[1, 0] = Cell(text: "", style: .text)
    canvas[9, 9] = Cell(text: "x", style: .text)
    #expect(canvas.lines == ["*"])
    #expect(canvas[1, 0].text == " ")
  }

  @Test func `the style of the second half of a wide character can be set`() {
    var canvas = Canvas(size: Size(width: 2, height: 1))
    canvas.put("世", x: 0, y: 0)
    canvas.restyle(canvas.bounds) { $0.role = .leader }
    canvas[1, 0].style.isReversed = true
    #expect(canvas.lines == ["世"])
    #expect(canvas.styleLines == ["LL\u{305}"])
  }

  @Test func `control characters never reach a cell`() {
    var canvas = Canvas(size: Size(width: 9, height: 1))
    canvas.put("a\tb\r\nc\u{1B}[\u{9B}\u{2028}", x: 0, y: 0)
    #expect(canvas.lines == ["a b c?[?"])
  }

  @Test func `right-aligned and centred text stand where they should`() {
    var canvas = Canvas(size: Size(width: 8, height: 3))
    canvas.put("世1", endX: 8, y: 0)
    canvas.put("ab", centredIn: Rect(x: 1, y: 0, width: 7, height: 3), y: 1)
    canvas.put("too long", centredIn: Rect(x: 2, y: 0, width: 3, height: 3), y: 2)
    #expect(canvas.lines == ["     世1", "   ab", "  too"])
  }

  @Test func `a filled rectangle is clipped and wide characters fill whole pairs`() {
    var canvas = Canvas(size: Size(width: 5, height: 2))
    canvas.fill(Rect(x: -3, y: -3, width: 5, height: 4), with: "#")
    canvas.fill(Rect(x: 2, y: 1, width: 9, height: 9), with: "世")
    #expect(canvas.lines == ["##", "  世"])
  }

  @Test func `a pasted canvas is clipped and lowered`() {
    var part = Canvas(size: Size(width: 4, height: 1))
    part.put("世●x", x: 0, y: 0)
    var canvas = Canvas(size: Size(width: 4, height: 2), marks: .ascii)
    canvas.fill(canvas.bounds, with: ".")
    canvas.paste(part, x: -1, y: 0)
    canvas.paste(part, x: 2, y: 1)
    #expect(canvas.lines == [" *x.", "..??"])
  }

  @Test func `rules are as long as asked`() {
    var canvas = Canvas(size: Size(width: 4, height: 3))
    canvas.horizontalRule(y: 0, x: 1, width: 2, style: .faint)
    canvas.verticalRule(x: 0, y: 1, height: 9, style: .faint)
    #expect(canvas.lines == [" ──", "│", "│"])
  }

  @Test func `style lines show role and bold and reversed`() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.put("a", x: 0, y: 0, style: .strong)
    canvas.put("b", x: 1, y: 0, style: Style(.voter, isBold: true))
    canvas.put("c", x: 3, y: 0, style: Style(.focus, isReversed: true))
    #expect(canvas.styleLines == ["!V\u{332}.F\u{305}"])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the widths of a row always add up to the width of the canvas`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let marks = Marks.allCases[Int(seed % 3)]
    var canvas = Canvas(
      size: Size(
        width: .random(in: 0...12, using: &random), height: .random(in: 0...3, using: &random)),
      marks: marks)
    for _ in 0..<40 { scribble(on: &canvas, &random) }
    for y in 0..<canvas.size.height {
      let cells = (0..<canvas.size.width).map { canvas[$0, y].text }
      #expect(cells.reduce(0) { $0 + columns(of: $1) } == canvas.size.width, "\(cells)")
      #expect(cells.allSatisfy { $0.count <= 1 })
      #expect(zip([" "] + cells, cells).allSatisfy { $1 != "" || columns(of: $0) == 2 })
      #expect(cells.joined().unicodeScalars.allSatisfy { marks.allows($0) }, "\(cells)")
    }
  }

  private func scribble(on canvas: inout Canvas, _ random: inout SplitMix64) {
    let alphabet: [Character] = [
      "a", "世", "é", "●", "⣿", "👨‍👩‍👧", "🇩🇪", "\u{301}", "\n", "\u{1B}", "한", "❤️", "█", "👍🏽", "ก็",
    ]
    let text = String((0..<4).map { _ in alphabet.randomElement(using: &random) ?? "a" })
    let x = Int.random(in: -9...14, using: &random)
    let y = Int.random(in: -2...4, using: &random)
    let rect = Rect(x: x, y: y, width: .random(in: -1...9, using: &random), height: 2)
    switch Int.random(in: 0...7, using: &random) {
    case 0: canvas.put(text, endX: x, y: y)
    case 1: canvas.put(text, centredIn: rect, y: y)
    case 2: canvas.fill(rect, with: text.first ?? "a")
    case 3: canvas.paste(canvas, x: x, y: y)
    case 4: canvas[x, y] = Cell(text: text, style: .strong)
    case 5: canvas.put(text, x: x, y: y, maxWidth: rect.size.width)
    case 6: canvas.put([StyledText(text)], in: rect)
    default: canvas.put(text, x: x, y: y)
    }
  }
}

extension Marks {
  fileprivate func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .braille: scalar.value >= 0x20
    case .blocks: scalar.value >= 0x20 && !(0x2800...0x28FF ~= scalar.value)
    case .ascii: 0x20...0x7E ~= scalar.value
    }
  }
}

extension String {
  fileprivate var trimmed: String { allSatisfy { $0 == " " } ? "" : self }
}
