import App
import Content
import Drawing
import Exercises
import Scenes
import Testing

/// Every step of every lesson, on the screens on which courses are shown.
struct PresentFitTests {
  private static let sizes = [(80, 24), (88, 25), (100, 30), (200, 60), (80, 22), (71, 20)]
    .map { Size(width: $0, height: $1) }

  /// What a page shows at one moment, told by what was asked of it.
  private struct Sight {
    let state: AppState
    let page: StepPage
    let where_: String

    /// Every word of some blocks, in their order.
    func expectWords(of blocks: [Block]) {
      expect(blocks.map(\.plainText).joined(separator: " "))
    }

    /// Every word of a text is on the screen, in its order: of what else stands there, such as a
    /// picture beside it, nothing covers any.
    func expect(_ text: String) {
      var shown = state.view().lines.joined(separator: " ").split(separator: " ")[...]
      for word in text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
        guard let index = shown.firstIndex(of: word) else {
          Issue.record("\(where_): '\(word)' is out of sight\n\(picture)")
          return
        }
        shown = shown[(index + 1)...]
      }
    }

    /// Nothing is cut at its end: no author ends a text with such a mark.
    func expectNothingCut() {
      #expect(!picture.contains("…"), "\(where_)\n\(picture)")
    }

    var picture: String { state.view().lines.joined(separator: "\n") }
  }

  @Test(arguments: PageFitTests.places)
  func `before an audience nothing is clipped or covered`(chapter: Int, step: Int) throws {
    let book = try Shipped.book()
    let page = book.page(chapter: chapter, step: step)
    for size in Self.sizes {
      var state = try Shipped.state(of: book, size: size, motion: .reduced)
      state.present(chapter: chapter, step: step)
      #expect(state.misfits == [], "\(page.title)")
      for press in 1... {
        let sight = Sight(
          state: state, page: page, where_: "\(page.title), \(size.width)×\(size.height), \(press)")
        sight.expectNothingCut()
        try Self.expectParts(sight, in: book)
        try state.press("right")
        guard state.position?.step == step + 1, press < 60 else { break }
        if state.position == sight.state.position { break }
      }
    }
  }

  private static func expectParts(_ sight: Sight, in book: Book) throws {
    let parts = try #require(sight.state.position?.parts)
    let (page, asked) = (sight.page, sight.page.exercise?.ask ?? "")
    let hasAsked = sight.state.keys.flatMap(\.hints).contains { $0.label == "z" }
    if page.exercise == nil || parts == 1 {
      if parts == 1 { sight.expectWords(of: Array(page.prose.prefix(1)).filter { !$0.isList }) }
    } else if parts == page.prose.count + 1, !page.prose.contains(where: \.isList) {
      sight.expect(asked)
    }
    guard hasAsked, let scene = page.scene ?? page.exercise?.scene else { return }
    let staged = try book.catalog.stage(scene, topology: page.topology)
    sight.expect(staged.question)
    let time =
      sight.state.position?.picture?.nanoseconds
      .map { Duration.nanoseconds($0) } ?? staged.duration
    sight.expect(staged.event(at: time)?.sentence ?? "")
    if let erratum = page.erratum, page.scene != nil {
      sight.expect("model: \(erratum.truth.plainText)")
    }
  }

  @Test(arguments: PageFitTests.places)
  func `where text and picture stand together, every word is seen with the whole picture`(
    chapter: Int, step: Int
  ) throws {
    let book = try Shipped.book()
    let page = book.page(chapter: chapter, step: step)
    for size in Self.sizes where size.height >= 24 {
      var state = try Shipped.state(of: book, size: size, motion: .reduced)
      state.present(chapter: chapter, step: step)
      var last = state
      for _ in 0..<80 {
        try state.press("right")
        guard state.position?.step == step + 1 else { break }
        last = state
      }
      let sight = Sight(
        state: last, page: page, where_: "\(page.title), \(size.width)×\(size.height), at its end")
      if page.scene != nil || page.exercise == nil {
        sight.expectWords(of: page.exercise == nil ? page.prose : page.revealed)
      }
    }
  }

  @Test(arguments: PageFitTests.places)
  func `for a learner nothing is clipped or covered`(chapter: Int, step: Int) throws {
    let book = try Shipped.book()
    let page = book.page(chapter: chapter, step: step)
    for size in Self.sizes where size.height >= 24 {
      var state = try Shipped.state(of: book, size: size, motion: .reduced)
      state.open(.step(chapter: chapter, step: step))
      let sight = Sight(
        state: state, page: page, where_: "\(page.title), \(size.width)×\(size.height)")
      sight.expectNothingCut()
      sight.expectWords(of: page.prose)
      sight.expect(page.exercise?.ask ?? "")
      for option in page.exercise?.options ?? [] { sight.expect(option) }
      guard page.exercise?.kind == .prediction else { continue }
      try state.press("enter")
      let revealed = Sight(
        state: state, page: page, where_: "\(page.title), \(size.width)×\(size.height), revealed")
      revealed.expectNothingCut()
      revealed.expectWords(of: page.revealed)
    }
  }
}

extension Block {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
