import Content
import Drawing

extension PresentScreen {
  func view(size: Size, marks: Marks, book: Book) -> Frame {
    let content = book.chapters[chapter]
    var canvas = PresentFrame(
      heading: content.heading, title: page.page.title, status: status(of: content)
    ).draw(size: size, marks: marks) { page.draw(into: &$0) }
    if let pointer { canvas.mark(pointer, in: PresentFrame.bodyY(in: size)..<size.height) }
    return Frame(canvas: canvas)
  }

  /// Where we are, and how long the lesson has taken beside how long it should: `5 of 13 · 12 of 25
  /// min`.
  private func status(of content: Chapter) -> String {
    "\(step + 1) of \(content.steps.count) · \(time.components.seconds / 60) of "
      + "\(content.lesson.minutes) min"
  }

  /// What of the page is out of sight on a page of a size; empty where everything fits.
  func misfits(in size: Size, marks: Marks) -> [String] {
    page.misfits(in: PresentFrame.bodySize(in: size), marks: marks)
  }
}

/// The frame of every page before an audience: where we are, the title in big letters, the body.
struct PresentFrame {
  let heading: String
  let title: String
  /// At the right end of the first row.
  let status: String

  /// A small screen has a row for everything above the body, and one that is blank.
  private static func isTight(_ size: Size) -> Bool { size.height < 20 }
  static func bodyY(in size: Size) -> Int { isTight(size) ? 2 : 2 + BigType.height }

  static func bodySize(in size: Size) -> Size {
    Size(width: size.width, height: size.height - bodyY(in: size))
  }

  func draw(size: Size, marks: Marks, body drawBody: (inout Canvas) -> Void) -> Canvas {
    var canvas = Canvas(size: size, marks: marks)
    if Self.isTight(size) {
      drawLine(title, Style(.text, isBold: true), into: &canvas)
    } else {
      drawLine(heading, .faint, into: &canvas)
      drawTitle(into: &canvas)
    }
    var body = Canvas(size: Self.bodySize(in: size), marks: marks)
    drawBody(&body)
    canvas.paste(body, x: 0, y: Self.bodyY(in: size))
    return canvas
  }

  private func drawLine(_ text: String, _ style: Style, into canvas: inout Canvas) {
    let width = canvas.size.width - 4
    let room = width - columns(of: status) - 2
    canvas.put(StyledText(text, style: style).truncated(width: room), x: 2, y: 0)
    canvas.put(status, endX: 2 + width, y: 0, style: .faint)
  }

  /// In big letters, or where they do not fit in the middle of their rows.
  private func drawTitle(into canvas: inout Canvas) {
    let width = canvas.size.width - 4
    if let type = BigType.first(of: [.narrow, .wide], title, width: width, marks: canvas.marks) {
      canvas.put(type, x: 2, y: 1)
    } else {
      let line = StyledText(title, style: Style(.text, isBold: true))
      canvas.put(line.truncated(width: width), x: 2, y: 2)
    }
  }
}
