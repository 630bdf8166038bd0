extension WorldMap {
  func drawLand(
    into canvas: inout Canvas, projection: MapProjection, _ hatching: [String: Hatching]
  ) {
    let raster = LandRaster(land: land, projection: projection)
    let hatched = areas.compactMap { area in
      hatching[area.name].map { ($0, LandRaster(land: area.rings, projection: projection)) }
    }
    let frame = projection.frame
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        let land = raster.dots(x: x, y: y)
        guard land != 0 else { continue }
        let area = hatched.first { area in
          (area.1.dots(x: x, y: y) & land).nonzeroBitCount * 2 > land.nonzeroBitCount
        }
        guard let texture = raster.texture(x: x, y: y, land, area?.0.pattern, marks: canvas.marks)
        else { continue }
        let style = area?.0.style ?? Style(.land)
        canvas.write(texture, x: frame.x + x, y: frame.y + y, style: style)
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
  /// The dots of a cell that are land, as the bits of a braille pattern.
  fileprivate func dots(x: Int, y: Int) -> UInt8 {
    var bits: UInt8 = 0
    for row in 0..<4 {
      for column in 0..<2 where self[x * 2 + column, y * 4 + row] {
        bits |= BrailleGrid.bit(x: column, y: row)
      }
    }
    return bits
  }

  /// What the land in a cell looks like; `nil` where too little of it is land.
  ///
  /// Without a pattern it is a quiet half-tone, on which an unbroken line stands out even without
  /// colours.
  fileprivate func texture(
    x: Int, y: Int, _ land: UInt8, _ pattern: WorldMap.Hatching.Pattern?, marks: Marks
  ) -> Character? {
    switch marks {
    case .braille:
      let bits = pattern.map { land & $0.dots } ?? (land & Self.chessboard | thinDots(x: x, y: y))
      return bits == 0 ? nil : UnicodeScalar(0x2800 + UInt32(bits)).map { Character($0) }
    case .blocks: return land.nonzeroBitCount >= 4 ? pattern?.block ?? "░" : nil
    case .ascii: return land.nonzeroBitCount >= 4 ? pattern?.letter ?? ":" : nil
    }
  }

  /// Every other dot of a cell.
  private static let chessboard: UInt8 = 0b1001_0101

  /// The dots of a cell where land is one dot wide, which a half-tone would make disappear.
  private func thinDots(x: Int, y: Int) -> UInt8 {
    var bits: UInt8 = 0
    for row in 0..<4 {
      for column in 0..<2 {
        let (x, y) = (x * 2 + column, y * 4 + row)
        guard self[x, y] else { continue }
        let neighbours = [self[x - 1, y], self[x + 1, y], self[x, y - 1], self[x, y + 1]]
        if neighbours.count(where: { $0 }) < 2 { bits |= BrailleGrid.bit(x: column, y: row) }
      }
    }
    return bits
  }
}

extension WorldMap.Hatching.Pattern {
  /// Which dots of a cell it sets, as the bits of a braille pattern.
  fileprivate var dots: UInt8 {
    switch self {
    case .full: 0b1111_1111
    case .upright: 0b0100_0111
    case .level: 0b0010_1101
    }
  }

  fileprivate var block: Character {
    switch self {
    case .full: "█"
    case .upright: "▌"
    case .level: "▀"
    }
  }

  fileprivate var letter: Character {
    switch self {
    case .full: "#"
    case .upright: "|"
    case .level: "="
    }
  }

  /// A cell of land that is hatched so, for legends.
  package func sample(marks: Marks) -> Character {
    switch (marks, self) {
    case (.braille, _): UnicodeScalar(0x2800 + UInt32(dots)).map { Character($0) } ?? " "
    case (.blocks, _): block
    case (.ascii, _): letter
    }
  }
}
