import App
import Content
import Drawing
import Exercises
import Testing

/// The promise of footer and help: a key that is shown does something.
struct KeyHintTests {
  /// Every kind of page, and how to come there from home.
  private static let pages: [(name: String, keys: String, typed: String)] = [
    ("home", "", ""),
    ("a page with a map", "enter", ""),
    ("a picture alone", "enter z", ""),
    ("a prediction", "enter right", ""),
    ("a prediction that is typed", "enter right", "15"),
    ("a prediction that cannot be read", "enter right", "x!"),
    ("a prediction that was made", "enter right enter", ""),
    ("a page with an erratum", "enter right*2", ""),
    ("a page with two knobs", "enter right*10", ""),
    ("a number that is asked for", "down enter", ""),
    ("a number that is typed", "down enter", "85"),
    ("a wrong number", "down enter", "140 ms!"),
    ("a number that cannot be read", "down enter", "85!"),
    ("a right number", "down enter", "85 ms!"),
    ("a right number without a run", "down enter right*2", "0!"),
    ("the run of a wrong number", "down enter 9 m s enter v", ""),
    ("a choice", "down enter right*4", ""),
    ("a wrong choice", "down enter right*4 a enter", ""),
    ("a right choice", "down enter right*4 c enter", ""),
  ]

  private static func state(_ page: (name: String, keys: String, typed: String), _ size: Size)
    throws -> AppState
  {
    var state = try Shipped.state(size: size, motion: .reduced)
    try state.press(page.keys)
    state.type(page.typed.filter { $0 != "!" })
    if page.typed.hasSuffix("!") { try state.press("enter") }
    return state
  }

  @Test(arguments: pages.indices)
  func `every key that is shown does something, or undoes what its neighbour did`(index: Int)
    throws
  {
    for size in [Size(width: 80, height: 24), Size(width: 40, height: 12)] {
      let state = try Self.state(Self.pages[index], size)
      expectEffects(of: state, "\(Self.pages[index].name), \(size.width) columns")
    }
  }

  @Test func `every key that a page of the course shows does something`() throws {
    let book = try Shipped.book()
    var seen: Set<[String]> = []
    for (chapter, step) in PageFitTests.places {
      let page = book.page(chapter: chapter, step: step)
      var state = try Shipped.state(of: book, motion: .reduced)
      state.open(.step(chapter: chapter, step: step))
      if page.exercise?.kind == .prediction { try state.press("enter") }
      try state.press("< < < < <")
      // One page of every kind is enough.
      let kind = [page.scene?.name ?? ""] + state.keys.flatMap(\.hints).map(\.label)
      if seen.insert(kind).inserted { expectEffects(of: state, page.title) }
    }
    #expect(seen.count > 5)
  }

  private func expectEffects(of state: AppState, _ name: String) {
    let view = state.view()
    for hint in state.keys.flatMap(\.hints) {
      for key in hint.keys where !Self.changes(state, view, key) {
        let isUndone = hint.keys.contains { neighbour in
          let moved = Self.moved(state, by: neighbour)
          return Self.changes(moved, moved.view(), key)
        }
        #expect(isUndone, "\(name): \(hint.label)")
      }
    }
  }

  /// Between two events of a run a small step shows nothing new; then some more are made.
  private static func changes(_ state: AppState, _ view: Canvas, _ key: Key) -> Bool {
    var next = moved(state, by: key)
    let isErrand = next.takeErrand() != nil
    return isErrand || next.isFinished || next.theme != state.theme || next.view() != view
  }

  private static func moved(_ state: AppState, by key: Key) -> AppState {
    let isScrubbing = "<>,.".contains { key == .character($0) }
    return (0..<(isScrubbing ? 10 : 1)).reduce(state) { next, _ in next.after(key) }
  }

  @Test(arguments: pages.indices)
  func `the footer holds at most six whole hints, and always the way to the help`(index: Int)
    throws
  {
    for width in [40, 60, 80, 132] {
      let state = try Self.state(Self.pages[index], Size(width: width, height: 24))
      let footer = state.view().lines[23]
      let shown = state.keys.flatMap(\.hints).compactMap { hint in
        hint.word.map { "\(hint.label) \($0)" }
      }
      let parts = footer.split(separator: "   ").map { String($0).trimmed }
      #expect(parts.count <= 6)
      #expect(parts.allSatisfy(shown.contains), "\(footer)")
      #expect(parts.last == "? help")
    }
  }

  @Test func `a key that an answer would take as a letter is not shown`() throws {
    var state = try Shipped.state()
    try state.press("down enter")
    #expect(state.keys.flatMap(\.hints).contains { $0.label == "m" })
    state.type("85 ")
    #expect(!state.keys.flatMap(\.hints).contains { ["m", "/", "t", "h"].contains($0.label) })
  }

  @Test(arguments: Theme.allCases)
  func `every theme marks what has the focus by more than colour`(theme: Theme) throws {
    let canvas = try Shipped.state(theme: theme).view()
    let row = canvas.lines.firstIndex { $0.contains("›") } ?? 0
    let (marked, other) = (canvas[6, row].style, canvas[6, row + 2].style)
    #expect(marked.isBold && !other.isBold)
    #expect(theme.paint(for: marked) != theme.paint(for: other))
  }
}

extension AppState {
  fileprivate func after(_ key: Key) -> AppState {
    var next = self
    next.update(.key(key))
    return next
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
