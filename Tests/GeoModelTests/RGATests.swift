import GeoModel
import Testing

/// The readable RGA: what a lesson says of it.
struct RGATests {
  @Test func `an element is named by counter and replica and says behind which it was put`() throws
  {
    var text = RGA()
    try text.apply(.insert(at: 0, "ac"), at: "A")
    try text.apply(.insert(at: 1, "b"), at: "B")
    #expect(
      text.elements == [
        TextElement(id: ElementID(1, "A"), predecessor: nil, character: "a", isDeleted: false),
        TextElement(
          id: ElementID(3, "B"), predecessor: ElementID(1, "A"), character: "b", isDeleted: false),
        TextElement(
          id: ElementID(2, "A"), predecessor: ElementID(1, "A"), character: "c", isDeleted: false),
      ])
    #expect(text.value == "abc")
  }

  @Test func `a deleted element stays as a tombstone`() throws {
    var text = RGA()
    try text.apply(.insert(at: 0, "abc"), at: "A")
    try text.apply(.delete(at: 1, count: 1), at: "A")
    #expect(text.value == "ac")
    #expect(text.elements.map(\.isDeleted) == [false, true, false])
  }

  @Test func `an insertion behind an element that was deleted meanwhile stays where it was put`()
    throws
  {
    var (a, b) = (RGA(), RGA())
    try a.apply(.insert(at: 0, "abc"), at: "A")
    b.merge(a)
    try a.apply(.delete(at: 1, count: 1), at: "A")
    try b.apply(.insert(at: 2, "x"), at: "B")
    #expect(a.merged(with: b).value == "axc")
  }

  @Test func `of two insertions at one place the one with the greater id comes first`() throws {
    var (a, b) = (RGA(), RGA())
    try a.apply(.insert(at: 0, "a"), at: "A")
    try b.apply(.insert(at: 0, "b"), at: "B")
    #expect(a.merged(with: b).value == "ba")
  }

  @Test func `runs that three replicas type forward at one place do not interleave`() throws {
    let runs = ["one ", "two ", "three "]
    let texts = try zip(TextHistory<RGA>.names, runs).map { name, run in
      try typed(RGA.self, run, at: name)
    }
    #expect(texts.reduce(RGA()) { $0.merged(with: $1) }.value == "three two one ")
  }

  @Test func `runs that two replicas type backward at one place do interleave`() throws {
    var (a, b) = (RGA(), RGA())
    for letter in ["3", "2", "1"] { try a.apply(.insert(at: 0, letter), at: "A") }
    for letter in ["c", "b", "a"] { try b.apply(.insert(at: 0, letter), at: "B") }
    #expect(a.merged(with: b).value == "a1b2c3")
  }

  @Test func `positions count scalars and not characters`() throws {
    var text = RGA()
    try text.apply(.insert(at: 0, "e\u{301}"), at: "A")
    try text.apply(.insert(at: 1, "x"), at: "A")
    #expect(text.value == "ex\u{301}")
  }

  @Test(arguments: [
    TextEdit.insert(at: -1, "x"), .insert(at: 4, "x"), .delete(at: 3, count: 1),
    .delete(at: 0, count: 4), .delete(at: -1, count: 1), .delete(at: 0, count: -1),
    .delete(at: 1, count: .max), .insert(at: .max, ""), .delete(at: .min, count: 0),
  ])
  func `an edit outside the text is refused and changes nothing`(edit: TextEdit) throws {
    try expectRefusal(RGA.self, edit)
    try expectRefusal(LSEQ.self, edit)
    try expectRefusal(SplitRGA.self, edit)
  }

  private func expectRefusal<Text: Replicated>(_ type: Text.Type, _ edit: TextEdit) throws
  where Text.Update == TextEdit {
    var text = Text()
    try text.apply(.insert(at: 0, "abc"), at: "A")
    let before = text
    #expect(throws: Refusal.outside(length: 3)) { try text.apply(edit, at: "B") }
    #expect(text == before)
  }
}

/// A text of one replica, typed letter by letter.
func typed<Text: Replicated>(_ type: Text.Type, _ run: String, at name: ReplicaID) throws -> Text
where Text.Update == TextEdit {
  var text = Text()
  for (place, scalar) in run.unicodeScalars.enumerated() {
    try text.apply(.insert(at: place, String(scalar)), at: name)
  }
  return text
}
