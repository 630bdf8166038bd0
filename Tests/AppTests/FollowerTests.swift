import App
import Drawing
import Foundation
import TestSupport
import Testing

/// Screens that show what is presented elsewhere.
struct FollowerTests {
  private static let size = Size(width: 80, height: 24)

  private static func follower(
    _ face: Follower.Face = .page, size: Size = size, theme: Theme? = nil
  ) throws -> Follower {
    Follower(book: try Shipped.book(), face: face, size: size, marks: .braille, theme: theme)
  }

  private static func presenter(
    size: Size = size, motion: Motion = .full
  ) throws -> AppState {
    var state = try Shipped.state(
      of: Shipped.book(), size: size, theme: .projector, motion: motion)
    state.present(chapter: 0, step: 0)
    return state
  }

  /// What arrives of a position that is sent.
  private static func sent(_ state: AppState) throws -> PresentPosition {
    let position = try #require(state.position)
    return try JSONDecoder().decode(
      PresentPosition.self, from: try JSONEncoder().encode(position))
  }

  @Test(arguments: 0..<4)
  func `whatever is done, a follower shows what the presenter shows`(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    var state = try Self.presenter()
    // One hears everything, one only now and then, and one comes late each time.
    var (close, casual) = (try Self.follower(), try Self.follower())
    for count in 1...100 {
      state.update(Self.event(&dice))
      if state.isFinished { return }
      let position = try Self.sent(state)
      close.take(.position(position))
      // What floats above a page is the presenter's own; Esc closes it.
      var uncovered = state
      try uncovered.press("escape")
      let isCovered = uncovered.view() != state.view()
      if isCovered || position.isBlack { continue }
      try #require(close.view() == state.view(), "seed \(seed), event \(count)")
      #expect(close.theme == state.theme)
      guard count.isMultiple(of: 20) else { continue }
      casual.take(.position(position))
      try #require(casual.view() == state.view(), "seed \(seed), event \(count), casual")
      var late = try Self.follower()
      late.take(.position(position))
      try #require(late.view() == state.view(), "seed \(seed), event \(count), late")
    }
  }

  @Test(arguments: [(71, 20), (100, 30), (132, 36), (200, 60), (40, 12)])
  func `every screen is laid out in its own size`(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    var (near, far) = (try Self.presenter(size: size), try Self.presenter())
    var follower = try Self.follower(size: size)
    for key in ["right", "right", "down", "n", "right", "right", "right", "b", "b", "6 G", "right"]
    {
      try near.press(key)
      try far.press(key)
      follower.take(.position(try Self.sent(far)))
      #expect(follower.view() == near.view())
    }
  }

  @Test func `the correction of the handout is open on every screen`() throws {
    var state = try Self.presenter()
    state.present(chapter: 1, step: 1)
    try state.press("right*9 e")
    var follower = try Self.follower()
    follower.take(.position(try Self.sent(state)))
    #expect(follower.view().lines.dropLast() == state.view().lines.dropLast())
    #expect(follower.view().lines.contains { $0.contains("The handout and the model") })
    #expect(follower.view().lines.last == "")
  }

  @Test func `black is black, and the notes stay`() throws {
    var state = try Self.presenter()
    try state.press("b")
    var (page, notes) = (try Self.follower(), try Self.follower(.notes))
    page.take(.position(try Self.sent(state)))
    notes.take(.position(try Self.sent(state)))
    #expect(page.view().lines.allSatisfy { $0.isEmpty })
    #expect(page.theme == .dark)
    #expect(notes.view().lines.contains { $0.contains("now   the text, and the screen is black") })
    #expect(notes.theme == .projector)
  }

  @Test func `a follower may have colours of his own`() throws {
    var follower = try Self.follower(theme: .contrast)
    follower.take(.position(try Self.sent(try Self.presenter())))
    #expect(follower.theme == .contrast)
    var other = try Self.follower()
    other.take(.position(try Self.sent(try Self.presenter())))
    #expect(other.theme == .projector)
    other.update(.key(.character("t")))
    #expect(other.theme == .contrast)
  }

  @Test func `without a presenter, and after him, a follower says what he waits for`() throws {
    var follower = try Self.follower()
    #expect(follower.view().lines.contains("  Waiting for a presenter."))
    follower.take(.position(try Self.sent(try Self.presenter())))
    #expect(!follower.view().lines.contains { $0.contains("Waiting") })
    follower.take(.silence("The presenter has gone."))
    #expect(follower.view().lines.contains("  The presenter has gone."))
    follower.update(.key(.character("q")))
    #expect(follower.isFinished)
  }

  @Test func `a step that this course does not have is named`() throws {
    var follower = try Self.follower()
    var position = try Self.sent(try Self.presenter())
    (position.lesson, position.step) = ("77-tea", 3)
    follower.take(.position(position))
    #expect(
      follower.view().lines.contains(
        "  Step 3 of '77-tea' is presented, which this course does not have."))
    position = try Self.sent(try Self.presenter())
    follower.take(.position(position))
    #expect(!follower.view().lines.contains { $0.contains("which this course") })
  }

  @Test(
    arguments: [
      { (position: inout PresentPosition) in position.parts = 99 },
      { $0.parts = -1 }, { $0.step = 0 }, { $0.step = 99 }, { $0.lesson = "" },
      { $0.theme = "plaid" }, { $0.seconds = -5 }, { $0.pointer = "" },
      { $0.arguments = ": no yaml [" }, { $0.picture?.nanoseconds = .max },
      { $0.picture?.nanoseconds = -1 }, { $0.picture?.gear = 99 }, { $0.picture?.focus = -7 },
      { $0.picture?.targets = ["nowhere", "nothing", "none"] },
    ] as [@Sendable (inout PresentPosition) -> Void])
  func `nothing that may be sent ends a follower`(
    spoil: @Sendable (inout PresentPosition) -> Void
  ) throws {
    var state = try Self.presenter()
    try state.press("right*9")
    var position = try Self.sent(state)
    spoil(&position)
    for face in [Follower.Face.page, .notes] {
      var follower = try Self.follower(face)
      follower.take(.position(position))
      #expect(follower.view().size == Self.size)
      follower.take(.position(try Self.sent(state)))
      #expect(follower.view() == (face == .page ? state.view() : follower.view()))
    }
  }

  // MARK: - Notes

  private static func notes(
    _ keys: String, seconds: Int = 0, size: Size = size
  ) throws -> Follower {
    var state = try Shipped.state(of: Shipped.book(), motion: .reduced)
    state.present(chapter: 1, step: 0)
    state.update(.tick(.seconds(seconds)))
    try state.press(keys)
    var follower = try follower(.notes, size: size)
    follower.take(.position(try Self.sent(state)))
    return follower
  }

  @Test func `the notes say which window it is, what to say, and what comes next`() throws {
    let lines = try Self.notes("2 G").view().lines
    #expect(lines[0].hasPrefix("  NOTES · 2  The floor"))
    #expect(lines[0].hasSuffix("2 of 13"))
    #expect(lines.contains { $0.contains("Write the guesses on the board before Enter.") })
    #expect(lines.contains("  now   the text"))
    #expect(lines.contains("  next  the question"))
    #expect(lines.contains("  then  A table ages"))
    let asked = try Self.notes("2 G right").view().lines
    #expect(asked.contains("  now   the question"))
    #expect(asked.contains("  next  the answer"))
  }

  @Test func `with the picture, the next event is told before it happens`() throws {
    let lines = try Self.notes("6 G right").view().lines
    #expect(lines.contains("  next  eu-west has the entry and votes for it."))
    let ended = try Self.notes("6 G right end").view().lines
    #expect(ended.contains("  next  the next step"))
  }

  @Test(arguments: [
    // keys, seconds, the line of the clock
    ("2 G", 120, "2:00 of 25:00 · this step 1:55 to 3:50 · in time"),
    ("2 G", 300, "5:00 of 25:00 · this step 1:55 to 3:50 · 1:09 late"),
    ("3 G", 0, "0:00 of 25:00 · this step 3:50 to 5:46 · 3:50 early"),
    ("13 G", 3600, "60:00 of 25:00 · this step 23:04 to 25:00 · 35:00 late"),
  ])
  func `the time stands beside the plan`(keys: String, seconds: Int, line: String) throws {
    let keys = keys.replacingOccurrences(of: "13", with: "1 3")
    let lines = try Self.notes(keys, seconds: seconds).view().lines
    #expect(lines.contains("  \(line)"))
  }

  @Test func `a note that is longer than its room can be read on`() throws {
    var follower = try Self.notes("", size: Size(width: 40, height: 12))
    let first = follower.view()
    try #require(first.lines.last?.contains("read on") == true)
    follower.update(.key(.down))
    #expect(follower.view() != first)
    for _ in 0..<99 { follower.update(.key(.down)) }
    let last = follower.view()
    follower.update(.key(.down))
    #expect(follower.view() == last)
    for _ in 0..<99 { follower.update(.key(.up)) }
    #expect(follower.view() == first)
  }

  // MARK: - Events

  private static let keys: [Key] =
    [
      .right, .right, .right, .pageDown, .left, .up, .down, .tab, .home, .end, .enter, .escape,
      .backspace,
    ] + Array("nN][Gbz.,<>+- xcplkuaBsdri1234567890").map { .character($0) }

  private static func event(_ dice: inout Dice) -> Event {
    switch Int.random(in: 0..<12, using: &dice) {
    case 0, 1: .tick(.milliseconds(Int.random(in: 0...3000, using: &dice)))
    case 2:
      .mouse(
        [.press, .wheelUp, .wheelDown].randomElement(using: &dice) ?? .press,
        x: .random(in: 0..<80, using: &dice), y: .random(in: 0..<24, using: &dice))
    default: .key(keys.randomElement(using: &dice) ?? .right)
    }
  }
}
