import Content
import Testing

struct NearestNameTests {
  @Test(
    arguments: [
      ("quorun", ["leader", "quorum"], "quorum"),
      ("eu-wset", ["us-east", "eu-west"], "eu-west"),
      ("modul", ["module", "model"], "module"),
      ("w", ["r"], "r"),
      ("mars", ["us-east"], nil),
      ("", ["a"], "a"),
      ("a", [], nil),
      ("same", ["lame", "same"], "same"),
    ] as [(String, [String], String?)])
  func `a mistyped name leads to the one that was meant`(
    name: String, names: [String], expected: String?
  ) {
    #expect(nearest(to: name, in: names) == expected)
  }

  @Test func `names are listed as a phrase`() {
    #expect(alternatives([]) == "")
    #expect(alternatives(["a"]) == "a")
    #expect(alternatives(["a", "b", "c"]) == "a, b or c")
  }
}
