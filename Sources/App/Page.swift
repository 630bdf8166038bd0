import Drawing

/// A place on the screen that can be clicked.
struct Target: Equatable, Sendable {
  enum Action: Equatable, Sendable {
    case press(Key)
    case go(Place)
  }

  var area: Rect
  let action: Action
}

/// What is on the screen: the picture, and what can be clicked in it.
struct Frame: Sendable {
  var canvas: Canvas
  var targets: [Target] = []
}

/// The frame of every page: a header line, a faint rule, the body, room for a footer line.
struct Page {
  let heading: String
  /// The right end of the header; left out where the heading needs the room.
  let position: String

  /// Draws the header, and the body that `drawBody` makes below it.
  func draw(size: Size, marks: Marks, body drawBody: (inout Canvas, inout [Target]) -> Void)
    -> Frame
  {
    var frame = Frame(canvas: Canvas(size: size, marks: marks))
    drawHeader(into: &frame.canvas)
    var body = Canvas(size: Self.bodySize(in: size), marks: marks)
    drawBody(&body, &frame.targets)
    frame.canvas.paste(body, x: 0, y: Self.bodyY(in: size))
    for index in frame.targets.indices { frame.targets[index].area.y += Self.bodyY(in: size) }
    return frame
  }

  /// A small screen has no blank lines to spare.
  private static func isTight(_ size: Size) -> Bool { size.height < 20 }
  private static func bodyY(in size: Size) -> Int { isTight(size) ? 2 : 3 }

  /// The room between header and footer.
  static func bodySize(in size: Size) -> Size {
    Size(width: size.width, height: size.height - bodyY(in: size) - (isTight(size) ? 1 : 2))
  }

  /// A heading is not cut to less than this for the sake of the position.
  private static let leastHeading = 16

  private func drawHeader(into canvas: inout Canvas) {
    let width = canvas.size.width - 4
    let beside = width - columns(of: position) - 2
    let hasPosition = beside >= min(columns(of: heading), Self.leastHeading)
    let line = StyledText(heading, style: Style(.text, isBold: true))
    canvas.put(line.truncated(width: hasPosition ? beside : width), x: 2, y: 0)
    if hasPosition { canvas.put(position, endX: 2 + width, y: 0, style: .faint) }
    canvas.horizontalRule(y: 1, x: 0, width: canvas.size.width, style: .faint)
  }
}

/// The last line: what can be pressed now.
struct Footer {
  /// At most six of them are shown, and only those that fit; the last one always is.
  let hints: [KeyHint]

  private static let most = 6
  private static let gap = 3

  func draw(into frame: inout Frame) {
    let y = frame.canvas.size.height - 1
    frame.canvas.fill(Rect(x: 0, y: y, width: frame.canvas.size.width, height: 1), with: " ")
    var x = 2
    for hint in shown(width: frame.canvas.size.width - 3, marks: frame.canvas.marks) {
      x = draw(hint, x: x, y: y, into: &frame) + Self.gap
    }
  }

  private func shown(width: Int, marks: Marks) -> [KeyHint] {
    guard let last = hints.last else { return [] }
    var rest = width - columns(of: last.footerText(marks))
    let others = hints.dropLast().prefix(Self.most - 1).filter { hint in
      let needed = columns(of: hint.footerText(marks)) + Self.gap
      guard needed <= rest else { return false }
      rest -= needed
      return true
    }
    return others + [last]
  }

  /// Every key can be clicked; the word is clicked for the last of them.
  ///
  /// - Returns: the column behind the hint.
  private func draw(_ hint: KeyHint, x: Int, y: Int, into frame: inout Frame) -> Int {
    var end = x
    var clicked = hint.keys[...]
    for name in hint.label.spelled(with: frame.canvas.marks).split(separator: " ") {
      let start = end
      end = frame.canvas.put(String(name), x: start, y: y, style: Style(.text, isBold: true)) + 1
      if let key = clicked.popFirst() { frame.target(.press(key), x: start, endX: end, y: y) }
    }
    let start = end
    end = frame.canvas.put(hint.word ?? "", x: start, y: y, style: .faint)
    if let key = hint.keys.last { frame.target(.press(key), x: start, endX: end, y: y) }
    return end
  }
}

extension Frame {
  /// Makes a part of a row clickable.
  mutating func target(_ action: Target.Action, x: Int, endX: Int, y: Int) {
    targets.append(Target(area: Rect(x: x, y: y, width: endX - x, height: 1), action: action))
  }
}

extension KeyHint {
  fileprivate func footerText(_ marks: Marks) -> String {
    "\(label.spelled(with: marks)) \(word ?? "")"
  }
}
