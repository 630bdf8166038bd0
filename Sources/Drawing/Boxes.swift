extension Canvas {
  /// Draws a frame with round corners along the inside of `rect`, its title in the upper edge.
  ///
  /// What is inside the frame stays as it is. A rectangle narrower or lower than two cells is too
  /// small for a frame, and nothing is drawn.
  package mutating func box(_ rect: Rect, title: String?, style: Style) {
    guard rect.size.width >= 2, rect.size.height >= 2 else { return }
    let (right, bottom) = (rect.endX - 1, rect.endY - 1)
    for y in [rect.y, bottom] {
      horizontalRule(y: y, x: rect.x + 1, width: rect.size.width - 2, style: style)
    }
    for x in [rect.x, right] {
      verticalRule(x: x, y: rect.y + 1, height: rect.size.height - 2, style: style)
    }
    put("╭", x: rect.x, y: rect.y, style: style)
    put("╮", x: right, y: rect.y, style: style)
    put("╰", x: rect.x, y: bottom, style: style)
    put("╯", x: right, y: bottom, style: style)
    if let title { putTitle(title, in: rect, style: style) }
  }

  private mutating func putTitle(_ title: String, in rect: Rect, style: Style) {
    let space = rect.size.width - 6
    guard space >= 1, !title.isEmpty else { return }
    let text = StyledText(title, style: style).truncated(width: space).text
    put(" \(text) ", x: rect.x + 2, y: rect.y, style: style)
  }
}
