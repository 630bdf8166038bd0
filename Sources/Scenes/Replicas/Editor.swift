import GeoModel

/// A key pressed in an editor.
enum EditorKey: Equatable, Sendable {
  case type(String)
  case erase, left, right
}

/// A replica of a text, with the cursor of the one who sits before it.
struct Editor<Text: EditedText>: Replicated {
  private(set) var text = Text()
  /// How many characters stand before it.
  private(set) var cursor = 0

  var value: String { text.value }
  var length: Int { text.value.unicodeScalars.count }

  /// The character that an erasure would take away.
  var erased: String {
    let scalars = Array(text.value.unicodeScalars)
    return cursor > 0 && cursor <= scalars.count ? String(scalars[cursor - 1]) : ""
  }

  mutating func apply(_ key: EditorKey, at replica: ReplicaID) throws(Refusal) {
    switch key {
    case .type(let typed):
      try text.apply(.insert(at: cursor, typed), at: replica)
      cursor += typed.unicodeScalars.count
    case .erase:
      try text.apply(.delete(at: cursor - 1, count: 1), at: replica)
      cursor -= 1
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(length, cursor + 1)
    }
  }

  /// Merges the text; the cursor stays behind the character that it stood behind, or where that is
  /// gone without a trace, behind the one before.
  mutating func merge(_ other: Editor) {
    let before = text.pieces.filter { !$0.isDeleted }.prefix(cursor)
    text.merge(other.text)
    cursor = before.reversed().lazy.compactMap(place(behind:)).first ?? 0
  }

  private func place(behind anchor: TextPiece) -> Int? {
    let pieces = text.pieces
    guard let index = pieces.firstIndex(where: { $0.marks == anchor.marks }) else { return nil }
    return pieces.prefix(index + 1).filter { !$0.isDeleted }.count
  }
}

/// An element of a replicated text, as a picture shows it.
struct TextPiece: Equatable, Sendable {
  let character: Unicode.Scalar
  let author: String
  /// What names the element, in parts: no other has the same.
  let marks: [String]
  let isDeleted: Bool
}

/// A replicated text that can be shown element by element.
protocol EditedText: Replicated where Update == TextEdit, Value == String {
  /// In the order of the text, with the deleted elements that are kept.
  var pieces: [TextPiece] { get }
  /// What the parts of a name are.
  static var markNames: [String] { get }
  /// What becomes of a deleted element, as the end of a sentence.
  static var fateOfDeleted: String { get }
  /// How much is kept, in a few words.
  static func census(of pieces: [TextPiece]) -> String
}

extension RGA: EditedText {
  var pieces: [TextPiece] {
    elements.map {
      TextPiece(
        character: $0.character, author: $0.id.replica.name,
        marks: [$0.id.replica.name, "\($0.id.counter)"], isDeleted: $0.isDeleted)
    }
  }

  static var markNames: [String] { ["by", "id"] }
  static var fateOfDeleted: String { "a tombstone stays" }

  static func census(of pieces: [TextPiece]) -> String {
    let tombstones = pieces.filter(\.isDeleted).count
    return "characters \(pieces.count - tombstones)   tombstones \(tombstones)"
  }
}

extension LSEQ: EditedText {
  private static var mostDigits: Int { 3 }

  var pieces: [TextPiece] {
    elements.map { element in
      let digits = element.position.steps.map { "\($0.digit)" }
      return TextPiece(
        character: element.character, author: element.replica.name,
        marks: [element.replica.name] + digits, isDeleted: false)
    }
  }

  static var markNames: [String] { ["by", "at"] }
  static var fateOfDeleted: String { "its position is free" }

  static func census(of pieces: [TextPiece]) -> String {
    let deepest = pieces.map { $0.marks.count - 1 }.max() ?? 0
    return "characters \(pieces.count)   most digits \(deepest)"
  }
}
