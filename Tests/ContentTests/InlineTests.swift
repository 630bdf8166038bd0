import Content
import GeoModel
import Testing

struct InlineTests {
  private func inlines(_ text: String) throws -> [Inline] {
    guard case .paragraph(let inlines) = try Samples.blocks(text).first else { return [] }
    return inlines
  }

  @Test(
    arguments: [
      ("a *b* c", [.text("a "), .emphasis([.text("b")]), .text(" c")]),
      ("a **b** c", [.text("a "), .strong([.text("b")]), .text(" c")]),
      ("***b***", [.strong([.emphasis([.text("b")])])]),
      ("*a **b***", [.emphasis([.text("a "), .strong([.text("b")])])]),
      ("**a *b***", [.strong([.text("a "), .emphasis([.text("b")])])]),
      ("*a**b**c*", [.emphasis([.text("a"), .strong([.text("b")]), .text("c")])]),
      ("2 * 3 * 4", [.text("2 * 3 * 4")]),
      ("`a * b`", [.code("a * b")]),
      ("`` a`b ``", [.code("a`b")]),
      ("[*a* b](02-x.md)", [.link([.emphasis([.text("a")]), .text(" b")], target: "02-x.md")]),
      ("\\*a\\* \\{b\\} \\\\", [.text("*a* {b} \\")]),
      ("snake_case and a & b < c", [.text("snake_case and a & b < c")]),
      ("[a](b_(c)).", [.link([.text("a")], target: "b_(c)"), .text(".")]),
      ("*a\nb*", [.emphasis([.text("a b")])]),
      ("a] \\n", []),
    ] as [(String, [Inline])])
  func `inline markup`(text: String, expected: [Inline]) throws {
    guard !expected.isEmpty else {
      #expect(throws: Diagnostics.self) { try inlines(text) }
      return
    }
    #expect(try inlines(text) == expected)
  }

  @Test(arguments: [
    ("a *b", "1:3: the * that begins here has no end; write \\* for a plain asterisk"),
    ("a **b", "1:3: the ** that begins here has no end; write \\* for a plain asterisk"),
    ("*a *b*", "1:4: * is open already; write \\* for a plain asterisk"),
    ("a `b", "1:3: the code that begins here has no end; write \\` for a plain backtick"),
    ("a _b_", "1:3: emphasis is written *so*; write \\_ for a plain underscore"),
    ("a ~~b~~", "1:3: strikethrough is not supported; leave the words out"),
    (
      "a&nbsp;b",
      "1:2: entities are not supported; write the character itself, or \\& for a plain &"
    ),
    ("see [1]", "1:5: a link is written [text](target); write \\[ for a plain bracket"),
    ("see [a]( b )", "1:5: a link is written [text](target); write \\[ for a plain bracket"),
    ("see [a](b", "1:5: a link is written [text](target); write \\[ for a plain bracket"),
    ("see [a](", "1:5: a link is written [text](target); write \\[ for a plain bracket"),
    ("see [a][b]", "1:5: a link is written [text](target); write \\[ for a plain bracket"),
    ("see <https://a.b>", "1:5: a link is written [text](target)"),
    ("see[^1]", "1:4: footnotes are not supported; put the note in the text"),
    (
      "a  \nb",
      "1:4: a line break inside a paragraph is not supported; "
        + "remove the spaces at the end of the line"
    ),
    ("a\\\nb", "1:2: a line break inside a paragraph is not supported; begin a new paragraph"),
    ("a {b", "1:3: the { has no }; write \\{ for a plain brace"),
    ("a b}", "1:4: a } without a {; write \\} for a plain brace"),
    (
      "one\ntwo {flor us-east to eu-west}", "2:5: no number is called 'flor'; did you mean 'floor'?"
    ),
  ])
  func `a mistake in a line is found at its column`(text: String, message: String) throws {
    #expect(try Samples.diagnostics(ofBody: text).contains(message))
  }

  @Test(arguments: ["see [1]", "a <b", "a _b_", "~~a", "{local", "a *b", "`a"])
  func `one mistake in a line is reported once`(text: String) throws {
    #expect(try Samples.diagnostics(ofBody: text).count == 1)
  }

  @Test func `a number is computed when the lesson is read`() throws {
    let expression = try ModelExpression(
      parsing: "round-trip us-east to eu-west", topology: Samples.topology())
    #expect(
      try inlines("It takes {round-trip us-east to eu-west}.") == [
        .text("It takes "), .number(expression, shown: "85 ms"), .text("."),
      ])
  }

  @Test func `plain text keeps words and numbers, and drops the marks`() throws {
    #expect(
      try inlines("*a* `b` [c](d) {local}").plainText == "a b c 1 ms")
  }
}
