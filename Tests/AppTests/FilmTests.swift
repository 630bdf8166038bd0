import App
import Content
import Drawing
import Scenes
import Testing

/// `Film` and `FilmScreen`
struct FilmTests {
  private static let size = Size(width: 80, height: 24)

  private func lessonFilm() throws -> Film {
    Film(chapter: 0, of: try Shipped.excerpt(), marks: .braille)
  }

  private func demoScreen(motion: Motion = .full) throws -> FilmScreen {
    let text = """
      demo Waits
      page 2.6
      step One
      say First
      wait 1 s
      step Two
      say Second
      wait 1 s
      """
    let book = try Shipped.excerpt()
    let demo = try Demo(parsing: text, file: "mine.demo", atlas: book.catalog.atlas)
    let film = try DemoRun(demo, book: book).film
    return FilmScreen(film: film, size: Self.size, theme: .terminal, motion: motion)
  }

  // MARK: - Lessons

  @Test func `a lesson has a mark for each of its pages, in order`() throws {
    let book = try Shipped.excerpt()
    let film = try lessonFilm()
    #expect(film.marks.map(\.title) == book.chapters[0].steps.map(\.title))
    #expect(film.marks.map(\.time) == film.marks.map(\.time).sorted())
    #expect(film.title == "2  The speed of light")
  }

  @Test func `a page of a lesson looks as the program shows it`() throws {
    let film = try lessonFilm()
    var state = try Shipped.state()
    state.open(.step(chapter: 0, step: 5))
    state.update(.tick(.milliseconds(1000)))
    #expect(
      film.canvas(at: film.marks[5].time + .milliseconds(1000), size: Self.size) == state.view())
  }

  @Test func `a prediction is asked before it is answered`() throws {
    let film = try lessonFilm()
    let asked = film.canvas(at: film.marks[4].time, size: Self.size).lines.joined()
    let answered = film.canvas(at: film.marks[5].time - .milliseconds(1), size: Self.size).lines
    #expect(asked.contains("your guess"))
    #expect(!asked.contains("commit at 85 ms"))
    #expect(answered.joined().contains("commit at 85 ms"))
  }

  @Test func `a film of one moment is that moment`() throws {
    let film = try lessonFilm()
    let moment = film.marks[2].time + .milliseconds(700)
    let still = film.still(at: moment)
    #expect(still.duration == .zero)
    #expect(still.marks.map(\.title) == [film.marks[2].title])
    #expect(
      still.canvas(at: .zero, size: Self.size) == film.canvas(at: moment, size: Self.size))
  }

  // MARK: - Watching

  /// What stands above the picture.
  private func said(_ screen: FilmScreen) -> String { screen.view().lines[3] }

  @Test func `a film plays by itself, and stops at its end`() throws {
    var screen = try demoScreen()
    #expect(screen.tickInterval != nil)
    screen.update(.tick(.milliseconds(500)))
    #expect(said(screen) == "  First")
    screen.update(.tick(.milliseconds(1000)))
    #expect(said(screen) == "  Second")
    screen.update(.tick(.seconds(60)))
    #expect(screen.tickInterval == nil)
    #expect(said(screen) == "  Second")
    #expect(!screen.isFinished)
  }

  @Test func `with reduced motion nothing moves until a key is pressed`() throws {
    var screen = try demoScreen(motion: .reduced)
    #expect(screen.tickInterval == nil)
    screen.update(.tick(.seconds(60)))
    #expect(said(screen) == "  First")
    screen.update(.key(.right))
    screen.update(.key(.right))
    #expect(said(screen) == "  Second")
    screen.update(.key(.left))
    #expect(said(screen) == "  First")
  }

  @Test func `space stops and goes on, and begins anew at the end`() throws {
    var screen = try demoScreen()
    screen.update(.key(.character(" ")))
    #expect(screen.tickInterval == nil)
    screen.update(.key(.end))
    #expect(said(screen) == "  Second")
    screen.update(.key(.character(" ")))
    #expect(said(screen) == "  First")
    #expect(screen.tickInterval != nil)
  }

  @Test(arguments: [Key.character("q"), .escape, .control("c")])
  func `a key leaves`(key: Key) throws {
    var screen = try demoScreen()
    screen.update(.key(key))
    #expect(screen.isFinished)
  }

  @Test func `the last line says what can be pressed`() throws {
    var screen = try demoScreen()
    #expect(screen.view().lines.last == "  space pause   ← → back, on   t theme   q leave")
    screen.update(.key(.character(" ")))
    #expect(screen.view().lines.last?.hasPrefix("  space play") == true)
  }

  @Test func `a resized screen is filled`() throws {
    var screen = try demoScreen()
    screen.update(.resize(Size(width: 60, height: 20)))
    #expect(screen.view().size == Size(width: 60, height: 20))
  }
}
