import Content
import Drawing

/// An overlay as a framed box in the middle of a page: the only frames that there are.
struct OverlayView {
  let overlay: Overlay
  /// What the help lists.
  let groups: [KeyGroup]
  let book: Book
  let marks: Marks

  /// A line that may be clicked.
  private struct Row {
    let line: StyledText
    var place: Place?
  }

  private struct Content {
    let title: String
    let rows: [Row]
    /// The first row in sight, or where a list is chosen from, the row that must be.
    var first = 0
    var selection: Int?
  }

  /// Draws the box and its own footer; nothing else of the page can be clicked now.
  func draw(over frame: inout Frame) {
    let size = frame.canvas.size
    let content = content(in: size)
    let height = min(content.rows.count, Self.room(in: size))
    let first = Self.first(of: content, height: height)
    let width = Self.width(of: content, in: size)
    var box = Canvas(size: Size(width: width + 4, height: height + 2), marks: marks)
    box.box(box.bounds, title: content.title, style: Style(.link))
    let (x, y) = ((size.width - box.size.width) / 2, (size.height - box.size.height) / 2)
    frame.targets = []
    for (index, row) in content.rows.dropFirst(first).prefix(height).enumerated() {
      box.put(row.line.truncated(width: width), x: 2, y: index + 1)
      guard let place = row.place else { continue }
      frame.target(.go(place), x: x + 1, endX: x + width + 3, y: y + index + 1)
    }
    frame.canvas.paste(box, x: x, y: y)
    Footer(hints: overlay.hints(isCut: height < content.rows.count)).draw(into: &frame)
  }

  /// The first line when the last one is in sight.
  func lastFirst(in size: Size) -> Int {
    max(0, content(in: size).rows.count - Self.room(in: size))
  }

  /// The rows within the frame; around it, header and footer stay in sight.
  private static func room(in size: Size) -> Int { size.height - 4 }

  private static func first(of content: Content, height: Int) -> Int {
    let wanted = content.selection.map { $0 - height + 1 } ?? content.first
    return max(0, min(wanted, content.rows.count - height))
  }

  private static func width(of content: Content, in size: Size) -> Int {
    let longest = content.rows.map(\.line.columns).max() ?? 0
    return min(size.width - 4, content.selection == nil ? longest : max(longest, 56))
  }

  private func content(in size: Size) -> Content {
    let width = min(72, size.width - 6)
    return switch overlay {
    case .help(let first):
      Content(
        title: "Keys",
        rows: groups.helpLines(width: width, rows: Self.room(in: size), marks: marks)
          .map { Row(line: $0) },
        first: first)
    case .erratum(let erratum, let first):
      Content(
        title: "The handout and the model",
        rows: Self.lines(of: erratum, width: width).map { Row(line: $0) }, first: first)
    case .contents(let selection): contents(selection)
    case .search(let search): results(of: search)
    }
  }

  private static func lines(of erratum: Erratum, width: Int) -> [StyledText] {
    let labelWidth = 9
    func part(_ name: String, _ inlines: [Inline], _ style: Style = .text) -> [StyledText] {
      inlines.styled(style).wrapped(width: width - labelWidth).enumerated().map { row, line in
        StyledText((row == 0 ? name : "").padded(to: labelWidth), style: .faint) + line
      }
    }
    return part("handout", erratum.claim) + [StyledText()] + part("model", erratum.truth, .strong)
      + [StyledText()] + part("why", erratum.reason) + [StyledText()]
      + part("source", erratum.source, .faint)
  }

  private func contents(_ selection: Int) -> Content {
    var rows: [Row] = []
    var selectedRow = 0
    for (chapter, content) in book.chapters.enumerated() {
      if !rows.isEmpty { rows.append(Row(line: StyledText())) }
      rows.append(Row(line: StyledText(content.heading, style: Style(.text, isBold: true))))
      for (step, page) in content.steps.enumerated() {
        let place = Place.step(chapter: chapter, step: step)
        let isSelected = rows.count(where: { $0.place != nil }) == selection
        if isSelected { selectedRow = rows.count }
        rows.append(Row(line: Self.line(page.title, isSelected: isSelected), place: place))
      }
    }
    return Content(title: "Contents", rows: rows, selection: selectedRow)
  }

  private func results(of search: Search) -> Content {
    let hits = search.hits
    let typed =
      StyledText("/ ", style: .faint)
      + StyledText(search.field.text, style: Style(.text, isBold: true))
      + StyledText("▏", style: .strong)
    var rows = [Row(line: typed), Row(line: StyledText())]
    rows += hits.enumerated().map { index, hit in
      let text = "\(hit.chapter.padded(to: 8))\(hit.title)"
      return Row(line: Self.line(text, isSelected: index == search.selection), place: hit.place)
    }
    if hits.isEmpty {
      let isEmpty = search.field.text.isEmpty
      let message = isEmpty ? "Type a word: majority, fibre, voter." : "Nothing found."
      rows.append(Row(line: StyledText("  \(message)", style: .faint)))
    }
    return Content(title: "Search", rows: rows, selection: search.selection + 2)
  }

  private static func line(_ text: String, isSelected: Bool) -> StyledText {
    let style = Style(isSelected ? .focus : .text, isBold: isSelected)
    return StyledText("\(isSelected ? "›" : " ") \(text)", style: style)
  }
}
