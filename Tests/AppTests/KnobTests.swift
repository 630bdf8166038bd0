import App
import Content
import Drawing
import Exercises
import Testing

struct KnobTests {
  @Test(arguments: PageFitTests.places)
  func `a knob shows a picture at every setting, and the same one again on the way back`(
    chapter: Int, step: Int
  ) throws {
    let page = try Shipped.book().page(chapter: chapter, step: step)
    var state = try Shipped.state(of: Shipped.book(), motion: .reduced)
    state.open(.step(chapter: chapter, step: step))
    if page.exercise?.kind == .prediction { try state.press("enter") }
    for knob in page.scene?.knobs ?? [] {
      try state.press("up*\(knob.choices.count)")
      let down = try Self.views(of: &state, pressing: "down", knob.choices.count)
      let up = try Self.views(of: &state, pressing: "up", knob.choices.count)
      #expect(Set(down.map(\.lines)).count == knob.choices.count, "\(page.title), \(knob.key)")
      let isSame = down == up.reversed()
      #expect(isSame, "\(page.title), \(knob.key)")
      try state.press("tab")
    }
  }

  /// What is seen at each setting, on the way from one end to the other.
  private static func views(of state: inout AppState, pressing key: String, _ count: Int) throws
    -> [Canvas]
  {
    var views = [state.view()]
    for _ in 1..<count {
      try state.press(key)
      views.append(state.view())
    }
    return views
  }
}
