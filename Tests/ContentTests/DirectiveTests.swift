import Content
import Testing

struct DirectiveTests {
  private let directive = Samples.directive(
    """
    # a comment
    leader: us-east in us-east | eu-west | ap-southeast
    voters: us-east, eu-west in us-east, eu-west | us-east, us-east, us-east
    cut: 40 ms in 20 ms | 40 ms   # where the cable lies
    w: 2 in 1...3
    title: How long in Dublin?
    quoted: "2 in 1...3"
    """)

  @Test func `knobs stand in the order of the arguments`() {
    #expect(
      directive.knobs == [
        Knob(key: "leader", value: "us-east", choices: ["us-east", "eu-west", "ap-southeast"]),
        Knob(
          key: "voters", value: "us-east, eu-west",
          choices: ["us-east, eu-west", "us-east, us-east, us-east"]),
        Knob(key: "cut", value: "40 ms", choices: ["20 ms", "40 ms"]),
        Knob(key: "w", value: "2", choices: ["1", "2", "3"]),
      ])
  }

  @Test func `every setting of every knob can be set, and set back`() {
    for knob in directive.knobs {
      for choice in knob.choices {
        let changed = directive.setting(knob.key, to: choice)
        let values = changed.knobs.map(\.value)
        let expected = directive.knobs.map { $0.key == knob.key ? choice : $0.value }
        #expect(values == expected)
        #expect(changed.knobs.map(\.choices) == directive.knobs.map(\.choices))
        #expect(changed.setting(knob.key, to: knob.value) == directive)
      }
    }
  }

  @Test(arguments: [
    ("", "\nincident: 3 s crash a"), ("incident: none", "incident: 3 s crash a"),
    ("incident: 1 s cut a b\nw: 2", "incident: 1 s cut a b, 3 s crash a\nw: 2"),
  ])
  func `an entry joins the others of its argument`(body: String, changed: String) {
    let directive = Samples.directive(body).adding("3 s crash a", to: "incident")
    #expect(directive.body == changed)
    #expect(directive.text(of: "incident")?.hasSuffix("3 s crash a") == true)
    #expect(directive.text(of: "leader") == nil)
  }

  @Test(arguments: [
    // body, body with another history
    ("", "\nhistory: A send"), ("w: 2", "w: 2\nhistory: A send"),
    ("history: merge", "history: A send"), ("history:", "history: A send"),
    ("history: merge # all\nw: 2", "history: A send\nw: 2"),
    ("w: 2\nhistory: merge,\n  merge\n# end", "w: 2\nhistory: A send\n# end"),
    ("history:\n  - merge\n  - merge\nw: 2", "history: A send\nw: 2"),
    ("history: [merge,\n          merge]\nw: 2", "history: A send\nw: 2"),
    ("prehistory: 1", "prehistory: 1\nhistory: A send"),
  ])
  func `an argument that is written anew stands where it stood, and nothing else changes`(
    body: String, changed: String
  ) {
    let directive = Samples.directive(body).writing("A send", to: "history")
    #expect(directive.body == changed)
    #expect(directive.text(of: "history") == "A send")
    #expect(directive.line == 10)
  }

  @Test func `the text of an argument is that of all its lines`() {
    let directive = Samples.directive("history: merge,\n  A send\nw: 2")
    #expect(directive.text(of: "history") == "merge, A send")
    #expect(directive.text(of: "w") == "2")
    #expect(
      directive.adding("B send", to: "history").text(of: "history") == "merge, A send, B send")
  }

  @Test func `a setting changes one word and no line`() {
    #expect(
      directive.setting("cut", to: "20 ms").body
        == directive.body.replacing("cut: 40 ms", with: "cut: 20 ms"))
  }

  @Test func `a setting of what is no knob changes nothing`() {
    #expect(directive.setting("title", to: "x") == directive)
    #expect(directive.setting("nothing", to: "x") == directive)
  }

  @Test func `a setting outside the choices is refused when it is read`() {
    let changed = directive.setting("w", to: "9")
    let error = #expect(throws: Diagnostic.self) { try Arguments(changed).finish() }
    #expect(error?.description == "lessons/02-x.md:15:4: error: w is 9; it must be 1 to 3")
  }

  @Test func `an argument with a knob is read as its present value`() throws {
    var arguments = try Arguments(directive.setting("w", to: "3"))
    #expect(try arguments.integer("w", in: 1...3) == 3)
    #expect(try arguments.string("quoted") == "2 in 1...3")
    #expect(try arguments.strings("voters") == ["us-east", "eu-west"])
  }

  @Test func `a body with mistakes has no knobs`() {
    #expect(Samples.directive("w: 9 in 1...3").knobs.isEmpty)
  }

  @Test(arguments: [
    ("w: 9 in 1...3", "11:4: error: w is 9; it must be 1 to 3"),
    ("w: 1 in 3...1", "11:4: error: 3...1 is empty; write 1...3"),
    ("w: 1 in 1...999", "11:4: error: 1...999 has too many choices; at most 100 are allowed"),
    ("w: a in a | a", "11:4: error: w has a choice twice; keep one of the two"),
    (
      "x: 1\nleader: us-eats in us-east | eu-west",
      "12:9: error: leader is us-eats; did you mean 'us-east'?"
    ),
    ("w: a in b | c", "11:4: error: w is a; did you mean 'b'?"),
    ("leader: mars in b | c", "11:9: error: leader is mars; it must be b or c"),
    (
      "w: a in a\n  | b", "11:4: error: the choices of w must stand on the same line"
    ),
  ])
  func `a knob with a mistake`(body: String, message: String) {
    #expect(Samples.mistake(in: body) { _ in } == message)
  }
}
