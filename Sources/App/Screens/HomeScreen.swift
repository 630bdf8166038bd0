import Content
import Drawing
import Exercises
import Scenes

/// The table of contents with what is done, and the way in.
struct HomeScreen: Sendable {
  private(set) var selection: Int

  init(book: Book, progress: Progress) {
    let last = book.chapters.firstIndex { $0.key == progress.last?.lesson }
    selection = last ?? 0
  }

  mutating func update(_ key: Key, book: Book, progress: Progress) -> [Reaction] {
    switch key {
    case .enter, .right, .pageDown, .character(" "):
      return book.chapters.isEmpty ? [] : [.go(book.entrance(of: selection, progress))]
    case .character("q"), .escape: return [.quit]
    default:
      selection = selection.moved(by: key, to: book.chapters.count - 1)
      return []
    }
  }

  mutating func wheel(_ action: MouseAction, book: Book) {
    let key: Key = action == .wheelUp ? .up : .down
    selection = selection.moved(by: key, to: book.chapters.count - 1)
  }

  var keys: [KeyGroup] {
    let hints = [
      KeyHint("Enter", [.enter], "open it where you left off", word: "open"),
      KeyHint("↑ ↓", [.up, .down], "choose a section or a task", word: "choose"),
    ]
    let quit = KeyHint("q", [.character("q")], "quit; Esc too", word: "quit")
    return [KeyGroup(title: "Home", hints: hints), .everywhere(isHome: true, way: quit)]
  }

  func view(size: Size, marks: Marks, book: Book, progress: Progress) -> Frame {
    Page(
      heading: "geolearn", position: book.title,
      hints: keys.footer
    ).draw(size: size, marks: marks) { body, targets in
      let end = drawChapters(book, progress, into: &body, &targets)
      let scoreHeight = drawScore(progress, into: &body)
      drawMap(book, from: end + 1, to: body.size.height - scoreHeight, into: &body)
    }
  }

  private func drawChapters(
    _ book: Book, _ progress: Progress, into body: inout Canvas, _ targets: inout [Target]
  ) -> Int {
    let hasRoom = body.size.height >= book.chapters.count + 3
    var y = hasRoom ? 1 : 0
    let sections = book.chapters.filter { $0.lesson.kind == .section }
    let labelWidth = sections.map(\.label.count).max() ?? 0
    // A list longer than the screen is shown around the selection.
    let first = hasRoom ? 0 : max(0, selection - body.size.height + 1)
    for index in book.chapters.indices.dropFirst(first) {
      let chapter = book.chapters[index]
      let beginsTasks =
        index > 0 && chapter.lesson.kind == .task
        && book.chapters[index - 1].lesson.kind == .section
      if beginsTasks, hasRoom { y += 1 }
      guard y < body.size.height else { break }
      draw(
        chapter, labelWidth: labelWidth, isSelected: index == selection, progress, y: y,
        into: &body)
      let row = Rect(x: 0, y: y, width: body.size.width, height: 1)
      targets.append(Target(area: row, action: .go(book.entrance(of: index, progress))))
      y += 1
    }
    return y
  }

  private func draw(
    _ chapter: Chapter, labelWidth: Int, isSelected: Bool, _ progress: Progress, y: Int,
    into body: inout Canvas
  ) {
    let style = Style(isSelected ? .focus : .text, isBold: isSelected)
    let standing = ChapterStanding(chapter, progress)
    let title = chapter.heading(labelWidth: labelWidth)
    let heading = StyledText("\(isSelected ? "›" : " ") \(title) ", style: style)
    let width = body.size.width
    let isWide = width >= Self.dotsX + Self.dotsWidth
    let hasDots = isWide && standing.dots.columns <= Self.dotsWidth
    let wordsX = isWide ? Self.dotsX + Self.dotsWidth : width - 2 - columns(of: standing.words)
    body.put(heading.truncated(width: (hasDots ? Self.dotsX : wordsX) - 4), x: 2, y: y)
    if hasDots { body.put(standing.dots, x: Self.dotsX, y: y) }
    body.put(standing.words, x: wordsX, y: y, style: .faint)
  }

  /// Where dots begin, and how many columns they may take.
  private static let dotsX = 36
  private static let dotsWidth = 30

  private func drawScore(_ progress: Progress, into body: inout Canvas) -> Int {
    let score = progress.predictionScore
    guard score.all > 0, body.size.height >= 12 else { return 0 }
    body.put(
      "You predicted \(score.near) of \(score.all) within 20 %.", x: 4, y: body.size.height - 1,
      style: .faint)
    return 2
  }

  /// Where there is room, the world that the course is about.
  private func drawMap(_ book: Book, from y: Int, to end: Int, into body: inout Canvas) {
    let height = min(end - y, body.size.width / 4)
    guard height >= 8, body.size.width >= 50 else { return }
    let width = min(body.size.width - 8, height * 5)
    var picture = Canvas(size: Size(width: width, height: height), marks: body.marks)
    book.catalog.drawWorld(into: &picture)
    body.paste(picture, x: (body.size.width - width) / 2, y: end - height)
  }
}

/// How far a chapter is done, as dots and in words.
private struct ChapterStanding {
  let isDone: [Bool]
  let words: String

  init(_ chapter: Chapter, _ progress: Progress) {
    isDone = chapter.standing(in: progress)
    let done = isDone.count(where: \.self)
    words =
      if done == isDone.count, done > 0 {
        "done"
      } else if done == 0 {
        chapter.lesson.kind == .section ? "\(chapter.lesson.minutes) min" : "not begun"
      } else {
        "\(done) of \(isDone.count)"
      }
  }

  var dots: StyledText {
    isDone.reduce(StyledText()) { line, done in
      line + StyledText(done ? "● " : "○ ", style: done ? Style(.healthy) : .faint)
    }
  }
}
