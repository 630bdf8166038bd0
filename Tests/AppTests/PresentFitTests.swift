import App
import Content
import Drawing
import Exercises
import Scenes
import Testing

/// Every step of every lesson, on the screens on which courses are shown.
struct PresentFitTests {
  private static let standard = [(80, 24), (88, 25), (100, 30), (200, 60)]
    .map { Size(width: $0, height: $1) }
  /// What a large font leaves of a projector.
  private static let zoomed = [(80, 22), (71, 20)].map { Size(width: $0, height: $1) }

  @Test(arguments: PageFitTests.places)
  func `before an audience everything that a step says is in sight, and nothing is cut`(
    chapter: Int, step: Int
  ) throws {
    let book = try Shipped.book()
    let page = book.page(chapter: chapter, step: step)
    let texts = try Self.texts(of: page, in: book)
    for size in Self.standard + Self.zoomed {
      let pictures = try Self.pictures(of: (chapter, step), in: book, size: size)
      let name = "\(page.title), \(size.width)×\(size.height)"
      // On less than 80 columns, pictures may shorten what is in them.
      for picture in pictures where size.width >= 80 {
        #expect(!picture.contains("…"), "\(name)\n\(picture)")
      }
      for text in texts {
        let isSeen = pictures.contains { $0.shows(text) }
        #expect(isSeen, "\(name): \(text)\n\(pictures.joined(separator: "\n"))")
      }
      // With its picture, when there is room for both.
      let isTogether = pictures.last?.shows(Self.conclusion(of: page)) ?? false
      #expect(isTogether || size.height < 24, "\(name)\n\(pictures.last ?? "")")
    }
  }

  /// What there is to be seen of a step, part by part; of the events of its picture the first and the
  /// last.
  private static func pictures(
    of place: (chapter: Int, step: Int), in book: Book, size: Size
  ) throws -> [String] {
    var state = try Shipped.state(of: book, size: size, motion: .reduced)
    state.present(chapter: place.chapter, step: place.step)
    #expect(state.misfits == [])
    var pictures: [String] = []
    var hasPicture = false
    while state.position?.step == place.step + 1, !hasPicture, pictures.count < 20 {
      pictures.append(state.picture)
      hasPicture = state.keys.flatMap(\.hints).contains { $0.label == "z" }
      try state.press(hasPicture ? "end" : "right")
    }
    return pictures + (hasPicture ? [state.picture] : [])
  }

  /// What is told in words, each of which must be in sight at some moment as a whole.
  private static func texts(of page: StepPage, in book: Book) throws -> [String] {
    var texts = page.prose.map(\.plainText) + page.revealed.map(\.plainText)
    if let exercise = page.exercise {
      texts += [exercise.ask] + exercise.options
      if case .option(_, let because) = exercise.key { texts.append(because) }
    }
    if let scene = page.scene ?? page.exercise?.scene {
      let staged = try book.catalog.stage(scene, topology: page.topology)
      texts += [staged.question, staged.events[0].sentence]
      texts.append(staged.event(at: staged.duration)?.sentence ?? "")
    }
    if let erratum = page.erratum { texts.append("handout: \(erratum.claim.plainText)") }
    return texts
  }

  /// What stands beside the picture.
  private static func conclusion(of page: StepPage) -> String {
    let blocks = page.exercise == nil ? page.prose : page.revealed
    return blocks.map(\.plainText).joined(separator: " ")
  }

  @Test(arguments: PageFitTests.places)
  func `for a learner nothing is cut or covered`(chapter: Int, step: Int) throws {
    let book = try Shipped.book()
    let page = book.page(chapter: chapter, step: step)
    for size in Self.standard {
      var state = try Shipped.state(of: book, size: size, motion: .reduced)
      state.open(.step(chapter: chapter, step: step))
      var pictures = [state.picture]
      if page.exercise?.kind == .prediction {
        try state.press("enter")
        pictures.append(state.picture)
      }
      let asked = [page.exercise?.ask ?? ""] + (page.exercise?.options ?? [])
      let texts = page.prose.map(\.plainText) + asked
      for text in texts { #expect(pictures[0].shows(text), "\(text)\n\(pictures[0])") }
      for picture in pictures {
        #expect(!picture.contains("…"), "\(page.title), \(size.width)×\(size.height)\n\(picture)")
      }
      guard let last = pictures.dropFirst().last else { continue }
      #expect(last.shows(Self.conclusion(of: page)), "\(page.title)\n\(last)")
    }
  }
}

extension AppState {
  fileprivate var picture: String { view().lines.joined(separator: "\n") }
}

extension String {
  /// Whether every word of a text stands here, in its order: what stands beside it, such as a
  /// picture, covers none.
  fileprivate func shows(_ text: String) -> Bool {
    let blanks: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{A0}" }
    var rest = split(whereSeparator: blanks)[...]
    return text.split(whereSeparator: blanks).allSatisfy { word in
      guard let index = rest.firstIndex(of: word) else { return false }
      rest = rest[(index + 1)...]
      return true
    }
  }
}
