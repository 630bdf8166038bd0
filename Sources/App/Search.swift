import Content
import Drawing
import Exercises

/// A search through titles and texts, as it is typed.
struct Search: Equatable, Sendable {
  private(set) var field = Field()
  private(set) var selection = 0

  struct Hit: Equatable, Sendable {
    let place: Place
    let chapter: String
    let title: String
  }

  mutating func update(_ key: Key, book: Book) -> OverlayOutcome {
    switch key {
    case .up: selection = max(0, selection - 1)
    case .down: selection = max(0, min(hits(in: book).count - 1, selection + 1))
    case .enter:
      let hits = hits(in: book)
      return hits.indices.contains(selection) ? .close([.go(hits[selection].place)]) : .stay
    default: if field.take(key) { selection = 0 }
    }
    return .stay
  }

  /// Pages that hold every word typed; titles before texts.
  func hits(in book: Book) -> [Hit] {
    let words = field.text.lowercased().split(separator: " ")
    guard !words.isEmpty else { return [] }
    var inTitles: [Hit] = []
    var inTexts: [Hit] = []
    for (chapterIndex, chapter) in book.chapters.enumerated() {
      for (index, page) in chapter.steps.enumerated() {
        let hit = Hit(
          place: .step(chapter: chapterIndex, step: index), chapter: chapter.label,
          title: page.title)
        let title = "\(chapter.heading) \(page.title)".lowercased()
        let text = title + " " + page.plainText.lowercased()
        if words.allSatisfy({ title.contains($0) }) {
          inTitles.append(hit)
        } else if words.allSatisfy({ text.contains($0) }) {
          inTexts.append(hit)
        }
      }
    }
    return inTitles + inTexts
  }
}

extension StepPage {
  /// Everything that can be read on the page, for searching.
  var plainText: String {
    let erratum = erratum.map { [$0.claim, $0.truth, $0.reason].map(\.plainText) } ?? []
    return ((prose + revealed).map(\.plainText) + [exercise?.ask ?? ""] + erratum)
      .joined(separator: " ")
  }
}

extension Block {
  /// What a reader sees, without any style.
  package var plainText: String {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .list(_, let items): items.joined().map(\.plainText).joined(separator: " ")
    case .quote(let blocks): blocks.map(\.plainText).joined(separator: " ")
    case .code(_, let text): text
    case .table(let header, _, let rows):
      (header + rows.joined()).map(\.plainText).joined(separator: " ")
    case .directive: ""
    }
  }
}
