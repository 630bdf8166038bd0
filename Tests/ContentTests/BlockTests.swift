import Content
import Testing

struct BlockTests {
  @Test func `paragraphs are divided by blank lines and joined across lines`() throws {
    #expect(
      try Samples.blocks("one\ntwo\n\nthree") == [
        .paragraph([.text("one two")]), .paragraph([.text("three")]),
      ])
  }

  @Test func `a list holds items, and an item a list`() throws {
    let text = """
      - a
        goes on
      - b

        1. x
        2. y
      """
    #expect(
      try Samples.blocks(text) == [
        .list(
          ordered: false,
          [
            [.paragraph([.text("a goes on")])],
            [
              .paragraph([.text("b")]),
              .list(
                ordered: true, [[.paragraph([.text("x")])], [.paragraph([.text("y")])]]),
            ],
          ])
      ])
  }

  @Test func `a blank line between items does not end a list`() throws {
    guard case .list(false, let items) = try Samples.blocks("- a\n\n- b").first else {
      Issue.record("no list")
      return
    }
    #expect(items.count == 2)
  }

  @Test func `a quote holds blocks`() throws {
    #expect(
      try Samples.blocks("> one\n>\n> - two") == [
        .quote([
          .paragraph([.text("one")]), .list(ordered: false, [[.paragraph([.text("two")])]]),
        ])
      ])
  }

  @Test func `a table knows its alignments, and an escaped bar is text`() throws {
    let text = """
      | pair | ms | note |
      |:-----|---:|:----:|
      | a \\| b | 85 | *x* |
      """
    #expect(
      try Samples.blocks(text) == [
        .table(
          header: [[.text("pair")], [.text("ms")], [.text("note")]],
          alignments: [.left, .right, .centre],
          rows: [[[.text("a | b")], [.text("85")], [.emphasis([.text("x")])]]])
      ])
  }

  @Test func `fenced code is kept as it is`() throws {
    #expect(
      try Samples.blocks("```python\nif a:\n    *b*\n\n---\n```") == [
        .code(language: "python", "if a:\n    *b*\n\n---")
      ])
  }

  @Test func `a directive knows the line of its fence`() throws {
    #expect(
      try Samples.blocks("text\n\n```scene quorum-write\nw: 2\n```") == [
        .paragraph([.text("text")]),
        .directive(
          Directive(
            kind: "scene", name: "quorum-write", body: "w: 2", file: "lessons/02-x.md", line: 11)),
      ])
  }

  @Test func `a heading within a step is a block`() throws {
    #expect(try Samples.blocks("### Why") == [.heading(level: 3, [.text("Why")])])
  }

  @Test(arguments: [
    ("![map](map.png)", "1:1: images are not supported; use a scene, or say it in words"),
    ("a <b>bold</b> word", "1:3: HTML is not supported; write \\< for a plain <"),
    ("a <!-- note -->", "1:3: a speaker note <!-- ... --> must stand on lines of its own"),
    ("<!-- note", "1:1: the speaker note that begins here has no end; close it with -->"),
    ("<!-- a --> b", "1:1: nothing may follow the --> of a speaker note; begin a new line"),
    (
      "Heading\n===",
      "2:1: a heading is written ## so; leave a blank line above a --- between steps"
    ),
    (
      "Heading\n---\n\n## Next",
      "2:1: a heading is written ## so; leave a blank line above a --- between steps"
    ),
    ("#Heading", "1:1: a heading has a space after its #; write \\# for a plain #"),
    ("#### Deep", "1:1: headings have one to three #; use a paragraph"),
    ("* item", "1:1: a list item begins with -"),
    ("1) item", "1:1: a numbered item begins with 1. and a space"),
    ("3. item", "1:1: a numbered list begins with 1."),
    ("***", "1:1: steps are divided by --- and nothing else"),
    ("[a]: b", "1:1: reference links are not supported; a link is written [text](target)"),
    ("    code", "1:1: this line is indented by 4; begin it at the left margin"),
    ("~~~\ncode\n~~~", "1:1: code is fenced by ```, not by ~~~"),
    ("```\ncode", "1:1: the fence that begins here has no end; close it with ```"),
    ("a\tb", "1:2: a tab cannot be shown; use spaces"),
    ("a\u{1B}b", "1:2: a control character cannot be shown; use spaces"),
    ("a | b\n--|--\n1 | 2", "1:1: every row of a table begins and ends with |"),
    ("| a | b\n|---|---|", "1:1: every row of a table begins and ends with |"),
    (
      "| a | b |\n| 1 | 2 |",
      "1:1: a table needs |---|---| under its first row; write \\| for a plain |"
    ),
    ("| a | b |\n|---|---|\n| 1 |", "3:1: the row has 1 cell; the rule has 2 cells"),
    (
      "- a\nb",
      "2:1: does this line belong to the list? indent it like the text of its item, "
        + "or leave a blank line above"
    ),
    (
      "> a\nb",
      "2:1: does this line belong to the quote? begin it with >, or leave a blank line above"
    ),
    ("- a\n  - b\n    - c", "3:7: lists and quotes nest only once; divide this one"),
    ("-", "1:1: the item is empty; write its text after the -"),
    ("- # a", "1:3: a heading must stand at the left margin"),
    ("```scene\n```", "1:1: the fence of this block is written ```scene NAME"),
    ("```erratum x\n```", "1:1: the fence of this block is written ```erratum"),
    ("```scen a\n```", "1:1: no block is called 'scen'; did you mean 'scene'?"),
    ("```eratum\n```", "1:1: no block is called 'eratum'; did you mean 'erratum'?"),
    ("- ```scene a\n  ```", "1:3: the fence of a scene must stand at the left margin"),
    ("```scene a\nw: 9 in 1...3\n```", "2:4: w is 9; it must be 1 to 3"),
    ("```scene a\n- w\n```", "2:1: this must be lines such as 'key: value'"),
  ])
  func `what is outside the subset is refused at its place`(body: String, message: String) throws {
    #expect(try Samples.diagnostics(ofBody: body).contains(message))
  }

  @Test(arguments: [
    "![map](map.png)", "* item", "#Heading", "    code", "~~~\ncode\n~~~", "1) item",
    "a | b\n--|--", "| a |\n|---|---|", "- a\nb",
  ])
  func `one mistake is reported once`(body: String) throws {
    #expect(try Samples.diagnostics(ofBody: body).count == 1)
  }

  @Test func `all mistakes are found, not only the first`() throws {
    #expect(
      try Samples.diagnostics(ofBody: "* a\n\nb <i>\n\n```scene\n```") == [
        "1:1: a list item begins with -",
        "3:3: HTML is not supported; write \\< for a plain <",
        "5:1: the fence of this block is written ```scene NAME",
      ])
  }
}
