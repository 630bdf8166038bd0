import Drawing
import Testing

/// Parts of the land that are told apart by their pattern.
struct HatchingTests {
  private static let square = [
    MapPoint(longitude: -90, latitude: 70), MapPoint(longitude: 90, latitude: 70),
    MapPoint(longitude: 90, latitude: -50), MapPoint(longitude: -90, latitude: -50),
  ]
  private static let east = """
    area East side
    0 700 900 0 0 -1200 -900 0
    end 1
    """

  private func lines(_ pattern: WorldMap.Hatching.Pattern?, _ marks: Marks) throws -> [String] {
    let map = WorldMap(land: [Self.square], areas: try landAreas(parsing: Self.east))
    var canvas = Canvas(size: Size(width: 16, height: 4), marks: marks)
    map.draw(
      into: &canvas, arcs: [], markers: [],
      hatching: pattern.map { ["East side": .init($0, style: Style(.voter))] } ?? [:])
    return canvas.lines
  }

  @Test(arguments: [
    (WorldMap.Hatching.Pattern?.none, "    ⢕⢕⢕⢕⢕⢕⢕⢕"), (.full, "    ⢕⢕⢕⢕⣿⣿⣿⣿"),
    (.upright, "    ⢕⢕⢕⢕⡇⡇⡇⡇"), (.level, "    ⢕⢕⢕⢕⠭⠭⠭⠭"),
  ])
  func `an area has its pattern, and other land has none`(
    pattern: WorldMap.Hatching.Pattern?, row: String
  ) throws {
    #expect(try lines(pattern, .braille)[1] == row)
  }

  @Test func `patterns differ in every set of marks`() throws {
    for marks in [Marks.braille, .blocks, .ascii] {
      let rows = try ([nil] + WorldMap.Hatching.Pattern.allCases).map { try lines($0, marks)[1] }
      #expect(Set(rows).count == rows.count)
      for pattern in WorldMap.Hatching.Pattern.allCases {
        #expect(try lines(pattern, marks)[1].hasSuffix(String(pattern.sample(marks: marks))))
      }
    }
  }

  @Test func `an area is a name and the rings that follow`() throws {
    let areas = try landAreas(
      parsing: "area A b\n0 0 9 0 0 9\n0 0 9 0 0 9\narea C\n0 0 9 0 0 9\nend 3")
    #expect(areas.map(\.name) == ["A b", "C"])
    #expect(areas.map(\.rings.count) == [2, 1])
  }

  @Test func `the areas of the course can be read`() throws {
    let areas = try landAreas(parsing: try landText("jurisdictions"))
    #expect(
      areas.map(\.name) == [
        "EEA", "India", "US", "United Kingdom", "Japan", "Brazil", "Australia", "Canada",
      ])
  }
}
