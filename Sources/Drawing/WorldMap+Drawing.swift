extension WorldMap {
  func drawLand(into canvas: inout Canvas, projection: MapProjection) {
    let raster = LandRaster(land: land, projection: projection)
    let frame = projection.frame
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        guard let texture = raster.texture(x: x, y: y, marks: canvas.marks) else { continue }
        canvas.write(texture, x: frame.x + x, y: frame.y + y, style: Style(.land))
      }
    }
  }

  /// Writes the labels, each with a clear column on both sides where there is only land.
  func drawLabels(_ markers: [Marker], _ layout: MarkerLayout, into canvas: inout Canvas) {
    for (marker, rect) in zip(markers, layout.labels) {
      guard let rect else { continue }
      canvas.put(marker.label, x: rect.x, y: rect.y, style: marker.style)
      for x in [rect.x - 1, rect.endX] where canvas[x, rect.y].style.role == .land {
        canvas.write(" ", x: x, y: rect.y, style: .text)
      }
    }
  }

  func drawPackets(_ arcs: [Arc], _ paths: [ArcPath], into canvas: inout Canvas) {
    for (arc, path) in zip(arcs, paths) {
      for packet in arc.packets {
        let cell = path.cell(at: packet.fraction)
        canvas.write(packet.glyph, x: cell.x, y: cell.y, style: packet.style)
      }
    }
  }
}

extension LandRaster {
  /// What the land in a cell looks like: a quiet half-tone, on which an unbroken line stands out
  /// even without colours; `nil` on the sea.
  fileprivate func texture(x: Int, y: Int, marks: Marks) -> Character? {
    var bits: UInt32 = 0
    var count = 0
    for row in 0..<4 {
      for column in 0..<2 where self[x * 2 + column, y * 4 + row] {
        count += 1
        if isInTexture(x: x * 2 + column, y: y * 4 + row) {
          bits |= row == 3 ? 0x40 << column : 1 << (row + 3 * column)
        }
      }
    }
    switch marks {
    case .braille: return bits == 0 ? nil : UnicodeScalar(0x2800 + bits).map { Character($0) }
    case .blocks: return count >= 4 ? "░" : nil
    case .ascii: return count >= 4 ? ":" : nil
    }
  }

  /// Every other dot, like a chessboard, and all dots of land that is one dot wide.
  private func isInTexture(x: Int, y: Int) -> Bool {
    if (x + y).isMultiple(of: 2) { return true }
    let neighbours = [self[x - 1, y], self[x + 1, y], self[x, y - 1], self[x, y + 1]]
    return neighbours.count { $0 } < 2
  }
}
