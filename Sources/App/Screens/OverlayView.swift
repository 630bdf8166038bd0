import Content
import Drawing

/// An overlay as a framed box in the middle of the screen: the only frames that there are.
struct OverlayView {
  let overlay: Overlay
  let help: HelpText
  let book: Book

  func draw(over canvas: inout Canvas) {
    let wanted = content(width: min(72, canvas.size.width - 8))
    let height = min(wanted.lines.count, canvas.size.height - 4)
    let first = max(0, min(wanted.focus - height + 1, wanted.lines.count - height))
    let width = min(wanted.width, canvas.size.width - 4)
    var box = Canvas(size: Size(width: width + 4, height: height + 2), marks: canvas.marks)
    box.box(box.bounds, title: wanted.title, style: Style(.link))
    for (row, line) in wanted.lines.dropFirst(first).prefix(height).enumerated() {
      box.put(line.truncated(width: width), x: 2, y: row + 1)
    }
    canvas.paste(
      box, x: (canvas.size.width - box.size.width) / 2,
      y: max(0, (canvas.size.height - box.size.height) / 2))
  }

  private struct Content {
    let title: String
    let lines: [StyledText]
    /// The row that must be visible.
    var focus = 0
    let width: Int
  }

  private func content(width: Int) -> Content {
    switch overlay {
    case .help: Content(title: "Keys", lines: help.lines, width: min(width, help.width))
    case .contents(let selection): contents(selection, width: width)
    case .search(let search): results(of: search, width: width)
    case .erratum(let erratum):
      Content(title: "The handout and the model", lines: lines(of: erratum, width: width), width: width)
    }
  }

  private func lines(of erratum: Erratum, width: Int) -> [StyledText] {
    func part(_ name: String, _ inlines: [Inline], _ style: Style = .text) -> [StyledText] {
      let label = StyledText(name.padded(to: 9), style: .faint)
      let lines = inlines.styled(style).wrapped(width: width - 9)
      return lines.enumerated().map { ($0.offset == 0 ? label : StyledText("         ")) + $0.element }
    }
    return part("handout", erratum.claim) + [StyledText()] + part("model", erratum.truth, .strong)
      + [StyledText()] + part("why", erratum.reason) + [StyledText()]
      + part("source", erratum.source, .faint)
  }

  private func contents(_ selection: Int, width: Int) -> Content {
    var lines: [StyledText] = []
    var focus = 0
    var index = 0
    for chapter in book.chapters {
      if !lines.isEmpty { lines.append(StyledText()) }
      lines.append(StyledText(chapter.heading, style: Style(.text, isBold: true)))
      for page in chapter.steps {
        if index == selection { focus = lines.count }
        lines.append(Self.row(page.title, isSelected: index == selection))
        index += 1
      }
    }
    return Content(title: "Contents", lines: lines, focus: focus, width: min(width, 56))
  }

  private func results(of search: Search, width: Int) -> Content {
    let hits = search.hits(in: book)
    var lines = [
      StyledText("/ ", style: .faint) + StyledText(search.field.text, style: Style(.focus, isBold: true))
        + StyledText("▏", style: Style(.focus)),
      StyledText(),
    ]
    lines += hits.enumerated().map { index, hit in
      Self.row("\(hit.chapter.padded(to: 8))\(hit.title)", isSelected: index == search.selection)
    }
    if hits.isEmpty {
      let message = search.field.text.isEmpty ? "Type a word: quorum, fibre, voter." : "Nothing found."
      lines.append(StyledText("  \(message)", style: .faint))
    }
    return Content(title: "Search", lines: lines, focus: search.selection + 2, width: min(width, 56))
  }

  private static func row(_ text: String, isSelected: Bool) -> StyledText {
    let style = Style(isSelected ? .focus : .text, isBold: isSelected)
    return StyledText("\(isSelected ? "›" : " ") \(text)", style: style)
  }
}

extension String {
  /// The string with blanks behind it up to a number of characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
