import App
import Drawing
import Testing

/// What a learner does to a picture by keys.
struct ActingTests {
  private static func text(_ state: AppState) -> String {
    state.view().lines.joined(separator: "\n")
  }

  private static func labels(_ state: AppState) -> [String] {
    state.keys.flatMap(\.hints).map(\.label)
  }

  // MARK: - Keys outside typing

  @Test func `footer and help name the acts`() throws {
    var state = try ActingLesson.state(at: .counters)
    #expect(state.view().lines[23].contains("a add   r take   s send"))
    try state.press("?")
    let help = Self.text(state)
    for line in [
      "Acting", "1 2       choose A or B", "a         add 1 at the replica",
      "b         merge both ways, from copies of before",
    ] {
      #expect(help.contains(line), "\(line)")
    }
  }

  @Test(arguments: [ActingLesson.Step.counters, .editors, .knob, .deltas])
  func `every key that is shown does something`(step: ActingLesson.Step) throws {
    for keys in ["", "a s", "s c"] {
      var state = try ActingLesson.state(at: step)
      try state.press(keys)
      for hint in state.keys.flatMap(\.hints) {
        for key in hint.keys where !Self.changes(state, key) {
          let isUndone = hint.keys.contains { Self.changes(Self.after($0, state), key) }
          #expect(isUndone, "\(keys): \(hint.label)")
        }
      }
    }
  }

  private static func after(_ key: Key, _ state: AppState) -> AppState {
    var next = state
    next.update(.key(key))
    return next
  }

  private static func changes(_ state: AppState, _ key: Key) -> Bool {
    let next = after(key, state)
    return next.view() != state.view() || next.isFinished || next.theme != state.theme
  }

  @Test func `an act that can do nothing now is not shown`() throws {
    var state = try ActingLesson.state(at: .counters)
    #expect(!Self.labels(state).contains("d"))
    let before = state.view()
    try state.press("d y o x")
    #expect(state.view() == before)
    try state.press("s")
    #expect(["d", "y", "o", "x"].allSatisfy(Self.labels(state).contains))
  }

  @Test func `a digit chooses the replica, one that is not there changes nothing`() throws {
    var state = try ActingLesson.state(at: .counters)
    #expect(Self.text(state).contains("at ‹ A ›"))
    try state.press("2 a")
    #expect(Self.text(state).contains("at ‹ B ›"))
    #expect(Self.text(state).contains("B adds 1"))
    try state.press("3 a")
    #expect(Self.text(state).contains("B adds 1"))
    try state.press("1 a")
    #expect(Self.text(state).contains("A adds 1"))
  }

  @Test func `the arrows choose the replica like a knob`() throws {
    var state = try ActingLesson.state(at: .counters)
    try state.press("down a")
    #expect(Self.text(state).contains("B adds 1"))
  }

  @Test func `a knob that adds a replica lets it be chosen, and one that takes it away forgets it`()
    throws
  {
    var state = try ActingLesson.state(at: .knob)
    try state.press("down 3")
    #expect(Self.text(state).contains("at ‹ C ›"))
    try state.press("a")
    #expect(Self.text(state).contains("C adds 1"))
    try state.press("u up")
    #expect(Self.text(state).contains("at ‹ A ›"))
    try state.press("2 down")
    #expect(Self.text(state).contains("at ‹ B ›"))
  }

  @Test func `what a knob brings can be acted on, and what it takes away ends typing`() throws {
    var state = try ActingLesson.state(at: .session)
    #expect(!Self.labels(state).contains("i"))
    try state.press("down 2 i x")
    #expect(Self.text(state).contains("B types ‘x’"))
    try state.press("up")
    #expect(Self.text(state).contains("6 of all 343"))
    try state.press("q")
    #expect(Self.text(state).contains("geolearn"))
  }

  // MARK: - Time

  @Test func `what was done is played, and then everything rests`() throws {
    var state = try ActingLesson.state(at: .counters, motion: .full)
    state.update(.tick(.seconds(60)))
    try state.press("a")
    #expect(state.tickInterval != nil)
    #expect(Self.text(state).contains("Nobody has counted yet"))
    state.update(.tick(.milliseconds(1100)))
    #expect(state.tickInterval == nil)
    #expect(Self.text(state).contains("A adds 1"))
  }

  @Test func `where nothing may move, what was done is there at once`() throws {
    var state = try ActingLesson.state(at: .counters)
    try state.press("a")
    #expect(state.tickInterval == nil)
    #expect(Self.text(state).contains("A adds 1"))
  }

  @Test(arguments: [Motion.full, .reduced])
  func `keys that follow each other without a tick are all carried out`(motion: Motion) throws {
    var state = try ActingLesson.state(at: .counters, motion: motion)
    try state.press("a*7 2 a*5 b")
    state.update(.tick(.seconds(60)))
    #expect(Self.text(state).contains("asked for: 12   PN-Counter 12 ✔"))
  }

  @Test func `acting in the middle gives up what came later, and undo brings it back`() throws {
    var state = try ActingLesson.state(at: .counters)
    try state.press("a a a a")
    let whole = state.view()
    try state.press("home . . r")
    #expect(Self.text(state).contains("asked for: 1 "))
    try state.press("u")
    #expect(state.view() == whole)
  }

  @Test func `acts are undone one by one, and then there is nothing to undo`() throws {
    var state = try ActingLesson.state(at: .counters)
    var views = [state.view()]
    for key in ["a", "s", "d", "r", "c", "b"] {
      try state.press(key)
      views.append(state.view())
    }
    for view in views.dropLast().reversed() {
      #expect(Self.labels(state).contains("u"))
      try state.press("u")
      #expect(state.view() == view)
    }
    #expect(!Self.labels(state).contains("u"))
    let before = state.view()
    try state.press("u")
    #expect(state.view() == before)
  }

  // MARK: - Typing

  /// An editor in which text was typed.
  private func typing(_ text: String, motion: Motion = .reduced) throws -> AppState {
    var state = try ActingLesson.state(at: .editors, motion: motion)
    try state.press("i")
    state.type(text)
    return state
  }

  @Test func `every letter is typed, also those that are keys of the program`() throws {
    let state = try typing("qmt?/zne[]uv .,<>+-=012dsbcyoxiharw")
    #expect(Self.text(state).contains("Two editors"))
    #expect(Self.text(state).contains("<>+-=012dsbcyoxiharw▏"))
    #expect(state.theme == .terminal)
    #expect(!Self.labels(state).contains { ["m", "/", "t", "?", "z", "u", "d"].contains($0) })
  }

  @Test(arguments: [Motion.full, .reduced])
  func `a burst of letters loses none`(motion: Motion) throws {
    var state = try typing("the quick brown fox, they say", motion: motion)
    state.update(.tick(.seconds(60)))
    #expect(Self.text(state).contains("the quick brown fox, they say▏"))
  }

  @Test func `letters with accents and emoji do not trap`() throws {
    var state = try typing("é世🙂👩‍👩‍👧e\u{301}٣")
    #expect(Self.text(state).contains("é世🙂"))
    state.update(.resize(Size(width: 41, height: 12)))
    #expect(state.view().lines.count == 12)
  }

  @Test func `Esc ends typing, and the keys mean again what they meant`() throws {
    var state = try typing("ab")
    #expect(state.view().lines[23].contains("Esc done"))
    try state.press("escape")
    #expect(!state.view().lines[23].contains("Esc done"))
    #expect(Self.text(state).contains("ab▏"))
    try state.press("s")
    #expect(Self.text(state).contains("A sends a copy of its state to B."))
    var help = state
    try help.press("?")
    #expect(Self.text(help).contains("these keys") == false && help.view() != state.view())
    var contents = state
    try contents.press("m")
    #expect(contents.view() != state.view())
    var theme = state
    try theme.press("t")
    #expect(theme.theme != state.theme)
    try state.press("q")
    #expect(!Self.text(state).contains("Two editors"))
  }

  @Test func `Tab goes to the other editor and back`() throws {
    var state = try typing("ab")
    try state.press("tab")
    state.type("cd")
    try state.press("tab")
    state.type("e")
    #expect(state.view().lines.contains { $0.contains(/abe▏ +cd▏/) })
    #expect(Self.text(state).contains("at ‹ A ›"))
  }

  @Test func `arrows move the cursor and not the page, and backspace erases before it`() throws {
    var state = try typing("abc")
    try state.press("left left backspace")
    #expect(Self.text(state).contains("▏bc"))
    try state.press("left left backspace backspace")
    #expect(Self.text(state).contains("▏bc"))
    #expect(Self.text(state).contains("Two editors"))
    try state.press("right right right")
    #expect(Self.text(state).contains("bc▏"))
    try state.press("escape right")
    #expect(!Self.text(state).contains("Two editors"))
  }

  @Test func `the beginning and the end of the run are out of reach while typing`() throws {
    var state = try typing("abc")
    try state.press("home")
    state.type("d")
    try state.press("end")
    #expect(Self.text(state).contains("abcd▏"))
  }

  @Test func `an editor is as it was when its page is opened again`() throws {
    var state = try typing("abc")
    try state.press("escape right left")
    #expect(!Self.text(state).contains("abc"))
    try state.press("x")
    #expect(!Self.text(state).contains("x▏"))
  }

  @Test func `a history that is full takes no more keys`() throws {
    var state = try typing(String(repeating: "a", count: 240))
    let full = state.view()
    state.type("b")
    #expect(state.view() == full)
    try state.press("backspace")
    #expect(state.view() == full)
    try state.press("escape u i")
    state.type("b")
    #expect(Self.text(state).contains("ab▏"))
  }
}
