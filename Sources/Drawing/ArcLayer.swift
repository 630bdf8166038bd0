/// The lines of the arcs of a map.
struct ArcLayer {
  /// The cells of the canvas on which there is a line.
  private(set) var cells: Set<GridPoint> = []
  private let frame: Rect
  private var grid: BrailleGrid

  init(frame: Rect, marks: Marks) {
    self.frame = frame
    grid = BrailleGrid(size: frame.size, marks: marks)
  }

  /// Draws arcs into the canvas; where two cross, the later one is on top.
  mutating func draw(_ arcs: [WorldMap.Arc], _ paths: [ArcPath], into canvas: inout Canvas) {
    for (arc, path) in zip(arcs, paths) {
      switch canvas.marks {
      case .braille: addDots(path, style: arc.style)
      case .blocks, .ascii: drawStrokes(path, style: arc.style, into: &canvas)
      }
    }
    grid.draw(into: &canvas, x: frame.x, y: frame.y)
  }

  private mutating func addDots(_ path: ArcPath, style: Style) {
    let perCell = Marks.braille.dotsPerCell
    for piece in path.pieces {
      let dots = thinned(piece.map { $0.dot(perCell: perCell) })
      grid.polyline(dots, style: style)
      for dot in dots {
        cells.insert(
          GridPoint(x: frame.x + dot.x / perCell.width, y: frame.y + dot.y / perCell.height))
      }
    }
  }

  /// Half blocks would make lines as thick as letters, so lines are strokes there, as in ASCII.
  private mutating func drawStrokes(_ path: ArcPath, style: Style, into canvas: inout Canvas) {
    for piece in path.pieces {
      let dots = thinned(piece.map { $0.dot(perCell: Size(width: 1, height: 1)) })
      for (index, dot) in dots.enumerated() where frame.size.holds(dot) {
        let last = dots[max(index - 1, 0)]
        let next = dots[min(index + 1, dots.count - 1)]
        let stroke = stroke(x: next.x - last.x, y: next.y - last.y)
        let cell = GridPoint(x: frame.x + dot.x, y: frame.y + dot.y)
        canvas.write(stroke, x: cell.x, y: cell.y, style: style)
        cells.insert(cell)
      }
    }
  }

  private func stroke(x: Int, y: Int) -> Character {
    if y == 0 { return "─" }
    if x == 0 { return "│" }
    return (x > 0) == (y > 0) ? "\\" : "/"
  }
}

/// The dots without repetitions and without the corners of stairs, so that a line is one dot wide.
private func thinned(_ dots: [GridPoint]) -> [GridPoint] {
  var thin: [GridPoint] = []
  for dot in dots where dot != thin.last {
    if thin.count >= 2, dot.touches(thin[thin.count - 2]) { thin.removeLast() }
    thin.append(dot)
  }
  return thin
}

extension GridPoint {
  fileprivate func touches(_ other: GridPoint) -> Bool {
    abs(x - other.x) <= 1 && abs(y - other.y) <= 1
  }
}

extension Size {
  fileprivate func holds(_ dot: GridPoint) -> Bool {
    dot.x >= 0 && dot.y >= 0 && dot.x < width && dot.y < height
  }
}

extension ArcPath.Position {
  fileprivate func dot(perCell: Size) -> GridPoint {
    GridPoint(
      x: Int((x * Double(perCell.width)).rounded(.down)),
      y: Int((y * Double(perCell.height)).rounded(.down)))
  }
}
