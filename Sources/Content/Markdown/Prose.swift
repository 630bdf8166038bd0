/// Running text that knows where each of its characters stands in the file.
struct Prose {
  struct Place: Equatable {
    let line: Int
    let column: Int
  }

  private(set) var characters: [Character] = []
  private var places: [Place] = []

  /// Lines that belong together; their ends stay in `characters` as newlines.
  init(_ lines: [SourceLine]) {
    for (index, line) in lines.enumerated() {
      for (offset, character) in line.text.enumerated() {
        append(character, at: Place(line: line.number, column: line.column + offset))
      }
      if index + 1 < lines.count {
        let end = line.column + line.text.count
        append("\n", at: Place(line: line.number, column: end))
      }
    }
  }

  /// A text that stands in one line from `place` on, or, if it has several, as a whole there.
  init(_ text: String, at place: Place) {
    let step = text.contains("\n") ? 0 : 1
    for (offset, character) in text.enumerated() {
      append(character, at: Place(line: place.line, column: place.column + offset * step))
    }
  }

  /// The place of the character at `index`; the end of the text is where its last one is.
  func place(at index: Int) -> Place {
    guard let last = places.last else { return Place(line: 1, column: 1) }
    return index < places.count ? places[index] : last
  }

  private mutating func append(_ character: Character, at place: Place) {
    characters.append(character)
    places.append(place)
  }
}
