import Content
import Drawing
import GeoModel

/// The motive latency: one user asks the home region across an ocean, and a region in his own city.
struct WhyMultiRegionDistance: WhyMultiRegionStory {
  private let map: WorldMap
  private let home: Region
  /// The region in whose city the user is.
  private let near: Region
  private let access: Duration
  private let there: Duration
  private let back: Duration

  init(
    _ map: WorldMap, _ topology: Topology, _ arguments: inout Arguments
  ) throws(Diagnostic) {
    self.map = map
    let home = try arguments.place("home", of: topology)
    let users = try arguments.places("users", of: topology, without: home.id)
    let near =
      users.max { topology.roundTrip($0.id, home.id) < topology.roundTrip($1.id, home.id) }
      ?? users[0]
    self.home = home
    self.near = near
    access = topology.access
    there = topology.oneWay(from: near.id, to: home.id)
    back = topology.oneWay(from: home.id, to: near.id)
  }

  var question: String { "How long does a user in \(near.city) wait?" }

  var events: [SceneEvent] {
    [
      SceneEvent(
        time: .zero,
        sentence: "A user in \(near.city) asks two regions at once: his own city's, and \(home.id)."
      ),
      SceneEvent(
        time: access,
        sentence: "\(near.id), in his own city, has answered after \(text(access))."),
      SceneEvent(time: there, sentence: "The request reaches \(home.id) after \(text(there))."),
      SceneEvent(
        time: there + back,
        sentence: "\(home.id) has answered after \(text(there + back))\(comparison)."),
    ].inOrderOfTime
  }

  /// How many times as long the far answer took.
  private var comparison: String {
    let factor = access > .zero ? Int(((there + back) / access).rounded()) : 1
    return factor > 1 ? ": \(factor) times as long" : ""
  }

  private var ruler: LatencyRuler {
    let trips = [
      LatencyRuler.Trip(label: near.id.name, duration: access),
      LatencyRuler.Trip(label: home.id.name, duration: there + back),
    ]
    return LatencyRuler(trips: trips.sorted { $0.duration < $1.duration })
  }

  func idealHeight(width: Int) -> Int {
    WhyMultiRegionMap.idealHeight(
      width: width, entries: ruler.trips.count, entryWidth: ruler.cellWidth, below: 2)
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let parts = WhyMultiRegionMap(
      size: canvas.size, entries: ruler.trips.count, entryWidth: ruler.cellWidth, below: 2)
    var picture = Canvas(size: parts.map, marks: canvas.marks)
    map.draw(into: &picture, arcs: [arc(at: time)], markers: markers(at: time))
    canvas.paste(picture, x: 0, y: 0)
    ruler.drawRuler(at: time, y: parts.belowY, into: &canvas)
    ruler.drawList(
      at: time, x: parts.list.x, y: parts.list.y, perLine: parts.perLine, into: &canvas)
  }

  private func markers(at time: Duration) -> [WorldMap.Marker] {
    [
      near.marker(.client, label: near.city),
      home.marker(time >= there + back ? .done : .leader),
      near.marker(time >= access ? .done : .voter),
    ]
  }

  private func arc(at time: Duration) -> WorldMap.Arc {
    let fraction = time < there ? time / there : 1 - (time - there) / max(back, .nanoseconds(1))
    let packet = WorldMap.Packet(
      fraction: fraction, glyph: "◆", style: Style(.message, isBold: true))
    return WorldMap.Arc(
      from: near.place.mapPoint, to: home.place.mapPoint, style: Style(.link),
      packets: time < there + back ? [packet] : [])
  }
}
