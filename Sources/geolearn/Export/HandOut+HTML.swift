import Content
import Drawing
import Exercises

extension HandOut {
  /// The hand-out as one page of HTML5 that loads nothing.
  package var html: String {
    let sheet = SVGStyleSheet(theme: .terminal)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.escapedMarkup)</title>
      <style>
      \(Self.layout)
      \(sheet.rules(for: pictures.map(\.canvas)))
      </style>
      </head>
      <body>
      <main>
      <header>
      <h1>\(heading.escapedMarkup)</h1>
      <p>\(length)</p>
      </header>
      \(section(pages, name: "step", level: 2))\(answersSection)</main>
      </body>
      </html>

      """
  }

  private var answersSection: String {
    guard !answers.isEmpty else { return "" }
    return """
      <section class="answers">
      <h2>Answers</h2>
      \(section(answers, name: "answer", level: 3))</section>

      """
  }

  private func section(_ parts: [Part], name: String, level: Int) -> String {
    parts.enumerated().map { index, part in
      let id = "\(name)-\(index + 1)"
      let writer = HTMLWriter(id: id, level: level + 1)
      return """
        <section aria-labelledby="\(id)">
        <h\(level) id="\(id)">\(part.title.escapedMarkup)</h\(level)>
        \(part.items.map(writer.text).joined())</section>

        """
    }.joined()
  }

  /// Dark grey on white or light grey on black, both with a contrast of more than ten to one.
  private static let layout = """
    :root{color-scheme:light dark;--ink:#262626;--paper:#fff;--soft:#5f5f5f;--rule:#c6c6c6;--link:#005f87}
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
    main{max-width:46rem;margin:0 auto;padding:1rem}
    a{color:var(--link)}
    header p{color:var(--soft)}
    code,pre{font-family:ui-monospace,Menlo,"DejaVu Sans Mono",monospace}
    pre{overflow-x:auto}
    table{border-collapse:collapse}
    th,td{padding:.2rem .8rem;border-bottom:1px solid var(--rule);text-align:left}
    .right{text-align:right}
    .centre{text-align:center}
    figure{margin:1rem 0}
    figure svg{display:block;width:100%;height:auto;border:1px solid var(--rule)}
    figcaption{color:var(--soft)}
    blockquote,.erratum,.question{margin:1rem 0;padding:0 1rem;border-left:4px solid var(--rule)}
    dt{font-weight:bold}
    dd{margin:0 0 .5rem}
    .blank{display:inline-block;min-width:14rem;border-bottom:1px solid var(--ink)}
    @media screen and (prefers-color-scheme:dark){:root{--ink:#d0d0d0;--paper:#121212;--soft:#a8a8a8;--rule:#4e4e4e;--link:#87d7ff}}
    @media print{main{max-width:none}h2,h3{break-after:avoid}figure,.erratum,.question,table{break-inside:avoid}.answers{break-before:page}}
    """
}

/// The items of a part as HTML.
private struct HTMLWriter {
  /// What the names of this part begin with.
  let id: String
  /// Of the headings within the part.
  let level: Int

  func text(of item: HandOut.Item) -> String {
    switch item {
    case .prose(let blocks): blocks.map { $0.html(level: level) }.joined()
    case .question(let exercise): question(exercise)
    case .solution(let key, let text): solution(key: key, text)
    case .picture(let picture): figure(picture)
    case .erratum(let erratum): correction(erratum)
    }
  }

  private func question(_ exercise: Exercise) -> String {
    let label = "Question \(exercise.id)"
    let given = exercise.kind == .prediction ? [] : exercise.given
    let rows = given.map { from, to, trip, isEstimate in
      "<tr><td>\("\(from) – \(to)".escapedMarkup)</td>"
        + "<td class=\"right\">\(isEstimate ? "≈ " : "")\(Quantity.duration(trip).text)</td></tr>\n"
    }
    let options = exercise.options.map { "<li>\($0.escapedMarkup)</li>\n" }
    return """
      <div class="question" role="group" aria-label="\(label.escapedMarkup)">
      <p><strong>\(label.escapedMarkup).</strong> \(exercise.ask.escapedMarkup)</p>
      \(table(rows))\(options.isEmpty ? "" : "<ol type=\"a\">\n\(options.joined())</ol>\n")\
      <p>\(exercise.blank): <span class="blank">&nbsp;</span></p>
      </div>

      """
  }

  private func table(_ rows: [String]) -> String {
    guard !rows.isEmpty else { return "" }
    return "<table>\n<thead><tr><th scope=\"col\">Between</th>"
      + "<th scope=\"col\" class=\"right\">Round trip</th></tr></thead>\n"
      + "<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }

  private func solution(key: String?, _ text: String) -> String {
    let answer = key.map { "<p>The model says <strong>\($0.escapedMarkup)</strong>.</p>\n" } ?? ""
    return answer + (text.isEmpty ? "" : "<p>\(text.escapedMarkup)</p>\n")
  }

  private func figure(_ picture: HandOut.Picture) -> String {
    let size = SVGCell.size(of: picture.canvas.size)
    return """
      <figure>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size.width) \(size.height)" role="img" \
      aria-labelledby="\(id)-title \(id)-text">
      <title id="\(id)-title">\(picture.question.escapedMarkup)</title>
      <desc id="\(id)-text">\(picture.events.joined(separator: " ").escapedMarkup)</desc>
      <rect class="ground" width="100%" height="100%"/>
      \(picture.canvas.svgRows)</svg>
      <figcaption>\(picture.question.escapedMarkup)</figcaption>
      </figure>

      """
  }

  private func correction(_ erratum: Erratum) -> String {
    let parts = [
      ("The handout says", erratum.claim), ("The model says", erratum.truth),
      ("Why", erratum.reason), ("Source", erratum.source),
    ]
    let list = parts.map { "<dt>\($0)</dt><dd>\($1.html)</dd>\n" }.joined()
    return "<aside class=\"erratum\" aria-label=\"Correction of the handout\">\n"
      + "<dl>\n\(list)</dl>\n</aside>\n"
  }
}

extension Block {
  /// - Parameter level: that of the outermost heading.
  fileprivate func html(level: Int) -> String {
    switch self {
    case .heading(let own, let inlines):
      return Self.element("h\(min(6, level + max(0, own - 3)))", inlines.html)
    case .paragraph(let inlines): return Self.element("p", inlines.html)
    case .list(let isOrdered, let items):
      let entries = items.map { Self.element("li", Self.item($0, level)) }.joined()
      return Self.element(isOrdered ? "ol" : "ul", "\n\(entries)")
    case .quote(let blocks):
      return Self.element("blockquote", "\n\(blocks.map { $0.html(level: level) }.joined())")
    case .code(_, let text): return "<pre><code>\(text.escapedMarkup)</code></pre>\n"
    case .table(let header, let alignments, let rows):
      let head = Self.row(header, alignments, cell: "th scope=\"col\"", end: "th")
      let body = rows.map { Self.row($0, alignments, cell: "td", end: "td") }.joined()
      return "<table>\n<thead>\n\(head)</thead>\n<tbody>\n\(body)</tbody>\n</table>\n"
    case .directive: return ""
    }
  }

  private static func element(_ name: String, _ content: String) -> String {
    "<\(name)>\(content)</\(name)>\n"
  }

  /// A paragraph alone in an item needs no element of its own.
  private static func item(_ blocks: [Block], _ level: Int) -> String {
    if case .paragraph(let inlines)? = blocks.first {
      return inlines.html + blocks.dropFirst().map { "\n" + $0.html(level: level) }.joined()
    }
    return blocks.map { $0.html(level: level) }.joined()
  }

  private static func row(
    _ cells: [[Inline]], _ alignments: [Alignment], cell: String, end: String
  ) -> String {
    let written = zip(cells, alignments).map { inlines, alignment in
      let name: String? =
        switch alignment {
        case .left: nil
        case .centre: "centre"
        case .right: "right"
        }
      return "<\(cell)\(name.map { " class=\"\($0)\"" } ?? "")>\(inlines.html)</\(end)>"
    }
    return "<tr>\(written.joined())</tr>\n"
  }
}

extension [Inline] {
  fileprivate var html: String {
    map { inline in
      switch inline {
      case .text(let text): text.escapedMarkup
      case .emphasis(let parts): "<em>\(parts.html)</em>"
      case .strong(let parts): "<strong>\(parts.html)</strong>"
      case .code(let text): "<code>\(text.escapedMarkup)</code>"
      case .link(let parts, let target):
        target.isAddress ? "<a href=\"\(target.escapedMarkup)\">\(parts.html)</a>" : parts.html
      case .number(_, let shown): "<b>\(shown.escapedMarkup.replacing(" ", with: "&nbsp;"))</b>"
      }
    }
    .joined()
  }
}
