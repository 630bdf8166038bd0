import Drawing

/// How the roles of pictures look in a browser.
struct SVGStyleSheet {
  let theme: Theme

  /// The fonts that come with systems, and all have the same width.
  private static let fonts =
    "ui-monospace,\"SF Mono\",Menlo,\"DejaVu Sans Mono\",\"Cascadia Mono\",\"Liberation Mono\","
    + "\"Courier New\",monospace"

  /// The rules that some canvases need. The terminal's own theme follows what the reader prefers,
  /// light or dark, and is light on paper.
  func rules(for canvases: [Canvas]) -> String {
    let styles = Self.styles(in: canvases)
    let frame = """
      text{font:\(SVGCell.fontSize)px \(Self.fonts);white-space:pre}

      """
    guard theme == .terminal else { return frame + rules(styles, theme) }
    return frame + rules(styles, .light)
      + "\n@media screen and (prefers-color-scheme:dark){\n\(rules(styles, .dark))\n}"
  }

  private static func styles(in canvases: [Canvas]) -> [Style] {
    var styles: [String: Style] = [:]
    for canvas in canvases {
      for y in 0..<canvas.size.height {
        for x in 0..<canvas.size.width {
          let style = canvas[x, y].style
          styles[style.cssName] = style
        }
      }
    }
    return styles.sorted { $0.key < $1.key }.map(\.value)
  }

  private func rules(_ styles: [Style], _ theme: Theme) -> String {
    let ground = ".ground{fill:\(theme.background.hex ?? Self.paper)}"
    return ([ground] + styles.map { rule($0, theme) }).joined(separator: "\n")
  }

  private static let paper = "#ffffff"
  private static let ink = "#000000"

  private func rule(_ style: Style, _ theme: Theme) -> String {
    let paint = theme.paint(for: style)
    let colours = (paint.foreground.hex ?? Self.ink, paint.background.hex ?? Self.paper)
    let (ink, ground) = paint.isReversed ? (colours.1, colours.0) : colours
    var declarations = "fill:\(ink)"
    if paint.isBold { declarations += ";font-weight:bold" }
    if paint.isDim { declarations += ";fill-opacity:.7" }
    if paint.isUnderlined { declarations += ";text-decoration:underline" }
    let rule = ".\(style.cssName){\(declarations)}"
    return style.hasGround ? "\(rule)\n.\(style.cssName).ground{fill:\(ground)}" : rule
  }
}

extension Style {
  /// The name of its class.
  var cssName: String {
    let role = Role.allCases.firstIndex(of: role) ?? 0
    return "c\(role)\(isBold ? "b" : "")\(isReversed ? "r" : "")"
  }

  /// Whether some theme gives it a background of its own.
  var hasGround: Bool { isReversed || role == .focus }
}
