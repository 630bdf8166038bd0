import Drawing
import Testing

private let virginia = MapPoint(longitude: -77.4, latitude: 38.9)
private let dublin = MapPoint(longitude: -6.3, latitude: 53.3)
private let singapore = MapPoint(longitude: 103.8, latitude: 1.4)
private let tokyo = MapPoint(longitude: 139.7, latitude: 35.7)
private let oregon = MapPoint(longitude: -121.2, latitude: 45.6)

struct WorldMapTests {
  private let sea = WorldMap(land: [])

  @Test func `the world with three regions at 60 by 15`() throws {
    #expect(
      try threeRegions(.braille).lines == [
        "   ⢀⢀   ⢀⠤⠡⢆⢄⠄⠅⢕⢍⢄⠁⠁⠑⢕⢕⢕⢕⠕⠍     ⠈⢀⢀   ⠠⠐ ⢠⢀⢀⢔⢔⢔⢕⢄⢄⢄⢄⢀⢆⢄⢀",
        "⠑⠂⢒⢕⢕⢕⢕⢕⢕⢕⢕⢔⢕⢔⠕⠡⠁⢑⠭⠂ ⠑⢕⠁⠁ ⠒⠂   ⢀⢔⢁⢕⢕⢕⢔⢔⢕⢕⢕⢔⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⠕",
        "   ⣀⣀●⠤⠤⣀⣀⣀⢕⢕⢕⢔⢄⠄⢕⢕⢅⠄⣀⡠⠤⠔⠒⠒⠒○ eu-west ⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢁ ⠁⡔",
        "⠒⠉⠉      ⢑⢕⠉⠉⠒⠤⣀⢕⢕⢀⠔●       ⢀⢐⢕⢕⢑⢕⠕⠱⢑⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⠕⢑    ⣀⠤",
        "         ⠐⢕⢕⢕⢕⢕⢕⠉●⠁         ⠐⢕⢁⠤⠐⠱⠑⠕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢅⠁⠅⣀⠄ ⡠⠔⠉",
        "          ⠐⠑⢕ us-east      ⢀⢔⢕⢕⢕⢕⢜⢔⢔⢕⢕⠑⠕⢕⢕⢕⢕⢕⢕⢕⢕⢕⢕⠁⠈⢀⠔⠉",
        "            ⠐⢕⢀⠆ ⠂⠄        ⢒⢕⢕⢕⢕⢕⢕⢕⢕⠐⢕⢕⠕ ⠐⢕⠕⠁⢑⢕⢕⠅⠁⢀⠔⠁",
        "               ⠱ ⢀⢄⢄       ⠑⢕⢕⢕⢕⢕⢕⢕⢕⢕⢅⠄   ⠰⠁   ⠱⢀⠔⠁",
        "                ⢀⢕⢕⢕⢕⢄       ⠁ ⢑⢕ ap-southeast ○⠁⠍⠄⠄⡀",
        "                ⠐⢕⢕⢕⢕⢕⢕⢕        ⢕⢕⢕⢕⠅          ⠁⠠⠁⠁⠈⠁⠕⠐",
        "                 ⠑⢕⢕⢕⢕⢕⠅        ⢕⢕⢕⢕⠕⢀⠆           ⢀⢔⢍⢘⠄",
        "                  ⢔⢕⢕⢕⠁         ⢐⢕⢕⠕ ⠐           ⢕⢕⢕⢕⢕⢕⠄",
        "                  ⢕⢕⠕⠁           ⠑⠁              ⠱⠑⠁⠑⢕⢕⠁   ⡀",
        "                 ⢐⢕⠁                                  ⠂   ⡔⠁",
        "                 ⠐⢅",
      ])
  }

  @Test func `the world with three regions in ASCII`() throws {
    #expect(
      try threeRegions(.ascii).lines == [
        "           :  :::    ::::::                 :::::::  :",
        "  :::::::::::::: ::  ::         ::::::::::::::::::::::::::::",
        "   /-*----\\::::: ::: /------o eu-west :::::::::::::::   :",
        "--/      ::\\---\\::/-*         ::::::::::::::::::::::::    /-",
        "          ::::::\\* us-east   :   : :::::::::::::::     /-/",
        "           ::::             ::::::::::::::::::::::   //",
        "             :             ::::::::: :::  :: :::   //",
        "               :  :        :::::::::::         : //",
        "                 :::::         :: ap-southeast o/:",
        "                 :::::::        :::::                :",
        "                  ::::::        :::::              :::",
        "                  ::::          ::::             ::::::",
        "                  :::            :               ::  ::",
        "                  :                                       :",
        "                  :",
      ])
  }

  @Test func `an arc bows towards the pole and ends at its markers`() {
    let (west, east) = (
      MapPoint(longitude: -75, latitude: 30), MapPoint(longitude: 45, latitude: 15)
    )
    #expect(
      picture(sea, arcs: [.init(from: west, to: east)], markers: [marker(west), marker(east)]) == [
        "",
        "          /──\\",
        "        ●/    \\─\\",
        "                 \\●",
        "",
        "",
        "",
        "",
      ]
    )
  }

  @Test func `an arc over the date line leaves at one edge and comes back at the other`() {
    #expect(
      picture(
        sea, arcs: [.init(from: tokyo, to: oregon)], markers: [marker(tokyo), marker(oregon)])
        == [
          "",
          "────●                      /──",
          "                          ●",
          "",
          "",
          "",
          "",
          "",
        ])
  }

  @Test func `an arc that would leave the map over the pole stays on it`() {
    #expect(
      picture(
        sea, arcs: [.init(from: virginia, to: singapore)],
        markers: [marker(virginia), marker(singapore)]) == [
          "",
          "──────\\",
          "       \\●                  /─/",
          "                         //",
          "                       ●/",
          "",
          "",
          "",
        ])
  }

  @Test(
    arguments: [(-3, "A"), (0, "A"), (0.5, "─"), (1, "B"), (7, "B"), (.nan, "A")]
      as [(Double, String)])
  func `a packet is where its fraction says`(fraction: Double, covered: String) throws {
    let ends = [MapPoint(longitude: -90, latitude: 0), MapPoint(longitude: 60, latitude: 0)]
    let without = picture(
      sea, arcs: [.init(from: ends[0], to: ends[1])], glyphs: "AB", places: ends)
    let packet = WorldMap.Packet(fraction: fraction)
    let with = picture(
      sea, arcs: [.init(from: ends[0], to: ends[1], packets: [packet])], glyphs: "AB", places: [])
    let row = try #require(with.firstIndex { $0.contains("●") })
    let column = try #require(Array(with[row]).firstIndex(of: "●"))
    #expect(String(Array(without[row])[column]) == covered)
  }

  @Test func `markers and packets are drawn over arcs and labels clear the land beside them`() {
    let block = [(-180.0, 78.0), (180, 78), (180, -56), (-180, -56)]
    let map = WorldMap(
      land: [block.map { MapPoint(longitude: $0.0, latitude: $0.1) }])
    var canvas = Canvas(size: Size(width: 12, height: 4), marks: .blocks)
    map.draw(
      into: &canvas, arcs: [],
      markers: [
        .init(
          place: MapPoint(longitude: -120, latitude: 20), glyph: "●", label: "us",
          style: Style(.leader))
      ])
    #expect(
      canvas.lines == [
        "░░░░░░░░░░░░", "░░● us ░░░░░", "░░░░░░░░░░░░", "░░░░░░░░░░░░",
      ])
    #expect(canvas.styleLines[1] == "mmL.LL.mmmmm")
  }

  @Test func `a wide or high canvas has the map in the middle`() throws {
    let map = try realWorld()
    var high = Canvas(size: Size(width: 20, height: 30))
    map.draw(into: &high, arcs: [], markers: [])
    #expect(high.lines.prefix(11).allSatisfy { $0.isEmpty })
    #expect(!high.lines[15].isEmpty)
    var wide = Canvas(size: Size(width: 200, height: 5))
    map.draw(into: &wide, arcs: [], markers: [])
    #expect(wide.lines.allSatisfy { $0.count < 120 })
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 9), (9, 1), (300, 3), (3, 100)])
  func `no size and no number traps`(width: Int, height: Int) throws {
    var canvas = Canvas(size: Size(width: width, height: height))
    let places = [
      MapPoint(longitude: .nan, latitude: .infinity), MapPoint(longitude: -1e300, latitude: 1e300),
      MapPoint(longitude: 0, latitude: 90), MapPoint(longitude: 0, latitude: -90),
      MapPoint(longitude: 180, latitude: 0), MapPoint(longitude: 0, latitude: 0),
    ]
    let arcs = places.flatMap { from in
      places.map { WorldMap.Arc(from: from, to: $0, packets: [.init(fraction: 0.3)]) }
    }
    let map = WorldMap(land: [places, [], [places[0]]])
    map.draw(into: &canvas, arcs: arcs, markers: places.map { marker($0) })
    #expect(canvas.size == Size(width: width, height: height))
  }

  private func threeRegions(_ marks: Marks) throws -> Canvas {
    var canvas = Canvas(size: Size(width: 60, height: 15), marks: marks)
    let names = ["us-east", "eu-west", "ap-southeast"]
    let places = [virginia, dublin, singapore]
    let dropped = try realWorld().draw(
      into: &canvas,
      arcs: places.dropFirst().map {
        .init(from: virginia, to: $0, packets: [.init(fraction: 0.4)])
      },
      markers: zip(names, places).map { name, place in
        .init(
          place: place, glyph: place == virginia ? "●" : "○", label: name,
          style: Style(place == virginia ? .leader : .voter))
      })
    #expect(dropped == [])
    return canvas
  }

  private func marker(_ place: MapPoint) -> WorldMap.Marker {
    .init(place: place, glyph: "●", label: "", style: Style(.voter))
  }

  private func picture(
    _ map: WorldMap, arcs: [WorldMap.Arc], markers: [WorldMap.Marker]
  ) -> [String] {
    var canvas = Canvas(size: Size(width: 30, height: 8), marks: .blocks)
    map.draw(into: &canvas, arcs: arcs, markers: markers)
    return canvas.lines
  }

  private func picture(
    _ map: WorldMap, arcs: [WorldMap.Arc], glyphs: String, places: [MapPoint]
  ) -> [String] {
    picture(
      map, arcs: arcs,
      markers: zip(glyphs, places).map {
        .init(place: $1, glyph: $0, label: "", style: Style(.voter))
      })
  }
}
