extension Canvas {
  /// Hands out every cell that differs from the same one of another canvas, row by row; all cells
  /// where there is none, or one of another size.
  ///
  /// A wide character is handed out once, with the two columns that it covers.
  package func forEachChange(
    since other: Canvas?, _ use: (_ cell: Cell, _ x: Int, _ y: Int, _ columns: Int) -> Void
  ) {
    let old = other?.size == size ? other : nil
    for y in 0..<size.height {
      for x in 0..<size.width {
        let cell = self[x, y]
        guard !cell.text.isEmpty, old.map({ $0[x, y] != cell }) ?? true else { continue }
        let isWide = x + 1 < size.width && self[x + 1, y].text.isEmpty
        use(cell, x, y, isWide ? 2 : 1)
      }
    }
  }
}
