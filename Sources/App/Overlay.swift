import Content

/// Something that floats above a page until it is closed.
enum Overlay: Equatable, Sendable {
  /// Shown from a line on.
  case help(first: Int)
  case erratum(Erratum, first: Int)
  case contents(selection: Int)
  case search(Search)

  /// - Parameter lastFirst: the first line when the last line is in sight.
  mutating func update(_ key: Key, book: Book, lastFirst: @autoclosure () -> Int) -> OverlayOutcome
  {
    if key == .escape { return .close([]) }
    switch self {
    case .help(let first):
      self = .help(first: first.moved(by: key, to: lastFirst()))
      return key == .character("?") ? .close([]) : closing(key)
    case .erratum(let erratum, let first):
      self = .erratum(erratum, first: first.moved(by: key, to: lastFirst()))
      return key == .character("e") ? .close([]) : closing(key)
    case .contents(let selection):
      let places = book.allPlaces
      self = .contents(selection: selection.moved(by: key, to: places.count - 1))
      if key == .enter, places.indices.contains(selection) {
        return .close([.go(places[selection])])
      }
      return key == .character("m") || key == .character("q") ? .close([]) : .stay
    case .search(var search):
      let outcome = search.update(key)
      self = .search(search)
      return outcome
    }
  }

  private func closing(_ key: Key) -> OverlayOutcome {
    key == .character("q") || key == .enter ? .close([]) : .stay
  }

  /// What can be pressed while it is open.
  ///
  /// - Parameter isCut: whether there are lines out of sight.
  func hints(isCut: Bool) -> [KeyHint] {
    let close = KeyHint("Esc", [.escape], "close", word: "close")
    let move = { (word: String) in KeyHint("↑ ↓", [.up, .down], word, word: word) }
    return switch self {
    case .help, .erratum: (isCut ? [move("read on")] : []) + [close]
    case .contents, .search:
      [KeyHint("Enter", [.enter], "open", word: "open"), move("choose"), close]
    }
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

extension Int {
  /// The line of a list to which a key moves from this one, up to the last.
  func moved(by key: Key, to last: Int) -> Int {
    let wanted =
      switch key {
      case .up, .character("k"): self - 1
      case .down, .character("j"): self + 1
      case .pageUp: self - 10
      case .pageDown: self + 10
      case .home: 0
      case .end: last
      default: self
      }
    return Swift.max(0, Swift.min(last, wanted))
  }
}
