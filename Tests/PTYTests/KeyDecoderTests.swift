import App
import Testing
import geolearn

struct KeyDecoderTests {
  private func inputs(_ text: String) -> [Input] {
    var decoder = KeyDecoder()
    decoder.receive(text.utf8)
    return rest(of: &decoder)
  }

  private func rest(of decoder: inout KeyDecoder) -> [Input] {
    var inputs: [Input] = []
    while let input = decoder.next() { inputs.append(input) }
    return inputs
  }

  @Test(arguments: [
    ("q", Key.character("q")), ("é", .character("é")), ("世", .character("世")), ("\r", .enter),
    ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{12}", .control("r")), ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right),
    ("\u{1B}[Z", .backTab), ("\u{1B}[5~", .pageUp), ("\u{1B}[3~", .delete), ("\u{1B}OM", .enter),
    ("\u{1B}[1~", .home), ("\u{1B}[8~", .end), ("\u{1B}OH", .home),
  ])
  func `each key is known by its bytes`(bytes: String, key: Key) {
    #expect(inputs(bytes) == [.key(key)])
  }

  @Test(arguments: [
    ("\u{1B}[<0;1;1M", Input.mouse(.press, x: 0, y: 0)),
    ("\u{1B}[<0;300;40M", .mouse(.press, x: 299, y: 39)),
    ("\u{1B}[<64;5;6M", .mouse(.wheelUp, x: 4, y: 5)),
    ("\u{1B}[<81;5;6M", .mouse(.wheelDown, x: 4, y: 5)),
  ])
  func `the mouse tells what it did and where`(bytes: String, input: Input) {
    #expect(inputs(bytes) == [input])
  }

  @Test(arguments: [
    "\u{1B}[<0;1;1m", "\u{1B}[<2;1;1M", "\u{1B}[<32;1;1M", "\u{1B}[15;2~", "\u{1B}[[A",
    "\u{1B}[M !!", "\u{1B}[?62;22c", "\u{1B}OP", "\u{1C}", "\0",
  ])
  func `what is no key of ours is swallowed whole`(bytes: String) {
    #expect(inputs(bytes + "x") == [.key(.character("x"))])
  }

  @Test func `bytes may come one by one`() {
    var decoder = KeyDecoder()
    var inputs: [Input] = []
    for byte in "\u{1B}[1;5C世".utf8 {
      decoder.receive([byte])
      inputs += rest(of: &decoder)
    }
    #expect(inputs == [.key(.right), .key(.character("世"))])
    #expect(!decoder.isWaiting)
  }

  @Test func `Escape is a key when nothing follows`() {
    var decoder = KeyDecoder()
    decoder.receive("\u{1B}".utf8)
    #expect(decoder.next() == nil)
    #expect(decoder.isWaiting)
    #expect(decoder.giveUp() == .key(.escape))
    #expect(!decoder.isWaiting)
  }

  @Test func `Escape and a key typed at once are two keys`() {
    #expect(inputs("\u{1B}q") == [.key(.escape), .key(.character("q"))])
  }

  @Test func `bytes that are no text are dropped`() {
    var decoder = KeyDecoder()
    decoder.receive([0xFF, 0x80, 0x80, 0xC3, 0x78])
    #expect(rest(of: &decoder) == [.key(.character("x"))])
  }

  @Test func `a sequence without end does not pile up`() {
    var decoder = KeyDecoder()
    decoder.receive("\u{1B}[".utf8)
    for _ in 0..<1000 {
      decoder.receive("1111".utf8)
      #expect(rest(of: &decoder).count <= 4)
    }
  }
}
