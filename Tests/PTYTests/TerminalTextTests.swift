import Drawing
import Testing
import geolearn

struct TerminalTextTests {
  private func sent(_ text: String, columns: Int = 1, marks: Marks = .braille) -> String {
    let scalars = TerminalText.scalars(of: text, columns: columns, marks: marks)
    return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  @Test(arguments: ["\u{1B}", "\u{9B}", "\r\n", "\u{7F}", "\0", "\u{202E}", "\u{301}"])
  func `nothing that could command the terminal is sent`(text: String) {
    #expect(sent(text) == "?")
  }

  @Test func `letters of ASCII need no locale`() {
    #expect(sent("a") == "a")
    #expect(sent("") == " ")
    #expect(sent("e\u{301}", marks: .ascii) == "e")
    #expect(sent("●", marks: .ascii) == "?")
  }
}
