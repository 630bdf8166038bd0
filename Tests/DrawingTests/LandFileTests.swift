import Drawing
import Testing

struct LandFileTests {
  @Test func `a ring is a point and steps in tenths of a degree`() throws {
    let rings = try landRings(parsing: "# land\n\n-117 69 -13 9 7 -20\nend 1\n")
    #expect(
      rings == [
        [
          MapPoint(longitude: -11.7, latitude: 6.9), MapPoint(longitude: -13, latitude: 7.8),
          MapPoint(longitude: -12.3, latitude: 5.8),
        ]
      ])
  }

  @Test(arguments: [
    ("", 1, "the file is cut short; it must close with 'end' and a number"),
    ("1 2 3 4 5 6\n", 2, "the file is cut short; it must close with 'end' and a number"),
    ("1 2 3 4 5 6\nend 2", 2, "end says '2' rings; it must be 1, as many as there are"),
    ("1 2 3 4 5 6\nend", 2, "end says '' rings; it must be 1, as many as there are"),
    ("end 0\n\n1 2 3 4 5 6", 3, "there is more after the end line"),
    ("1 2 3 4", 1, "a ring of 4 numbers; it must be pairs, and at least 6"),
    ("#\n1 2 3 4 5 6 7", 2, "a ring of 7 numbers; it must be pairs, and at least 6"),
    ("1 2 3 4 5 x", 1, "'x' is not a whole number from -3600 to 3600"),
    (
      "1 2 3 4 5 9223372036854775807", 1,
      "'9223372036854775807' is not a whole number from -3600 to 3600"
    ),
    ("1 2 1800 4 5 6", 1, "point 2 of the ring lies beyond the edge of the world"),
  ])
  func `a mistake is reported with its line`(text: String, line: Int, message: String) throws {
    let error = try #require(throws: LandFileError.self) { try landRings(parsing: text) }
    #expect(error.line == line)
    #expect(error.message == message)
  }

  @Test func `the asset has the continents and every step stays on the globe`() throws {
    let rings = try landRings(parsing: landText())
    #expect(rings.count == 99)
    #expect(rings.joined().allSatisfy { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 })
  }

  @Test func `no beginning of the asset is taken for the whole`() throws {
    let whole = Array(try landText().utf8)
    let content = whole.count - 1  // without the last newline it is still whole
    for length in Array(stride(from: 0, to: content, by: 61)) + Array(content - 200..<content) {
      let prefix = String(decoding: whole[..<length], as: UTF8.self)
      #expect(throws: LandFileError.self) { try landRings(parsing: prefix) }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `garbage gives an error or a drawable map and never a trap`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = Array("# c\n10 20 30 40 -5 6\n-1800 -900 3600 1800 -3600 0\nend 2\n".utf8)
    for _ in 0..<Int(1 + seed % 6) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      bytes[index] = UInt8.random(in: 0...255, using: &random)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let rings = try? landRings(parsing: text) else { return }  // an error is as good here
    var canvas = Canvas(size: Size(width: 20, height: 8))
    #expect(WorldMap(land: rings).draw(into: &canvas, arcs: [], markers: []) == [])
  }
}
