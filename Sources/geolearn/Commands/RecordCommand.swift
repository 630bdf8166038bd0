import App
import ArgumentParser
import Content
import Drawing
import Foundation

/// `geolearn record`
struct RecordCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Write a picture, a lesson or a demo to a file.",
    discussion: """
      The ending of the file says how: .cast is a terminal session for asciinema and other players, \
      .svg a picture for web pages, which moves unless --at names a moment, .txt pictures as text. \
      Nothing is timed while recording: the same input gives the same bytes. With SOURCE_DATE_EPOCH \
      a .cast says when it was made.

      Examples:
        geolearn record region-loss.demo -o region-loss.cast
        geolearn record 2.6 -o write.svg --theme dark
        geolearn record latency-map -o map.svg --at 100%
        geolearn record 3 -o lesson.cast --size 100x30 --idle 2s
      """)

  @Argument(
    help: ArgumentHelp(
      "A kind of scene, a step (2.6), a lesson (2, task1), or a demo (region-loss.demo).",
      valueName: "what"))
  var subject: String

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "80x24"))
  var size = PictureSize.standard

  @Option(help: "The colours; the default ones are the reader's, light or dark.")
  var theme = Theme.terminal

  @Flag(help: "Nothing beyond ASCII.")
  var ascii = false

  @Option(help: ArgumentHelp("Only this moment: a part or a time.", valueName: "50%|85ms"))
  var at: Moment?

  @Option(help: "How much moves; reduced shows the end of every movement alone.")
  var motion = Motion.full

  @Option(help: ArgumentHelp("Shorten what stands still longer.", valueName: "time"))
  var idle: String?

  @Option(help: "The version of the format of .cast.")
  var castVersion = Cast.Version.two

  @OptionGroup var course: CourseOptions

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let form = try form
    let idle = try idle.map { text throws(CommandFailure) in try time(text, "--idle") }
    let film = try film(invocation)
    if form == .svg, motion == .full { try requirePictures(of: film) }
    let recording = Recording(
      film, size: size.size, theme: theme, motion: motion, idle: idle)
    let text =
      switch form {
      case .cast:
        Cast(recording, version: castVersion, timestamp: try epoch(invocation)).text
      case .svg: SVG(recording).text
      case .txt: Storyboard(recording).text
      }
    try text.write(to: output, invocation)
    return CommandOutput("\(output): \(recording.summary)\n")
  }

  // MARK: - What is recorded

  private var marks: Marks { ascii ? .ascii : .braille }

  private func film(_ invocation: Invocation) throws(CommandFailure) -> Film {
    let files = try course.files(invocation)
    let book = try files.book()
    if subject.hasSuffix(".demo") {
      let name = String(subject.dropLast(".demo".count))
      let shipped = files.demoNames.contains(name) ? name : subject
      return moment(of: try files.run(shipped, book, marks: marks, invocation).film)
    }
    if let chapter = book.chapters.firstIndex(where: { $0.isCalled(subject) }) {
      return moment(of: Film(chapter: chapter, of: book, marks: marks))
    }
    let picture = try PictureName(text: subject).picture(in: book)
    let scene = try book.stage(picture.directive, topology: picture.topology)
    let film = Film(scene: scene, knobs: picture.directive.knobs, marks: marks)
    return at.map { film.still(at: scene.viewerTime(of: $0.time(in: scene))) } ?? film
  }

  /// The one moment of a film that is asked for, in the viewer's time; else the whole film.
  private func moment(of film: Film) -> Film {
    at.map { film.still(at: $0.time(within: film.duration)) } ?? film
  }

  // MARK: - How it is written

  private enum Form: String, CaseIterable { case cast, svg, txt }

  private var form: Form {
    get throws(CommandFailure) {
      let ending = URL(filePath: output).pathExtension
      guard let form = Form(rawValue: ending) else {
        let endings = Form.allCases.map { ".\($0.rawValue)" }
        throw CommandFailure(
          "'\(output)' ends in none of the forms; it must end in \(alternatives(endings))", .usage)
      }
      return form
    }
  }

  /// A browser should not be handed more pictures than these take.
  private static let longestPicture = Duration.seconds(120)

  private func requirePictures(of film: Film) throws(CommandFailure) {
    guard film.duration > Self.longestPicture else { return }
    let length = Quantity.duration(film.duration).text
    throw CommandFailure(
      "\(length) are too long for a moving .svg, which may last 2 min; use --motion reduced, --at "
        + "or a .cast", .usage)
  }

  /// When things were made, where builds are to be repeatable.
  private func epoch(_ invocation: Invocation) throws(CommandFailure) -> Int? {
    guard let text = invocation.variable("SOURCE_DATE_EPOCH") else { return nil }
    guard let seconds = Int(text), seconds >= 0 else {
      throw CommandFailure(
        "SOURCE_DATE_EPOCH is '\(text)'; it must be a number of seconds since 1970", .usage)
    }
    return seconds
  }
}

extension Cast.Version: ExpressibleByArgument {}

extension Recording {
  /// `12.3 s, 84 pictures, 5 marks`
  fileprivate var summary: String {
    guard shots.count > 1 else { return "one picture" }
    let time = Quantity.duration(.milliseconds(length)).text
    return "\(time), \(shots.count) pictures, \(marks.count) \(marks.count == 1 ? "mark" : "marks")"
  }
}

extension String {
  /// Writes the text to a file that the user names; what is there is replaced.
  func write(to path: String, _ invocation: Invocation) throws(CommandFailure) {
    do {
      try Data(utf8).write(to: URL(filePath: invocation.absolute(path)), options: .atomic)
    } catch {
      throw CommandFailure(
        "\(path) cannot be written: \(error.localizedDescription)", .cannotCreate)
    }
  }
}
