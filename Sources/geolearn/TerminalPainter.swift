import CNcurses
import Drawing
import Foundation

/// Puts cells on the screen of the running curses.
struct TerminalPainter {
  private let depth: ColourDepth
  private let marks: Marks
  private var pairs: [[Int]: Int16] = [[-1, -1]: 0]

  /// Starts colours, so curses must have been started.
  init(marks: Marks, usesColour: Bool) {
    self.marks = marks
    depth = usesColour ? ColourDepth(count: Int(screen_start_colours())) : .none
  }

  /// Blanks the whole screen in the colours of `theme`.
  mutating func blank(_ theme: Theme) {
    let ink = ink(for: paint(for: Style(.text), theme))
    screen_blank(A_NORMAL, ink.pair)
  }

  /// Puts the cell in column `x` of row `y`, which covers one or two `columns`.
  mutating func put(_ cell: Cell, x: Int, y: Int, columns: Int, theme: Theme) {
    let ink = ink(for: paint(for: cell.style, theme))
    let scalars = TerminalText.scalars(of: cell.text, columns: columns, marks: marks)
    // Where the C library finds the grapheme narrower than we do, the rest must not stay as it was.
    if columns == 2 { screen_put(Int32(x + 1), Int32(y), [0x20], 1, ink.attributes, ink.pair) }
    screen_put(Int32(x), Int32(y), scalars, Int32(scalars.count), ink.attributes, ink.pair)
  }

  /// Without colours a theme that marks by them would lose what has the focus; one without does not.
  private func paint(for style: Style, _ theme: Theme) -> Paint {
    (depth == .none ? Theme.mono : theme).paint(for: style)
  }

  private mutating func ink(for paint: Paint) -> (attributes: attr_t, pair: Int16) {
    let choice = depth.choice(for: paint)
    let attributes: [(Bool, ScreenAttribute)] = [
      (choice.isBold, SCREEN_BOLD), (paint.isDim, SCREEN_DIM),
      (paint.isReversed, SCREEN_REVERSED), (paint.isUnderlined, SCREEN_UNDERLINED),
    ]
    let sum = attributes.reduce(0) { $1.0 ? $0 + $1.1.rawValue : $0 }
    return (screen_attributes(Int32(sum)), pair(choice))
  }

  // When all pairs are taken the terminal's own colours must do.
  private mutating func pair(_ choice: ColourDepth.Choice) -> Int16 {
    let key = [choice.foreground, choice.background]
    if let pair = pairs[key] { return pair }
    let pair = Int16(pairs.count)
    guard depth != .none, pair < screen_pair_count(),
      init_pair(pair, Int16(choice.foreground), Int16(choice.background)) == OK
    else { return 0 }
    pairs[key] = pair
    return pair
  }
}
