import Drawing
import GeoModel

/// How a map, a list of short entries and the rows below share a canvas.
struct WhyMultiRegionMap {
  let map: Size
  /// The upper left corner of the list.
  let list: (x: Int, y: Int)
  /// How many entries of the list stand in one row.
  let perLine: Int
  /// From this width on, the list stands beside the map.
  static let widthWithList = 72

  /// The first row below the map.
  var belowY: Int { map.height }

  /// - Parameters:
  ///   - entries: how many there are in the list, which stands beside the map where there is room.
  ///   - entryWidth: the columns of one.
  ///   - below: the rows that are wanted below the map.
  init(size: Size, entries: Int, entryWidth: Int, below: Int) {
    let isBeside = entries > 0 && size.width >= Self.widthWithList
    perLine = isBeside ? 1 : max(1, (size.width - 2) / max(1, entryWidth))
    let lines = isBeside ? 0 : (entries + perLine - 1) / perLine
    let taken = min(below + lines, max(0, size.height - 4))
    map = Size(
      width: isBeside ? size.width - entryWidth : size.width, height: size.height - taken)
    list = isBeside ? (map.width + 1, 1) : (2, map.height + below)
  }

  /// A map is about four times as wide as high.
  static func idealHeight(width: Int, entries: Int, entryWidth: Int, below: Int) -> Int {
    let size = Size(width: width, height: 100)
    let parts = Self(size: size, entries: entries, entryWidth: entryWidth, below: below)
    return parts.map.width / 4 + size.height - parts.map.height
  }
}

extension Region {
  /// The region's own marker on a map.
  func marker(_ mark: Mark, label: String? = nil) -> WorldMap.Marker {
    WorldMap.Marker(
      place: place.mapPoint, glyph: mark.glyph, label: label ?? id.name, style: mark.style)
  }
}

extension Mark {
  /// Something that the law allows on a condition.
  static let conditional = Mark(glyph: "§", style: Style(.message, isBold: true))
}
