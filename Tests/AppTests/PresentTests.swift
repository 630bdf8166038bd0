import App
import Content
import Drawing
import Testing

/// A presentation: what its keys do.
struct PresentTests {
  /// - Parameter step: of section 2, from 1.
  private static func state(
    step: Int = 1, size: Size = Size(width: 80, height: 24), motion: Motion = .reduced,
    tour: Tour? = nil
  ) throws -> AppState {
    var state = try Shipped.state(size: size, theme: .projector, motion: motion)
    state.present(chapter: 0, step: step - 1, tour: tour)
    return state
  }

  @Test func `one key tells the whole lesson, and another one takes it back`() throws {
    var state = try Self.state()
    var pictures = [state.view()]
    while state.position?.step != 7 {
      try state.press("pagedown")
      pictures.append(state.view())
      try #require(pictures.count < 200)
    }
    #expect(Set(pictures.map(\.lines)).count == pictures.count)
    for picture in pictures.dropLast().reversed() {
      try state.press("pageup")
      #expect(state.view() == picture)
    }
    try state.press("pageup")
    #expect(state.view() == pictures[0])
  }

  @Test(arguments: ["right", "pagedown", "enter"])
  func `a clicker, an arrow and Enter go on`(key: String) throws {
    var state = try Self.state()
    try state.press(key)
    #expect(state.position?.parts == 2)
  }

  @Test func `a question comes before its answer, and the answer before what follows from it`()
    throws
  {
    var state = try Self.state(step: 5)
    let question = "How long after the leader sends the entry may it commit?"
    func shows(_ text: String) -> Bool { state.view().lines.contains { $0.contains(text) } }
    #expect(!shows(question))
    try state.press("right")
    #expect(shows(question))
    #expect(!shows("▄▀▀▄ █▀▀▀    ▄▄▄▄   ▄▄▄"))
    try state.press("right")
    #expect(shows(question))
    #expect(shows("▄▀▀▄ █▀▀▀    ▄▄▄▄   ▄▄▄"))
    #expect(!shows("e: why"))
    try state.press("right")
    #expect(shows("The leader needs one more vote"))
    #expect(!shows("How long until 2 of 3 have it?"))
    try state.press("right")
    #expect(shows("How long until 2 of 3 have it?"))
    #expect(shows("e: why"))
  }

  @Test func `the right option is marked, and its reason told`() throws {
    var state = try Shipped.state(motion: .reduced)
    state.present(chapter: 1, step: 4)
    try state.press("right")
    #expect(!state.view().lines.contains { $0.contains("✔") })
    try state.press("right")
    #expect(state.view().lines.contains { $0.hasPrefix("  ✔ c  Yes. Four voters need three") })
    #expect(state.view().lines.contains { $0.contains("The second answer comes after 90 ms") })
  }

  @Test func `b makes the screen black, and whatever is pressed then only ends that`() throws {
    var state = try Self.state()
    try state.press("right")
    let before = state.view()
    for key in ["b", "right", ".", "q", "?", "t", "escape", "5"] {
      try state.press("b")
      #expect(state.view().lines.allSatisfy { $0.isEmpty })
      #expect(state.theme == .dark)
      state.update(.mouse(.press, x: 5, y: 6))
      #expect(state.position?.isBlack == true)
      try state.press(key)
      #expect(state.view() == before)
      #expect(state.theme == .projector)
    }
    #expect(!state.isFinished)
  }

  @Test(arguments: [".", "escape", "z", "F", ","])
  func `keys that clickers send do not end or leave anything`(key: String) throws {
    var state = try Self.state()
    try state.press(key)
    #expect(!state.isFinished)
    #expect(state.position?.step == 1)
    try state.press("q")
    #expect(state.isFinished)
  }

  @Test(arguments: [
    // keys, the step that is shown then
    ("5 G", 5), ("1 2 G", 12), ("9 9 9 9 9 9 9 9 9 9 9 9 G", 13), ("G", 13), ("0 G", 13),
    ("3 right G", 13), ("n", 2), ("n n N", 2), ("N", 1), ("4 G N", 3), ("1 0 G", 10),
  ])
  func `a number and G go to that step, n and N to the one beside`(keys: String, step: Int) throws {
    var state = try Self.state()
    try state.press(keys)
    #expect(state.position?.step == step)
  }

  @Test func `the section and the step go on into the next one`() throws {
    var state = try Self.state()
    try state.press("]")
    #expect(state.position?.lesson == "task-1-latency-math")
    try state.press("[ G n")
    #expect(state.position?.lesson == "task-1-latency-math")
    #expect(state.position?.step == 1)
    try state.press("N")
    #expect(state.position?.step == 13)
  }

  @Test func `the contents show every page, and open it`() throws {
    var state = try Self.state()
    try state.press("m down*2 enter")
    #expect(state.position?.step == 3)
  }

  @Test func `what is presented is no progress`() throws {
    var state = try Self.state()
    try state.press("right*9 m down enter ] e escape")
    #expect(state.takeUnwritten() == [])
    #expect(state.progress == Progress())
  }

  @Test func `a word that is clicked is marked wherever it stands, until it is clicked again`()
    throws
  {
    var state = try Self.state(step: 6)
    try state.press("right end")
    let before = state.view()
    let row = try #require(before.lines.firstIndex { $0.hasPrefix("  eu-west ") })
    state.update(.mouse(.press, x: 4, y: row))
    #expect(state.position?.pointer == "eu-west")
    let marked = state.view()
    #expect(marked.lines == before.lines)
    let places = before.lines.enumerated().flatMap { y, line in
      line.ranges(of: "eu-west").map {
        (line.distance(from: line.startIndex, to: $0.lowerBound), y)
      }
    }
    #expect(places.count >= 2)
    for (x, y) in places {
      #expect((x..<x + 7).allSatisfy { marked[$0, y].style.isReversed })
      #expect(!marked[x - 1, y].style.isReversed && !marked[x + 7, y].style.isReversed)
    }
    state.update(.mouse(.press, x: 4, y: row))
    #expect(state.view() == before)
  }

  @Test func `the clock goes on whatever is shown, and every lesson has its own`() throws {
    var state = try Self.state()
    #expect(state.tickInterval == .seconds(1))
    #expect(state.view().lines[0].hasSuffix("1 of 13 · 0 of 25 min"))
    for keys in ["?", "b"] {
      try state.press(keys)
      state.update(.tick(.seconds(60)))
      try state.press("escape")
    }
    #expect(state.view().lines[0].hasSuffix("1 of 13 · 2 of 25 min"))
    try state.press("]")
    #expect(state.view().lines[0].hasSuffix("· 0 of 20 min"))
    try state.press("[")
    #expect(state.view().lines[0].hasSuffix("· 2 of 25 min"))
  }

  @Test func `an event comes about before the eye, or at once where that is asked for`() throws {
    var moving = try Self.state(step: 6, motion: .full)
    try moving.press("right*2")
    #expect(moving.position?.picture?.isPlaying == true)
    moving.update(.tick(.seconds(30)))
    #expect(moving.position?.picture?.isPlaying == false)
    for motion in [Motion.reduced, .still] {
      var state = try Self.state(step: 6, motion: motion)
      try state.press("right*2")
      #expect(state.view() == moving.view())
      #expect(state.tickInterval == .seconds(1))
    }
  }

  @Test func `without any motion, playing goes from event to event`() throws {
    var state = try Self.state(step: 6, motion: .still)
    try state.press("right")
    var times: [Int64?] = []
    for _ in 0..<5 {
      try state.press("space")
      #expect(state.tickInterval == .seconds(1))
      times.append(state.position?.picture?.nanoseconds)
    }
    #expect(Set(times).count == 5)
  }

  @Test func `a run that was broken by a key is mended by another one`() throws {
    var state = try Shipped.state(of: Shipped.book(), motion: .reduced)
    let section = try #require(try Shipped.book().chapters.firstIndex { $0.label == "3" })
    state.present(chapter: section, step: 4)
    try state.press("right right")
    let before = state.view()
    try state.press("2 x")
    #expect(state.position?.arguments?.contains("crash") == true)
    #expect(state.view() != before)
    try state.press("u 1")
    #expect(state.view() == before)
    #expect(state.position?.arguments == nil)
  }

  @Test func `replicas merge by a capital letter, since clickers send the small one`() throws {
    var state = try Shipped.state(of: ActingLesson.book(), motion: .reduced)
    state.present(chapter: 1, step: ActingLesson.Step.counters.rawValue)
    while !state.keys.contains(where: { $0.hints.contains { $0.label == "B" } }) {
      try state.press("right")
      try #require(state.position?.step == ActingLesson.Step.counters.rawValue + 1)
    }
    try state.press("a")
    try state.press("B")
    #expect(state.position?.arguments?.contains("merge") == true)
  }

  @Test func `every key that the help shows does something`() throws {
    for step in [2, 5, 6] {
      var state = try Self.state(step: step)
      // Without a picture, at its beginning, and in the middle.
      for keys in ["right", "right*3", "right"] {
        try state.press(keys)
        #expect(state.position?.step == step)
        for hint in state.keys.flatMap(\.hints)
        where !hint.keys.isEmpty && hint.keys != [.control("c")] {
          var pressed = state
          var isSeen = false
          for key in hint.keys {
            let before = pressed
            pressed.update(.key(key))
            isSeen =
              isSeen || pressed.view() != before.view() || pressed.isFinished
              || pressed.theme != before.theme
          }
          #expect(isSeen, "step \(step): \(hint.label)")
        }
      }
    }
  }

  // MARK: - By itself

  @Test func `a display in a corridor shows everything, round and round`() throws {
    let tour = Tour(pause: .seconds(20), chapter: 0)
    var state = try Self.state(motion: .full, tour: tour)
    var steps: [Int] = []
    for _ in 0..<20_000 where steps.count < 15 {
      state.update(.tick(state.tickInterval ?? .seconds(1)))
      if let step = state.position?.step, steps.last != step { steps.append(step) }
    }
    #expect(steps == Array(1...13) + [1, 2])
  }

  @Test func `a part stays as long as is asked for, and a key makes it stay longer`() throws {
    var state = try Self.state(tour: Tour(pause: .seconds(20), chapter: 0))
    state.update(.tick(.seconds(19)))
    #expect(state.position?.parts == 1)
    try state.press("F")
    state.update(.tick(.seconds(19)))
    #expect(state.position?.parts == 1)
    state.update(.tick(.seconds(1)))
    #expect(state.position?.parts == 2)
  }

  @Test func `nothing goes on in the dark, nor below the help`() throws {
    for key in ["b", "?"] {
      var state = try Self.state(tour: Tour(pause: .seconds(20), chapter: 0))
      try state.press(key)
      for _ in 0..<100 { state.update(.tick(.seconds(1))) }
      #expect(state.position?.parts == 1)
      #expect(state.position?.step == 1)
    }
  }
}
