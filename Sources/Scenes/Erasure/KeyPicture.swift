import Drawing
import GeoCrypto
import GeoModel

/// The keys above, the copies that they seal below, a column for each subject.
struct KeyPicture {
  let trial: ShreddingTrial
  /// Who is being erased.
  let subject: String
  let scope: EncryptionKey.Scope
  let showsBackup: Bool
  /// Whether everything has been done that will be done.
  let isOver: Bool

  private var subjects: [String] { trial.subjects }
  private var keyRows: [(label: String, copy: KeyCopy)] {
    [("wrapped keys", .wrapped), ("in memory", .cached)]
      + (showsBackup ? [("key backup", .backedUp)] : [])
  }

  /// The region's key, the rows of keys, the subjects, their copies, and what it comes to.
  var idealHeight: Int { 1 + keyRows.count + 1 + trial.places.count + 3 }

  func draw(into canvas: inout Canvas) {
    let hasRoom = canvas.size.height >= idealHeight
    let columns = Columns(width: canvas.size.width, count: subjects.count)
    drawTree(columns, into: &canvas)
    for (row, keys) in keyRows.enumerated() {
      drawKeys(keys.copy, label: keys.label, y: 1 + row, columns, into: &canvas)
    }
    var y = 1 + keyRows.count + (hasRoom ? 1 : 0)
    for place in trial.places {
      drawCopies(in: place, y: y, columns, into: &canvas)
      y += 1
    }
    drawVerdict(y: y + (hasRoom ? 1 : 0), columns, into: &canvas)
  }

  // MARK: - Keys

  /// From the region's key a line to every key that it wraps.
  private func drawTree(_ columns: Columns, into canvas: inout Canvas) {
    canvas.put("region's key", x: columns.margin, y: 0)
    let last = scope == .region ? 0 : subjects.count - 1
    let start = columns.x(0) - 2
    canvas.horizontalRule(y: 0, x: start, width: columns.x(last) - start, style: Style(.link))
    canvas.put("●", x: start, y: 0, style: Mark.leader.style)
    for column in 0...last {
      canvas.put(column == last ? "┐" : "┬", x: columns.x(column), y: 0, style: Style(.link))
    }
  }

  private func drawKeys(
    _ copy: KeyCopy, label: String, y: Int, _ columns: Columns, into canvas: inout Canvas
  ) {
    canvas.put(label, x: columns.margin, y: y, maxWidth: columns.labelWidth)
    let owners = scope == .region ? Array(subjects.prefix(1)) : subjects
    for (column, owner) in owners.enumerated() {
      let look = look(of: copy, owner: owner)
      canvas.put(look.mark, x: columns.x(column), y: y, style: look.style)
      canvas.put(look.word, x: columns.x(column) + 2, y: y, style: look.style)
    }
  }

  private func look(of copy: KeyCopy, owner: String) -> (mark: String, word: String, style: Style) {
    let isThere = trial.copies(ofKeyOf: owner).contains(copy)
    let name = scope == .region ? "one for all" : owner
    return switch (isThere, copy) {
    case (true, _): ("○", name, Style(.voter))
    case (false, .cached): ("·", "forgotten", .faint)
    case (false, .wrapped), (false, .backedUp): ("✘", "DESTROYED", Style(.lost))
    }
  }

  // MARK: - Copies

  private func drawCopies(
    in place: ShreddingTrial.Place, y: Int, _ columns: Columns, into canvas: inout Canvas
  ) {
    canvas.put(place.name, x: columns.margin, y: y, maxWidth: columns.labelWidth)
    for (column, owner) in subjects.enumerated() {
      guard let opening = trial.opening(of: owner, in: place) else { continue }
      let look = look(of: opening, owner: owner)
      canvas.put(look.mark, x: columns.x(column), y: y, style: look.style)
      let x = canvas.put(look.word, x: columns.x(column) + 2, y: y, style: look.style) + 1
      let bytes = place.isSealed ? sample(of: owner) : "plain text"
      guard x + Drawing.columns(of: bytes) <= columns.x(column + 1) - 1 else { continue }
      canvas.put(bytes, x: x, y: y, style: .faint)
    }
  }

  /// What is right for the one who is erased is wrong for everybody else.
  private func look(of opening: Opening, owner: String) -> (
    mark: String, word: String, style: Style
  ) {
    switch (opening.isReadable, owner == subject) {
    case (true, false): ("✔", "opens", Style(.healthy))
    case (false, false): ("✘", "LOST", Mark.lost.style)
    case (false, true): ("✔", "closed", Style(.healthy))
    case (true, true): isOver ? ("✘", "OPENS", Mark.lost.style) : ("○", "opens", .text)
    }
  }

  /// The first bytes of the ciphertext.
  private func sample(of owner: String) -> String {
    let bytes = trial.records[owner]?.ciphertext.prefix(2) ?? []
    return bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private func drawVerdict(y: Int, _ columns: Columns, into canvas: inout Canvas) {
    let copies = trial.places.count
    let left = trial.readable(of: subject).count
    let lost = trial.collateral(of: subject)
    let erased =
      left == 0
      ? StyledText("\(subject): 0 of \(copies) copies open", style: isOver ? .strong : .text)
      : StyledText(
        "\(subject): \(left) of \(copies) copies open",
        style: isOver ? Mark.lost.style : .text)
    let others =
      lost.isEmpty
      ? StyledText("   everybody else: all open")
      : StyledText("   ✘ LOST too: \(lost.joined(separator: ", "))", style: Mark.lost.style)
    canvas.put(
      (erased + others).truncated(width: canvas.size.width - 2 * columns.margin),
      x: columns.margin, y: y)
  }
}

/// A column of labels and one for each subject.
private struct Columns {
  let margin: Int
  let labelWidth = 14
  private let first: Int
  private let step: Int

  init(width: Int, count: Int) {
    margin = width < 50 ? 0 : 2
    first = margin + labelWidth + 4
    step = min(22, max(8, (width - margin - first) / max(1, count)))
  }

  func x(_ column: Int) -> Int { first + column * step }
}
