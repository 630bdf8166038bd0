import Drawing
import Testing

struct BigTypeTests {
  private static func picture(_ text: String, _ breadth: BigType.Breadth, _ marks: Marks)
    -> [String]?
  {
    guard let type = BigType(text, breadth, marks: marks) else { return nil }
    var canvas = Canvas(size: Size(width: type.columns, height: 4), marks: marks)
    canvas.put(type, x: 0, y: 0)
    return Array(canvas.lines.prefix(3))
  }

  @Test func `a line is three rows high, and its letters can be read`() {
    #expect(
      Self.picture("85 ms", .wide, .blocks) == [
        "▄▀▀▄ █▀▀▀    ▄▄▄▄   ▄▄▄",
        "▄▀▀▄ ▀▀▀▄    █ █ █ ▀▀▄▄",
        " ▀▀  ▀▀▀     ▀ ▀ ▀ ▀▀▀",
      ])
    #expect(
      Self.picture("Why p?", .narrow, .braille) == [
        "▌ ▌▙▖▗ ▖ ▗▄ ▀▚",
        "▌▌▌▌▐▝▄▌ ▐ ▌▝▘",
        "▝▝ ▘▝▗▄▘ ▐▀ ▝",
      ])
  }

  @Test(arguments: [BigType.Breadth.wide, .narrow])
  func `no two letters look the same`(breadth: BigType.Breadth) {
    let letters = Array(
      "ABCDEFGHIJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789.,:;!?-–'\"()/%+=&×µ")
    let pictures = letters.map {
      Self.picture(String($0), breadth, .braille)?.joined(separator: "\n")
    }
    for (index, picture) in pictures.enumerated() {
      #expect(picture != nil, "\(letters[index])")
      let twins = letters.indices.filter { pictures[$0] == picture && $0 != index }
        .map { letters[$0] }
      // The zero and the capital O are told apart by what stands beside them.
      #expect(twins.isEmpty, "\(letters[index]) looks like \(twins)")
    }
  }

  @Test
  func `an accent is left out, and a character without a letter leaves the line to plain type`() {
    #expect(Self.picture("São", .narrow, .braille) == Self.picture("Sao", .narrow, .braille))
    #expect(BigType("A → B", .narrow, marks: .braille) == nil)
    #expect(BigType("", .narrow, marks: .braille) == nil)
  }

  @Test(
    arguments: [
      // breadth, marks, whether the terminal has such blocks
      (.wide, .braille, true), (.wide, .blocks, true), (.wide, .ascii, false),
      (.narrow, .braille, true), (.narrow, .blocks, false), (.narrow, .ascii, false),
    ] as [(BigType.Breadth, Marks, Bool)])
  func `only blocks that the terminal has are used`(
    breadth: BigType.Breadth, marks: Marks, exists: Bool
  ) {
    #expect((BigType("Far", breadth, marks: marks) != nil) == exists)
  }
}
