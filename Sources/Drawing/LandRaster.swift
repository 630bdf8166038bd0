/// Which dots of a map lie on land: 2 by 4 to a cell, whatever the canvas can show.
struct LandRaster {
  let width: Int
  let height: Int
  private var isLand: [Bool]

  init(land: [[MapPoint]], projection: MapProjection) {
    width = projection.frame.size.width * 2
    height = projection.frame.size.height * 4
    isLand = Array(repeating: false, count: width * height)
    var crossings: [[Double]] = Array(repeating: [], count: height)
    for ring in land {
      let points = ring.map { point in
        (
          x: projection.column(ofLongitude: point.longitude) * 2,
          y: projection.row(ofLatitude: point.latitude) * 4
        )
      }
      for (index, end) in points.enumerated() {
        let start = points[index == 0 ? points.count - 1 : index - 1]
        addCrossings(of: (start.x, start.y), (end.x, end.y), to: &crossings)
      }
    }
    for (y, row) in crossings.enumerated() { fill(row.sorted(), y: y) }
  }

  /// Reading outside gives false.
  subscript(x: Int, y: Int) -> Bool {
    x >= 0 && y >= 0 && x < width && y < height && isLand[y * width + x]
  }

  /// Notes where an edge crosses the middles of the rows of dots.
  private func addCrossings(
    of start: (x: Double, y: Double), _ end: (x: Double, y: Double),
    to crossings: inout [[Double]]
  ) {
    let (upper, lower) = start.y < end.y ? (start, end) : (end, start)
    let first = max(0, Int((upper.y - 0.5).rounded(.up)))
    let last = min(height, Int((lower.y - 0.5).rounded(.up)))
    guard first < last else { return }
    let slope = (lower.x - upper.x) / (lower.y - upper.y)
    for y in first..<last {
      crossings[y].append(upper.x + (Double(y) + 0.5 - upper.y) * slope)
    }
  }

  /// Fills between each crossing and the next: what is inside an odd number of rings is land.
  private mutating func fill(_ crossings: [Double], y: Int) {
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let first = max(0, Int((crossings[pair] - 0.5).rounded(.up)))
      let last = min(width, Int((crossings[pair + 1] - 0.5).rounded(.up)))
      for x in first..<max(first, last) { isLand[y * width + x] = true }
    }
  }
}
