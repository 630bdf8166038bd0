/// What a bar is filled with.
package enum BarPattern: Sendable {
  /// Full blocks that end at an eighth of a cell.
  case solid
  /// A light shade, for what is there but not needed; ends at a whole cell.
  case hatched
}

extension Canvas {
  /// Draws a horizontal bar to the right from column `x`, `length` cells long.
  ///
  /// A length above 0 always shows something. ASCII has whole cells only.
  ///
  /// - Returns: The column after the bar.
  @discardableResult
  package mutating func bar(
    x: Int, y: Int, length: Double, pattern: BarPattern = .solid, style: Style
  ) -> Int {
    guard length > 0, length.isFinite else { return x }
    let visible = min(length, Double(max(0, size.width - x)))
    let eighths = pattern == .solid && marks != .ascii
    let units = eighths ? 8 : 1
    let filled = max(1, Int((visible * Double(units)).rounded()))
    let (cells, rest) = filled.quotientAndRemainder(dividingBy: units)
    let block: Character = pattern == .solid ? "█" : "░"
    fill(Rect(x: x, y: y, width: cells, height: 1), with: block, style: style)
    guard rest > 0 else { return x + cells }
    put(eighthBlocks[rest - 1], x: x + cells, y: y, style: style)
    return x + cells + 1
  }

  /// Writes the ticks of a scale that begins in column `x`; the last one has the unit.
  ///
  /// A label stands in the middle below its tick, but never left of `x`; the unit follows the
  /// number, so a scale should leave room for it to the right.
  package mutating func axis(
    _ scale: Scale, x: Int, y: Int, unit: String, style: Style = .faint
  ) {
    let ticks = scale.ticks
    var free = x
    for (tick, label) in zip(ticks, tickLabels(of: ticks, unit: unit)) {
      let digits = label.prefix { $0 != " " }.count
      let wanted = x + Int(scale.column(of: tick)) - digits / 2
      guard wanted >= free || tick == 0 else { continue }
      free = put(label, x: max(free, wanted), y: y, style: style) + 1
    }
  }
}

private let eighthBlocks = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
