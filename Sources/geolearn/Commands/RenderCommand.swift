import App
import ArgumentParser
import Content
import Drawing
import Scenes

/// `geolearn render`: one picture, or one page, as text.
struct RenderCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Print a picture or a page as text.",
    discussion: """
      What is printed is the picture of a step (2.3) or of an item (task1.1), a page (--page), the \
      first screen (home), or a kind of scene, with its arguments as the first lesson has them and \
      as --set changes them.

      Examples:
        geolearn render 2.3
        geolearn render 2.3 --page --size 120x40
        geolearn render home
        geolearn render quorum-write --set leader=eu-west --at 50%
        geolearn render commit-latency --at 85ms --color always --theme dark
      """)

  @Argument(help: "A step, an item, 'home', or a kind of scene.")
  var scene: String

  @Flag(help: "The whole page, as a reader finds it.")
  var page = false

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "80x24"))
  var size = PictureSize.standard

  @Option(help: ArgumentHelp("The moment: a part of the run or a time.", valueName: "50%|85ms"))
  var at = Moment.part(1)

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Change an argument.", valueName: "key=value"))
  var settings: [Setting] = []

  @Option(
    help: ArgumentHelp(
      "The topology of a scene that names none: a name or a path.", valueName: "name-or-path"))
  var topology: String?

  @OptionGroup var course: CourseOptions
  @OptionGroup var display: DisplayOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let display = try Display(display, invocation)
    var (files, topology) = (try course.files(invocation), topology)
    if let path = topology, ContentFiles.isPath(path) {
      (files, topology) = try files.adding(topology: path, invocation)
    }
    let book = try files.book()
    let canvas =
      page || scene == "home"
      ? try drawnPage(book, display) : try drawnPicture(book, topology, display)
    return CommandOutput(display.usesColour ? canvas.coloured(display.theme) : canvas.text)
  }

  /// A page without anybody's progress, so that it is always the same.
  private func drawnPage(_ book: Book, _ display: Display) throws(CommandFailure) -> Canvas {
    var state = AppState(
      book: book, progress: Progress(), size: size.size, marks: display.marks,
      theme: display.theme, motion: .reduced)
    state.open(try PlaceName(text: scene).place(in: book, preferring: .steps))
    return state.view()
  }

  private func drawnPicture(
    _ book: Book, _ topology: String?, _ display: Display
  ) throws(CommandFailure) -> Canvas {
    let picture = try PictureName(text: scene).picture(in: book)
    var directive = picture.directive
    for setting in settings { directive = directive.replacing(setting.key, with: setting.value) }
    let staged = try book.stage(directive, topology: topology ?? picture.topology)
    var canvas = Canvas(size: size.size, marks: display.marks)
    SceneFrame(scene: staged, time: at.time(in: staged), knobs: directive.knobs)
      .draw(into: &canvas)
    return canvas
  }
}

extension Book {
  func stage(
    _ directive: Directive, topology: String
  ) throws(CommandFailure) -> any Scene {
    do throws(Diagnostic) {
      return try catalog.stage(directive, topology: topology)
    } catch {
      throw CommandFailure(error.message, .usage)
    }
  }
}
