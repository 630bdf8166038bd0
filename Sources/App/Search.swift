import Content
import Drawing
import Exercises

/// A search through titles and texts, as it is typed.
struct Search: Equatable, Sendable {
  private(set) var field = Field()
  private(set) var selection = 0
  /// Every page of the book, read once when the search is opened.
  private let pages: [Searchable]

  struct Hit: Equatable, Sendable {
    let place: Place
    let chapter: String
    let title: String
  }

  /// A page in lower case.
  private struct Searchable: Equatable, Sendable {
    let hit: Hit
    let title: String
    let text: String
  }

  init(_ book: Book) {
    pages = book.chapters.enumerated().flatMap { chapterIndex, chapter in
      chapter.steps.indices.map { index in
        let page = book.page(chapter: chapterIndex, step: index)
        let hit = Hit(
          place: .step(chapter: chapterIndex, step: index), chapter: chapter.label,
          title: page.title)
        let title = "\(chapter.heading) \(page.title)".lowercased()
        return Searchable(
          hit: hit, title: title, text: "\(title) \(page.plainText.lowercased())")
      }
    }
  }

  mutating func update(_ key: Key) -> OverlayOutcome {
    switch key {
    case .up: selection = max(0, selection - 1)
    case .down: selection = max(0, min(hits.count - 1, selection + 1))
    case .enter:
      let hits = hits
      return hits.indices.contains(selection) ? .close([.go(hits[selection].place)]) : .stay
    default: if field.take(key) { selection = 0 }
    }
    return .stay
  }

  /// Pages that hold every word typed; titles before texts.
  var hits: [Hit] {
    let words = field.text.lowercased().split(separator: " ")
    guard !words.isEmpty else { return [] }
    let inTitles = pages.filter { page in words.allSatisfy { page.title.contains($0) } }
    let inTexts = pages.filter { page in
      words.allSatisfy { page.text.contains($0) } && !inTitles.contains(page)
    }
    return (inTitles + inTexts).map(\.hit)
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
