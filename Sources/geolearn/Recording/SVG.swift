import Drawing

/// A recording as a picture of the web: a still where there is one shot, else a film that begins
/// again and again. Text is text; nothing is loaded from elsewhere.
package struct SVG {
  let recording: Recording

  package init(_ recording: Recording) {
    self.recording = recording
  }

  /// How long the last picture stands before the film begins again, in milliseconds.
  private static let lastLook = 2000

  /// The whole file.
  package var text: String {
    let canvases = recording.shots.map(\.canvas)
    let (margin, size) = (SVGCell.margin, SVGCell.size(of: recording.size))
    let sheet = SVGStyleSheet(theme: recording.theme)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(size.height + 2 * margin)" \
      viewBox="\(-margin) \(-margin) \(width) \(size.height + 2 * margin)" role="img">
      <title>\(recording.title.escapedMarkup)</title>
      <desc>\(recording.marks.map(\.title.escapedMarkup).joined(separator: "\n"))</desc>
      <style>
      \(sheet.rules(for: canvases))\(isFilm ? motion : "")
      </style>
      <rect class="ground" x="\(-margin)" y="\(-margin)" width="100%" height="100%" rx="6"/>
      \(isFilm ? film : canvases.map(\.svgRows).joined())</svg>

      """
  }

  private var isFilm: Bool { recording.shots.count > 1 }

  // MARK: - Film

  /// All pictures stand side by side on a strip that jumps to the left.
  private var motion: String {
    let total = recording.length + Self.lastLook
    let frames = recording.shots.enumerated().map { index, shot in
      let part = shot.time * 1_000_000 / total
      let rest = String(part % 10_000)
      let percent = "\(part / 10_000).\(String(repeating: "0", count: 4 - rest.count))\(rest)"
      return "\(percent)%{transform:translateX(\(x(of: index))px)}"
    }
    return """

      @keyframes film{\(frames.joined())}
      .film{animation:film \(total)ms steps(1,end) infinite}
      @media (prefers-reduced-motion:reduce){.film{animation:none;\
      transform:translateX(\(x(of: frames.count - 1))px)}}
      """
  }

  private func x(of frame: Int) -> Int { frame == 0 ? 0 : -frame * width }

  private var width: Int { SVGCell.size(of: recording.size).width + 2 * SVGCell.margin }

  /// Rows that never change are drawn once, and of the others every one that is new.
  private var film: String {
    let height = recording.size.height
    let rows = recording.shots.map { shot in (0..<height).map { shot.canvas.svgRow($0, top: 0) } }
    let moving = (0..<height).filter { y in rows.contains { $0[y] != rows[0][y] } }
    let still = (0..<height).filter { !moving.contains($0) }
    var names: [String: Int] = [:]
    var drawn: [String] = []
    let strip = rows.enumerated().map { frame, rows in
      let uses = moving.filter { !rows[$0].isEmpty }.map { y in
        if names[rows[y]] == nil {
          names[rows[y]] = drawn.count
          drawn.append("<g id=\"r\(drawn.count)\">\(rows[y])</g>\n")
        }
        return "<use href=\"#r\(names[rows[y]] ?? 0)\" y=\"\(y * SVGCell.height)\"/>"
      }
      return "<g transform=\"translate(\(-x(of: frame)))\">\(uses.joined())</g>\n"
    }
    let first = recording.shots[0].canvas
    let standing = still.map { first.svgRow($0, top: $0 * SVGCell.height) }.filter { !$0.isEmpty }
    return "<defs>\n\(drawn.joined())</defs>\n\(standing.map { "\($0)\n" }.joined())"
      + "<g class=\"film\">\n\(strip.joined())</g>\n"
  }
}

/// The measures of a cell: those of nearly all monospaced fonts at 15 pixels.
enum SVGCell {
  static let width = 9
  static let height = 18
  static let baseline = 14
  static let fontSize = 15
  /// Around the whole.
  static let margin = 9

  static func size(of size: Size) -> Size {
    Size(width: size.width * width, height: size.height * height)
  }
}

extension Canvas {
  /// All rows that hold something, one line each.
  var svgRows: String {
    (0..<size.height).map { svgRow($0, top: $0 * SVGCell.height) }.filter { !$0.isEmpty }
      .map { "\($0)\n" }.joined()
  }

  /// A row with its upper edge at a height; empty where it is blank.
  func svgRow(_ y: Int, top: Int) -> String {
    let backgrounds = backgrounds(y).map { columns, style in
      "<rect class=\"\(style.cssName) ground\" x=\"\(columns.lowerBound * SVGCell.width)\" "
        + "y=\"\(top)\" width=\"\(columns.count * SVGCell.width)\" height=\"\(SVGCell.height)\"/>"
    }
    let runs = runs(y)
    guard !runs.isEmpty else { return backgrounds.joined() }
    return "\(backgrounds.joined())<text y=\"\(top + SVGCell.baseline)\">"
      + runs.map(\.markup).joined() + "</text>"
  }

  /// The stretches of a row whose background is not that of the screen.
  private func backgrounds(_ y: Int) -> [(Range<Int>, Style)] {
    var found: [(Range<Int>, Style)] = []
    for x in 0..<size.width where self[x, y].style.hasGround {
      if let last = found.last, last.0.upperBound == x, last.1 == self[x, y].style {
        found[found.count - 1].0 = last.0.lowerBound..<x + 1
      } else {
        found.append((x..<x + 1, self[x, y].style))
      }
    }
    return found
  }

  /// Blanks belong to the run before them, and those before the first one to none: many viewers
  /// leave out the blanks with which a text begins.
  private func runs(_ y: Int) -> [SVGRun] {
    var runs: [SVGRun] = []
    for x in 0..<lastColumn(y) where !self[x, y].text.isEmpty {
      let cell = self[x, y]
      if let last = runs.last, last.takes(cell) {
        runs[runs.count - 1].add(cell, x: x)
      } else if cell.text != " " {
        runs.append(SVGRun(cell, x: x))
      }
    }
    return runs
  }

  /// The column behind the last one that is not blank.
  private func lastColumn(_ y: Int) -> Int {
    (0..<size.width).last { ![" ", ""].contains(self[$0, y].text) }.map { $0 + 1 } ?? 0
  }
}

/// Neighbours in a row that are drawn alike.
private struct SVGRun {
  private var style: Style
  private var text: String
  private var columns: [Int]
  /// Other characters may come from another font, so that each is put at its own column.
  private var isASCII: Bool

  init(_ cell: Cell, x: Int) {
    style = cell.style
    text = cell.text
    columns = [x]
    isASCII = cell.text.utf8.count == 1
  }

  func takes(_ cell: Cell) -> Bool {
    if cell.text == " " { return true }
    // A gap is where another column begins; marks may be wider than their cells.
    let gap = isASCII ? "  " : " "
    return cell.style == style && (cell.text.utf8.count == 1) == isASCII && !text.hasSuffix(gap)
  }

  mutating func add(_ cell: Cell, x: Int) {
    text += cell.text
    columns.append(x)
  }

  var markup: String {
    let places = (isASCII ? [columns[0]] : columns).map { "\($0 * SVGCell.width)" }
    return "<tspan class=\"\(style.cssName)\" x=\"\(places.joined(separator: " "))\">"
      + "\(text.escapedMarkup)</tspan>"
  }
}

extension String {
  /// The text as XML and HTML hold it, between tags or in quotes.
  var escapedMarkup: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
