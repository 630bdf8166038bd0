import Drawing

extension Canvas {
  /// The word at a cell; `nil` where there is a blank or a mark.
  func word(x: Int, y: Int) -> String? {
    words(in: y).first { $0.columns.contains(x) }?.text
  }

  /// Marks a word wherever it stands.
  mutating func mark(_ word: String, in rows: Range<Int>) {
    for y in rows {
      for (text, columns) in words(in: y) where text == word {
        restyle(Rect(x: columns.lowerBound, y: y, width: columns.count, height: 1)) {
          $0 = Style($0.role, isBold: true, isReversed: !$0.isReversed)
        }
      }
    }
  }

  /// Letters and digits, with what joins them to names and numbers: `us-east`, `1.59`.
  private func words(in y: Int) -> [(text: String, columns: Range<Int>)] {
    let cells = (0..<size.width).map { x in
      isLetter(x, y) || (isLetter(x - 1, y) && isLetter(x + 1, y) && isJoint(x, y))
    }
    return cells.indices.split { !cells[$0] }.map { columns in
      (columns.map { self[$0, y].text }.joined(), columns.startIndex..<columns.endIndex)
    }
  }

  private func isLetter(_ x: Int, _ y: Int) -> Bool {
    self[x, y].text.first.map { $0.isLetter || $0.isNumber } ?? false
  }

  private func isJoint(_ x: Int, _ y: Int) -> Bool {
    ["-", ".", ",", "'"].contains(self[x, y].text)
  }
}
