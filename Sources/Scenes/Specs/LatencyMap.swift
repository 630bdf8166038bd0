import Content
import Drawing
import GeoModel

/// Round trips that travel along great circles beside a ruler of milliseconds.
///
/// Arguments: `topology`, `from`, `to` (a list of regions).
struct LatencyMap: Scene {
  private let map: WorldMap
  private let topology: Topology
  private let from: Region
  private let targets: [Region]
  let events: [SceneEvent]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let from = try arguments.region("from", of: topology)
    let to = try arguments.regions("to", of: topology).filter { $0 != from }
    if to.isEmpty { throw arguments.failure("to", "name at least one region other than \(from)") }
    try arguments.finish()
    map = scene.catalog.map
    self.topology = topology
    self.from = topology.region(from) ?? topology.regions[0]
    targets = to.compactMap(topology.region)
      .sorted { topology.roundTrip(from, $0.id) < topology.roundTrip(from, $1.id) }
    events = Self.narrate(from: from, to: targets.map(\.id), in: topology)
  }

  var question: String { "How long is the way from \(from.name), and back?" }

  var isPanorama: Bool { true }

  /// A map is about four times as wide as high.
  func idealHeight(width: Int) -> Int {
    let parts = parts(of: Size(width: width, height: 100))
    return parts.map.width / 4 + parts.below
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let parts = parts(of: canvas.size)
    var picture = Canvas(size: parts.map, marks: canvas.marks)
    map.draw(
      into: &picture, arcs: targets.map { arc(to: $0, at: time) }, markers: markers(at: time))
    canvas.paste(picture, x: 0, y: 0)
    trips.drawRuler(at: time, y: parts.map.height, into: &canvas)
    if parts.isListBeside {
      trips.drawList(at: time, x: parts.map.width + 1, y: 1, perLine: 1, into: &canvas)
    } else {
      trips.drawList(
        at: time, x: 2, y: parts.map.height + 2, perLine: parts.perLine, into: &canvas)
    }
  }

  private var trips: LatencyRuler {
    LatencyRuler(
      trips: targets.map { LatencyRuler.Trip(label: $0.id.name, duration: trip(to: $0)) })
  }

  /// How the map, the ruler and the list share a canvas.
  private func parts(of size: Size) -> (map: Size, below: Int, isListBeside: Bool, perLine: Int) {
    let list = trips.cellWidth
    let isListBeside = size.width >= 72
    let perLine = max(1, (size.width - 2) / list)
    let lines = isListBeside ? 0 : (targets.count + perLine - 1) / perLine
    let below = min(2 + lines, max(0, size.height - 4))
    let map = Size(
      width: isListBeside ? size.width - list : size.width, height: size.height - below)
    return (map, below, isListBeside, perLine)
  }

  private func trip(to region: Region) -> Duration { topology.roundTrip(from.id, region.id) }

  private func markers(at time: Duration) -> [WorldMap.Marker] {
    [marker(from, .leader)]
      + targets.map { marker($0, trip(to: $0) <= time ? .done : .voter) }
  }

  private func marker(_ region: Region, _ mark: Mark) -> WorldMap.Marker {
    WorldMap.Marker(
      place: region.place.mapPoint, glyph: mark.glyph, label: region.id.name, style: mark.style)
  }

  private func arc(to region: Region, at time: Duration) -> WorldMap.Arc {
    WorldMap.Arc(
      from: from.place.mapPoint, to: region.place.mapPoint, style: Style(.link),
      packets: fraction(to: region, at: time).map {
        [WorldMap.Packet(fraction: $0, glyph: "◆", style: Style(.message, isBold: true))]
      } ?? [])
  }

  /// Where on the way the packet is, 0 at the start, 1 at the region; `nil` once it is back.
  private func fraction(to region: Region, at time: Duration) -> Double? {
    let there = topology.oneWay(from: from.id, to: region.id)
    let back = topology.oneWay(from: region.id, to: from.id)
    if time < there { return time / there }
    return time < there + back ? 1 - (time - there) / back : nil
  }

  private static func narrate(from: RegionID, to targets: [RegionID], in topology: Topology)
    -> [SceneEvent]
  {
    let all = targets.count == 1 ? "one region" : "each of \(targets.count) regions"
    let opening = SceneEvent(time: .zero, sentence: "\(from) sends one packet to \(all).")
    let turns = targets.map { region in
      let time = topology.oneWay(from: from, to: region)
      return SceneEvent(
        time: time, sentence: "The packet reaches \(region) after \(text(time)) and turns back.")
    }
    let returns = targets.map { region in
      SceneEvent(
        time: topology.roundTrip(from, region),
        sentence: answer(from: from, to: region, in: topology))
    }
    return ([opening] + turns + returns).inOrderOfTime
  }

  private static func answer(from: RegionID, to region: RegionID, in topology: Topology) -> String {
    let trip = topology.roundTrip(from, region)
    let floor = topology.floor(from, region)
    let opening = "The packet to \(region) is back after \(text(trip))"
    if trip < floor { return "\(opening): faster than light, which needs \(text(floor))!" }
    return topology.isEstimate(from, region) ? "\(opening), by estimate." : "\(opening)."
  }
}

extension Coordinate {
  var mapPoint: MapPoint { MapPoint(longitude: longitude, latitude: latitude) }
}
