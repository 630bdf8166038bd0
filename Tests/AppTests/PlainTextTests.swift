import App
import Drawing
import Testing

struct PlainTextTests {
  @Test(arguments: [
    ("85 ms: ", "85 ms: "), ("1.44× its floor", "1.44x its floor"),
    ("a → b\n● c  ", "a > b\n* c  "),
    ("", ""), ("\n\n", "\n\n"),
  ])
  func `in ASCII every line keeps its length`(text: String, lowered: String) {
    #expect(text.lowered(to: .ascii) == lowered)
  }

  @Test func `elsewhere nothing is changed`() {
    #expect("São Paulo → Köln".lowered(to: .blocks) == "São Paulo → Köln")
  }
}
