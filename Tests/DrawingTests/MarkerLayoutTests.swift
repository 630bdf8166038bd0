import Drawing
import Testing

struct MarkerLayoutTests {
  private static let sizes = [(40, 10), (60, 15), (80, 24), (120, 40), (200, 50)]

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `labels never overlap a label, a marker or an edge`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let (width, height) = MarkerLayoutTests.sizes[Int(seed % 5)]
    var canvas = Canvas(size: Size(width: width, height: height))
    let markers = randomMarkers(isDense: seed.isMultiple(of: 2), &random)
    let arcs = markers.dropFirst(1).prefix(5).map {
      WorldMap.Arc(from: markers[0].place, to: $0.place)
    }
    let dropped = WorldMap(land: []).draw(into: &canvas, arcs: arcs, markers: markers)
    let rows = (0..<height).map { y in (0..<width).map { x in canvas[x, y].text }.joined() }
    for (index, marker) in markers.enumerated() {
      let found = rows.filter { $0.contains(marker.label) }
      #expect(found.count == (dropped.contains(index) ? 0 : 1), "label \(index)")
      let neighbours = found.first.map { borders(of: marker.label, in: $0) } ?? []
      #expect(
        neighbours.allSatisfy { $0 == marker.glyph || !isLetter($0) }, "\(index): \(neighbours)")
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `every marker is kept, apart from the others`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var canvas = Canvas(size: Size(width: 120, height: 40))
    let markers = randomMarkers(isDense: false, &random)
    WorldMap(land: []).draw(into: &canvas, arcs: [], markers: markers)
    let text = canvas.lines.joined()
    #expect(markers.allSatisfy { marker in text.count { $0 == marker.glyph } == 1 })
  }

  @Test func `a label without room is left out and named`() {
    var canvas = Canvas(size: Size(width: 12, height: 3))
    let names = ["a name too long for this map", "ok", ""]
    let dropped = WorldMap(land: []).draw(
      into: &canvas, arcs: [],
      markers: names.enumerated().map { index, name in
        .init(
          place: MapPoint(longitude: -150 + Double(index) * 60, latitude: 20), glyph: "●",
          label: name, style: .text)
      })
    #expect(dropped == [0])
    #expect(canvas.lines == ["", " ● ● ●", "   ok"])
  }

  @Test func `a label stands where it hides no arc`() {
    let (west, east) = (MapPoint(longitude: -90, latitude: 0), MapPoint(longitude: 60, latitude: 0))
    var canvas = Canvas(size: Size(width: 30, height: 8), marks: .blocks)
    WorldMap(land: []).draw(
      into: &canvas, arcs: [.init(from: west, to: east)],
      markers: [
        .init(place: west, glyph: "●", label: "west", style: .text),
        .init(place: east, glyph: "○", label: "east", style: .text),
      ])
    #expect(canvas.lines.filter { !$0.isEmpty } == ["  west ●────────────○ east"])
  }

  @Test func `two regions of one city stay apart`() {
    let city = MapPoint(longitude: 8.7, latitude: 50.1)
    var canvas = Canvas(size: Size(width: 30, height: 8))
    WorldMap(land: []).draw(
      into: &canvas, arcs: [],
      markers: "ABC".map { .init(place: city, glyph: $0, label: "", style: .text) })
    #expect(canvas.lines.joined().filter { $0 != " " }.sorted() == ["A", "B", "C"])
  }

  /// Up to 40 markers, each with letters of its own: Cyrillic for the glyph, Latin for the label.
  private func randomMarkers(isDense: Bool, _ random: inout SplitMix64) -> [WorldMap.Marker] {
    (0..<Int.random(in: 2...40, using: &random)).map { index in
      let longitude = isDense ? -10.0...30 : -179.0...179
      let latitude = isDense ? 36.0...60 : -50.0...70
      return WorldMap.Marker(
        place: MapPoint(
          longitude: .random(in: longitude, using: &random),
          latitude: .random(in: latitude, using: &random)),
        glyph: letter(0x410 + index),
        label: String(
          repeating: letter(0x100 + index), count: .random(in: 2...14, using: &random)),
        style: .text)
    }
  }

  private func letter(_ value: Int) -> Character {
    UnicodeScalar(value).map { Character($0) } ?? "?"
  }

  private func isLetter(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x100...0x450) ~= $0.value }
  }

  /// The characters left and right of a label.
  private func borders(of label: String, in row: String) -> [Character] {
    guard let range = row.firstRange(of: label) else { return [] }
    return [row[..<range.lowerBound].last, row[range.upperBound...].first].compactMap { $0 }
  }
}
