import Content
import Drawing

/// A scene with its question and knobs above it and its narration below: one page's picture.
package struct SceneFrame {
  private let scene: any Scene
  private let time: Duration
  private let knobs: [Knob]
  private let focus: Int?
  private let status: String
  private let narratesAbove: Bool
  private let narrationHeight = 2

  /// A picture of one moment.
  ///
  /// - Parameters:
  ///   - knobs: the arguments that the learner may change, with their present values.
  ///   - focus: which knob the keyboard turns.
  ///   - status: a word or two at the right of the narration.
  ///   - narratesAbove: whether the narration stands between question and picture, where the last
  ///     rows of a room can see it, and not below.
  package init(
    scene: any Scene, time: Duration, knobs: [Knob] = [], focus: Int? = nil, status: String = "",
    narratesAbove: Bool = false
  ) {
    self.scene = scene
    self.time = time
    self.knobs = knobs
    self.focus = focus
    self.status = status
    self.narratesAbove = narratesAbove
  }

  /// Draws from the top; a canvas higher than the picture needs stays empty below it.
  package func draw(into canvas: inout Canvas) {
    let size = canvas.size
    let top = drawHead(into: &canvas) + (size.height < 10 ? 0 : 1)
    let ideal = scene.idealHeight(width: size.width)
    let height = min(max(0, size.height - top - narrationHeight), ideal)
    let gap = min(1, size.height - top - narrationHeight - height)
    var picture = Canvas(size: Size(width: size.width, height: height), marks: canvas.marks)
    scene.draw(at: time, into: &picture)
    canvas.paste(picture, x: 0, y: narratesAbove ? top + narrationHeight + gap : top)
    drawNarration(y: narratesAbove ? top : top + height + gap, into: &canvas)
  }

  /// The question on the left and the knobs on the right, or below where there is no room.
  ///
  /// - Returns: the row below.
  private func drawHead(into canvas: inout Canvas) -> Int {
    let width = canvas.size.width
    let question = StyledText(scene.question, style: Style(.text, isBold: true))
    canvas.put(question.truncated(width: width - 4), x: 2, y: 0)
    let line = knobLine
    guard line.columns > 0 else { return 1 }
    let fitsBeside = question.columns + line.columns + 6 <= width
    let x = fitsBeside ? width - 2 - line.columns : 2
    canvas.put(line.truncated(width: width - 4), x: x, y: fitsBeside ? 0 : 1)
    return fitsBeside ? 1 : 2
  }

  private var knobLine: StyledText {
    knobs.enumerated().reduce(StyledText()) { line, item in
      let isFocused = item.offset == focus
      return line + StyledText(item.offset == 0 ? "" : "   ")
        + StyledText("\(item.element.key) ", style: .faint)
        + StyledText(
          "‹ \(item.element.value) ›", style: Style(isFocused ? .focus : .text, isBold: isFocused))
    }
  }

  private func drawNarration(y: Int, into canvas: inout Canvas) {
    let width = canvas.size.width
    canvas.put(status, endX: width - 2, y: y, style: .faint)
    let measure = width - 6 - columns(of: status)
    canvas.put(
      narration(width: measure), in: Rect(x: 2, y: y, width: measure, height: narrationHeight))
  }

  /// What has happened last; of events that coincide, the last ones, as many as have room.
  private func narration(width: Int) -> [StyledText] {
    let sentences = scene.coincidingEvents(at: time).map(\.sentence)
    let candidates = sentences.indices.lazy.map { first in
      StyledText(sentences[first...].joined(separator: " ")).wrapped(width: width)
    }
    return candidates.first { $0.count <= narrationHeight } ?? candidates.last ?? []
  }
}
