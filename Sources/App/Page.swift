import Drawing

/// A key, or two that belong together, and what they do.
package struct KeyHint: Equatable, Sendable {
  /// As it is written: `← →`, `space`.
  let keys: String
  let meaning: String
  /// What a click on the hint does; `nil` where it has two directions.
  let key: Key?

  init(_ keys: String, _ meaning: String, _ key: Key? = nil) {
    self.keys = keys
    self.meaning = meaning
    self.key = key
  }
}

/// A place on the screen that can be clicked.
package struct Target: Equatable, Sendable {
  enum Action: Equatable, Sendable {
    case press(Key)
    case go(Place)
  }

  var area: Rect
  let action: Action
}

/// What is on the screen: the picture, and what can be clicked in it.
package struct Frame: Sendable {
  package var canvas: Canvas
  var targets: [Target] = []
}

/// The frame of every page: a header line, a faint rule, the body, a footer line.
struct Page {
  let heading: String
  /// The right end of the header.
  let position: String
  /// At most six of them are shown, and only those that fit.
  let hints: [KeyHint]

  /// Draws header and footer, and the body that `drawBody` makes between them.
  func draw(size: Size, marks: Marks, body drawBody: (inout Canvas, inout [Target]) -> Void)
    -> Frame
  {
    var frame = Frame(canvas: Canvas(size: size, marks: marks))
    drawHeader(into: &frame.canvas)
    var body = Canvas(size: Self.bodySize(in: size), marks: marks)
    drawBody(&body, &frame.targets)
    frame.canvas.paste(body, x: 0, y: Self.bodyY(in: size))
    for index in frame.targets.indices { frame.targets[index].area.y += Self.bodyY(in: size) }
    drawFooter(into: &frame)
    return frame
  }

  /// A small screen has no blank lines to spare.
  private static func isTight(_ size: Size) -> Bool { size.height < 20 }
  private static func bodyY(in size: Size) -> Int { isTight(size) ? 2 : 3 }

  static func bodySize(in size: Size) -> Size {
    Size(width: size.width, height: size.height - bodyY(in: size) - (isTight(size) ? 1 : 2))
  }

  private func drawHeader(into canvas: inout Canvas) {
    let end = canvas.size.width - 2
    let room = end - 2 - columns(of: position) - 2
    canvas.put(StyledText(heading, style: Style(.text, isBold: true)).truncated(width: room), x: 2, y: 0)
    canvas.put(position, endX: end, y: 0, style: .faint)
    canvas.horizontalRule(y: 1, x: 0, width: canvas.size.width, style: .faint)
  }

  private func drawFooter(into frame: inout Frame) {
    let y = frame.canvas.size.height - 1
    var x = 2
    for hint in hints.prefix(6) {
      let width = columns(of: hint.keys) + 1 + columns(of: hint.meaning)
      guard x + width <= frame.canvas.size.width - 1 else { continue }
      frame.canvas.put(hint.keys, x: x, y: y, style: Style(.focus))
      frame.canvas.put(hint.meaning, x: x + columns(of: hint.keys) + 1, y: y, style: .faint)
      if let key = hint.key {
        frame.targets.append(
          Target(area: Rect(x: x, y: y, width: width, height: 1), action: .press(key)))
      }
      x += width + 3
    }
  }
}
