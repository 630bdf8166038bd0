import App
import ArgumentParser
import Content
import Drawing

/// `geolearn present`: the course before an audience.
struct PresentCommand: TextCommand {
  static let configuration = CommandConfiguration(
    commandName: "present", abstract: "Present the course on a projector.",
    discussion: """
      A page is told part by part: its text, its question, the answer, the picture, its events. \
      PgDn or → goes on and PgUp or ← goes back, as every clicker does; b makes the screen black, \
      ? shows all keys. Zoom the font of the terminal: the page is laid out anew.

      In another terminal, --notes shows the speaker's notes and the time, and any number of \
      --follow show what is presented, in their own sizes. Both work over ssh. The protocol is in \
      docs/presenting.md.

      Examples:
        geolearn present 2               section 2
        geolearn present 2.6             its sixth step
        geolearn present --notes
        geolearn present --follow
        geolearn present 1 --auto 20s    a display in a corridor
        geolearn present 5 --validate --size 71x20
      """)

  @Argument(help: "A section, a task or a step: 2, task1, 2.6.")
  var place: String?

  @Flag(help: "Show the notes of what somebody presents.")
  var notes = false

  @Flag(help: "Show what somebody presents.")
  var follow = false

  @Option(
    help: ArgumentHelp("Go on by itself after such a time, round and round.", valueName: "time"))
  var auto: String?

  @Flag(name: .customLong("validate"), help: "Only say which steps do not fit the size.")
  var onlyValidates = false

  @Option(help: ArgumentHelp("Columns and rows, for --validate.", valueName: "80x24"))
  var size = PictureSize.standard

  @OptionGroup var course: CourseOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var screen: ScreenOptions

  mutating func validate() throws {
    let wishes = [
      ("--notes", notes), ("--follow", follow), ("--auto", auto != nil),
      ("--validate", onlyValidates),
    ].filter(\.1).map(\.0)
    guard wishes.count <= 1 else {
      throw ValidationError("\(wishes.joined(separator: " and ")) do not go together; give one.")
    }
    guard place == nil || !(notes || follow) else {
      throw ValidationError("\(wishes[0]) shows what is presented; leave '\(place ?? "")' out.")
    }
  }

  func output(_ invocation: Invocation) throws(CommandFailure) -> CommandOutput {
    let book = try course.book(invocation)
    let opened = try chapterAndStep(in: book)
    let tour = try tour(chapter: place == nil ? nil : opened.chapter)
    if onlyValidates { return misfits(book, chapter: place == nil ? nil : opened.chapter) }
    let shown = try Display(display, invocation, usualTheme: .projector)
    guard invocation.capabilities.hasScreen else {
      throw CommandFailure(
        "a presentation needs a terminal that can move its cursor; "
          + "use geolearn learn --plain without one", .noTerminal)
    }
    if notes || follow { return try follow(book, shown, invocation) }
    return try present(book, opened, tour, shown, invocation)
  }

  /// What the command line names; without a name, the first section.
  private func chapterAndStep(
    in book: Book
  ) throws(CommandFailure) -> (chapter: Int, step: Int) {
    let opened = try place.map { name throws(CommandFailure) in
      try PlaceName(text: name).place(in: book, preferring: .steps)
    }
    guard !book.chapters.isEmpty else {
      throw CommandFailure("there is nothing to present; the course has no lessons", .data)
    }
    guard case .step(let chapter, let step) = opened else { return (0, 0) }
    return (chapter, step)
  }

  private func tour(chapter: Int?) throws(CommandFailure) -> Tour? {
    guard let auto else { return nil }
    return Tour(pause: try time(auto, "--auto"), chapter: chapter)
  }
}

// MARK: - On the whole screen

extension PresentCommand {
  private func present(
    _ book: Book, _ opened: (chapter: Int, step: Int), _ tour: Tour?, _ display: Display,
    _ invocation: Invocation
  ) throws(CommandFailure) -> CommandOutput {
    let motion = try Motion(screen, invocation)
    let journal = try course.journal(invocation)
    let podium = try Podium.open(PresentSocket(invocation))
    let keymap = try Configuration(invocation).keymap
    let terminal = try Terminal(display, usesMouse: try screen.usesMouse(invocation))
    var state = AppState(
      book: book, progress: Progress(), size: terminal.size, marks: display.marks,
      theme: display.theme, motion: motion, keymap: keymap)
    state.present(chapter: opened.chapter, step: opened.step, tour: tour)
    let ending = Loop(
      terminal: terminal, state: state, journal: journal,
      desk: Desk(invocation, course: try course.files(invocation)), podium: podium
    ).run()
    return CommandOutput(code: ending.signal.map(ExitStatus.signal) ?? .success)
  }

  private func follow(
    _ book: Book, _ display: Display, _ invocation: Invocation
  ) throws(CommandFailure) -> CommandOutput {
    let theme = try self.display.chosenTheme(Configuration(invocation), invocation)
    let listener = PresentListener(PresentSocket(invocation))
    let terminal = try Terminal(display, usesMouse: try screen.usesMouse(invocation))
    let follower = Follower(
      book: book, face: notes ? .notes : .page, size: terminal.size, marks: display.marks,
      theme: theme)
    let signal = FollowLoop(terminal: terminal, follower: follower, listener: listener).run()
    return CommandOutput(code: signal.map(ExitStatus.signal) ?? .success)
  }
}

// MARK: - What does not fit

extension PresentCommand {
  private func misfits(_ book: Book, chapter: Int?) -> CommandOutput {
    var lines: [String] = []
    var count = 0
    for (index, content) in book.chapters.enumerated() where chapter ?? index == index {
      for (step, outline) in content.steps.enumerated() {
        count += 1
        var state = AppState(
          book: book, progress: Progress(), size: size.size, marks: .braille, theme: .projector)
        state.present(chapter: index, step: step)
        lines += state.misfits.map {
          "\(content.lesson.file): step \(step + 1), '\(outline.title)': \($0)\n"
        }
      }
    }
    let verdict =
      "\(count) steps at \(size.defaultValueDescription): "
      + (lines.isEmpty ? "everything fits\n" : "\(lines.count) of their parts do not fit\n")
    return CommandOutput(lines.joined() + verdict, code: lines.isEmpty ? .success : .failed)
  }
}
