import App
import Content
import Drawing
import Scenes
import Testing

/// Keys that somebody has chosen
struct KeymapTests {
  private func state(_ bindings: [(command: String, keys: [String])]) throws -> AppState {
    let book = try Shipped.excerpt()
    var state = AppState(
      book: book, progress: Progress(), size: Size(width: 80, height: 24), marks: .braille,
      theme: .terminal, motion: .reduced, keymap: try Keymap(bindings))
    state.open(.step(chapter: 0, step: 0))
    return state
  }

  private func footer(_ state: AppState) -> String { state.view().lines.last ?? "" }

  @Test func `a chosen key gives the command, and the usual one no longer does`() throws {
    var state = try state([("next", ["j"]), ("contents", ["M"])])
    try state.press("j")
    #expect(state.view().lines[0].contains("step 2 of "))
    try state.press("right m")
    #expect(state.view().lines[0].contains("step 2 of "))
    try state.press("M")
    #expect(state.view().lines.contains { $0.contains("Contents") })
  }

  @Test func `several keys give the same command`() throws {
    var state = try state([("next", ["ctrl-g", "right"])])
    try state.press("ctrl-g right")
    #expect(state.view().lines[0].contains("step 3 of "))
  }

  @Test func `two commands can exchange their keys`() throws {
    var state = try state([("next", ["left"]), ("previous", ["right"])])
    try state.press("left")
    #expect(state.view().lines[0].contains("step 2 of "))
    try state.press("right")
    #expect(state.view().lines[0].contains("step 1 of "))
  }

  @Test func `footer and help show the chosen keys, and a click on them works`() throws {
    var state = try state([("next", ["j"]), ("help", ["H"])])
    #expect(footer(state).contains("← j step"))
    #expect(footer(state).contains("   H help"))
    let x = try #require(footer(state).firstRange(of: "j step")).lowerBound
    let column = footer(state).distance(from: footer(state).startIndex, to: x)
    state.update(.mouse(.press, x: column, y: 23))
    #expect(state.view().lines[0].contains("step 2 of "))
    try state.press("H")
    #expect(state.view().lines.contains { $0.contains("  ← j       ") })
  }

  @Test func `what is typed stays what it is`() throws {
    var state = try state([("theme", ["h"]), ("hint", ["t"]), ("next", ["j"])])
    try state.press("/")
    state.type("jhu")
    #expect(state.view().lines.contains { $0.contains("jhu") })
    #expect(state.view().lines[0].contains("step 1 of "))
  }

  @Test func `no act of a picture loses its letter`() throws {
    let book = try Shipped.book()
    for page in try book.pages() {
      guard let scene = page.scene else { continue }
      let staged = try book.catalog.stage(scene, topology: page.topology)
      for act in staged.controls?.acts ?? [] {
        #expect(Keymap.fixed.contains(act.key), "\(scene.name): \(act.key)")
      }
    }
  }
}
