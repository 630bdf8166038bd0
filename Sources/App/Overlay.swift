import Content
import Drawing
import Exercises

/// Something that floats above a page until it is closed.
enum Overlay: Equatable, Sendable {
  case help
  case contents(selection: Int)
  case search(Search)
  case erratum(Erratum)

  /// - Returns: `nil` for the overlay that stays.
  mutating func update(_ key: Key, book: Book) -> OverlayOutcome {
    if key == .escape { return .close([]) }
    switch self {
    case .help:
      return key == .character("?") || key == .character("q") || key == .enter ? .close([]) : .stay
    case .erratum:
      return key == .character("e") || key == .character("q") || key == .enter ? .close([]) : .stay
    case .contents(let selection): return updateContents(selection, key, book)
    case .search(var search):
      let outcome = search.update(key, book: book)
      self = .search(search)
      return outcome
    }
  }

  private mutating func updateContents(_ selection: Int, _ key: Key, _ book: Book)
    -> OverlayOutcome
  {
    let places = book.allPlaces
    switch key {
    case .up, .character("k"): self = .contents(selection: max(0, selection - 1))
    case .down, .character("j"):
      self = .contents(selection: min(places.count - 1, selection + 1))
    case .enter where places.indices.contains(selection): return .close([.go(places[selection])])
    case .character("m"), .character("q"): return .close([])
    default: break
    }
    return .stay
  }
}

/// What became of an overlay.
enum OverlayOutcome: Equatable, Sendable {
  case stay
  case close([Reaction])
}

extension Book {
  /// Every page, in order.
  var allPlaces: [Place] {
    chapters.indices.flatMap { chapter in
      chapters[chapter].steps.indices.map { .step(chapter: chapter, step: $0) }
    }
  }
}
