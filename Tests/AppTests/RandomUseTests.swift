import App
import Content
import Drawing
import TestSupport
import Testing

struct RandomUseTests {
  private static let seedsPerCase = 25
  private static let eventsPerSeed = 200

  @Test(arguments: 0..<12)
  func `whatever is done, the screen has exactly its size and nothing traps`(block: Int) throws {
    for seed in 0..<Self.seedsPerCase {
      var dice = Dice(seed: UInt64(block * Self.seedsPerCase + seed))
      // The whole course has long runs, which take their time to be played.
      let book = try seed.isMultiple(of: 5) ? Shipped.book() : Shipped.excerpt()
      var state = try Shipped.state(of: book, marks: Marks.allCases[seed % Marks.allCases.count])
      var size = Size(width: 80, height: 24)
      for count in 1...Self.eventsPerSeed {
        let event = Self.event(&dice)
        if case .resize(let new) = event { size = new }
        state.update(event)
        if count.isMultiple(of: 40) { try #require(Self.fills(state.view(), size), "seed \(seed)") }
      }
    }
  }

  private static func fills(_ canvas: Canvas, _ size: Size) -> Bool {
    canvas.size == size
      && (0..<size.height).allSatisfy { y in
        (0..<size.width).reduce(0) { $0 + width(canvas[$1, y].text) } == size.width
      }
  }

  /// Most cells are ASCII, and looking up the width of a character takes its time.
  private static func width(_ text: String) -> Int {
    text.utf8.count == 1 ? 1 : columns(of: text)
  }

  @Test(arguments: 0..<5)
  func `what was done to the learner's progress is what the journal says`(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    var state = try Shipped.state()
    var written: [JournalEntry] = []
    for _ in 1...600 {
      state.update(Self.event(&dice))
      written += state.takeUnwritten()
    }
    #expect(!written.isEmpty)
    #expect(Progress(written) == state.progress)
    #expect(Progress(written.compactMap { JournalEntry(parsing: $0.line) }) == state.progress)
  }

  @Test func `where nothing moves, time changes nothing`() throws {
    var dice = Dice(seed: 1)
    var state = try Shipped.state()
    var movingCount = 0
    for _ in 1...400 {
      state.update(Self.event(&dice))
      var later = state
      later.update(.tick(.seconds(1)))
      let isSame = later.view() == state.view()
      #expect(isSame || state.tickInterval != nil)
      if state.tickInterval != nil { movingCount += 1 }
    }
    #expect(movingCount > 0)
  }

  @Test func `a course without lessons can be looked at and left`() throws {
    let book = Book(course: try Course(files: [:]), map: WorldMap(land: []))
    var state = try Shipped.state(of: book)
    try state.press("down enter up m enter escape / escape ? escape")
    state.update(.mouse(.press, x: 5, y: 4))
    #expect(state.view().lines[0].contains("geolearn"))
    try state.press("q")
    #expect(state.isFinished)
  }

  @Test func `a page that cannot be read says why, and the others can be read`() throws {
    let lesson = "---\nminutes: 5\n---\n# T\n\n## One\n\n<b>\n\n---\n\n## Two\n\nText."
    var files = try Repository.courseFiles().filter { $0.key.hasPrefix("assets/topologies/") }
    files["lessons/01-t.md"] = lesson
    let book = Book(course: try Course(files: files), map: WorldMap(land: []))
    var state = try Shipped.state(of: book)
    try state.press("enter")
    #expect(state.view().lines.contains { $0.contains("lessons/01-t.md:8:1: error: HTML is not") })
    try state.press("right")
    #expect(state.view().lines.contains { $0.contains("Text.") })
  }

  @Test func `a run that moves stops by itself`() throws {
    var state = try Shipped.state()
    try state.press("enter")
    #expect(state.tickInterval != nil)
    state.update(.tick(.seconds(60)))
    #expect(state.tickInterval == nil)
  }

  @Test func `nothing moves below the help`() throws {
    var state = try Shipped.state()
    try state.press("enter ?")
    #expect(state.tickInterval == nil)
  }

  // MARK: - Events

  private static let keys: [Key] =
    [
      .enter, .enter, .right, .right, .right, .left, .up, .down, .tab, .backTab, .escape,
      .backspace, .delete, .pageUp, .pageDown, .home, .end, .control("c"), .control("z"),
    ] + Array("?/mtqzvepn[]hr ,.<>+-=0123456789 ms85xé世🙂👩‍👩‍👧").map { .character($0) }

  private static func event(_ dice: inout Dice) -> Event {
    switch Int.random(in: 0..<20, using: &dice) {
    case 0:
      .resize(
        Size(width: .random(in: 0...140, using: &dice), height: .random(in: 0...45, using: &dice)))
    case 1: .tick(.milliseconds(Int.random(in: 0...3000, using: &dice)))
    case 2:
      .mouse(
        [.press, .wheelUp, .wheelDown].randomElement(using: &dice) ?? .press,
        x: .random(in: -2...140, using: &dice), y: .random(in: -2...45, using: &dice))
    default: .key(keys.randomElement(using: &dice) ?? .enter)
    }
  }
}
