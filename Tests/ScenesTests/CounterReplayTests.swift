import Content
import Drawing
import Scenes
import Testing

/// A learner's counters beside the model's.
struct CounterReplayTests {
  private static let body = """
    counters: ["A", "B", "old1"]
    history: ["A increment 2", "old1 copy A", "B increment 1", "B merge A", "B merge old1", "B value"]
    calls: ["A.increment(\\"A\\") 2 times", "old1 = copy of A", "B.increment(\\"B\\")", "B.merge(A)", "B.merge(old1)", "B.value()"]
    said: ["2|0|", "2|0|2", "2|1|2", "2|3|2", "2|5|2", "2|5|2"]
    """

  @Test func `the first step where they differ is named`() throws {
    let scene = try staged("counter-merge", Self.body)
    #expect(
      scene.sentences == [
        "All counters are new: 0 on both sides.",
        "A.increment(\"A\") 2 times.", "old1 = copy of A.", "B.increment(\"B\").", "B.merge(A).",
        "B.merge(old1): B of yours says 5, the model's 3.", "B.value().",
      ])
  }

  @Test func `both values are shown, and what is wrong is marked`() throws {
    let scene = try staged("counter-merge", Self.body)
    let before = frame(of: scene, at: .seconds(4)).lines.joined(separator: "\n")
    #expect(before.contains("So far they say the same."))
    #expect(!before.contains("✘"))
    let text = scene.finalText
    #expect(text.contains("model  2                  model  3                  model  2"))
    #expect(text.contains("yours  2                  yours  5 ✘                yours  2"))
    #expect(text.contains("✘ They part at step 5: B.merge(old1)"))
  }

  @Test func `what a program said may be anything`() throws {
    let body = """
      counters: ["A"]
      history: ["A gather 3", "A gather 2"]
      calls: ["A merges 3 new counters", "A merges 2 new counters"]
      said: ["3", "threw TypeError: \\"x\\" ✘ 👾"]
      """
    let text = try staged("counter-merge", body).finalText
    #expect(text.contains("model  3"))
    #expect(text.contains("✘ They part at step 2: A merges 2 new counters"))
  }

  @Test(arguments: [
    (
      "history: [\"A jump\"]\ncalls: [x]\nsaid: [\"0\"]",
      ":11:11: error: nothing is called 'A jump' here"
    ),
    (
      "history: [\"A merge C\"]\ncalls: [x]\nsaid: [\"0\"]",
      ":11:11: error: nothing is called 'A merge C' here"
    ),
    (
      "history: [\"A value\"]\ncalls: [x]\nsaid: [\"0\", \"1\"]",
      ":13:7: error: calls and said must have an entry for each of history"
    ),
  ])
  func `a mistake is shown with its place`(body: String, message: String) throws {
    let error = #expect(throws: Diagnostic.self) {
      try staged("counter-merge", "counters: [A, B]\n" + body)
    }
    #expect(error?.description == "lessons/02-test.md" + message)
  }
}
