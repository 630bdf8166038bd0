import Content
import Drawing
import GeoModel
import GeoSim

/// The motive availability: the home region is lost, and users write on in another one.
struct WhyMultiRegionOutage: WhyMultiRegionStory {
  private let map: WorldMap
  private let run: WhyMultiRegionRun

  init(_ map: WorldMap, run: WhyMultiRegionRun) {
    self.map = map
    self.run = run
  }

  var question: String { "Who can write when \(run.home.id) is lost?" }
  var duration: Duration { run.duration }
  var events: [SceneEvent] { run.events }

  func idealHeight(width: Int) -> Int {
    WhyMultiRegionMap.idealHeight(
      width: width, entries: run.users.count, entryWidth: entryWidth, below: belowHeight)
  }

  private let belowHeight = 4

  func draw(at time: Duration, into canvas: inout Canvas) {
    let parts = WhyMultiRegionMap(
      size: canvas.size, entries: run.users.count, entryWidth: entryWidth, below: belowHeight)
    var picture = Canvas(size: parts.map, marks: canvas.marks)
    map.draw(
      into: &picture, arcs: run.users.indices.map { arc(ofUser: $0, at: time) },
      markers: markers(at: time))
    canvas.paste(picture, x: 0, y: 0)
    run.drawLines(at: time, y: parts.belowY, into: &canvas)
    for index in run.users.indices {
      drawUser(
        index, x: parts.list.x + index % parts.perLine * entryWidth,
        y: parts.list.y + index / parts.perLine, at: time, into: &canvas)
    }
  }

  // MARK: - The map

  private func markers(at time: Duration) -> [WorldMap.Marker] {
    let isLost = time >= run.failure
    let standby: Mark = run.promotion.map { $0 <= time } == true ? .leader : .voter
    return [
      run.home.marker(isLost ? .lost : .leader, label: isLost ? "\(run.home.id) LOST" : nil),
      run.other.marker(standby),
    ] + run.users.map { $0.marker(.client, label: $0.city) }
  }

  /// From a user to the region that he writes to; it swings over when he learns of another one.
  private func arc(ofUser index: Int, at time: Duration) -> WorldMap.Arc {
    let isWaiting = run.isWaiting(user: index, at: time)
    let cycle = duration / 16
    let phase = (time / cycle + Double(index) / Double(run.users.count))
      .truncatingRemainder(dividingBy: 1)
    let style = isWaiting ? Mark.lost.style : Style(.message, isBold: true)
    return WorldMap.Arc(
      from: run.users[index].place.mapPoint, to: target(ofUser: index, at: time),
      style: isWaiting ? .faint : Style(.link),
      packets: [WorldMap.Packet(fraction: phase, glyph: "◆", style: style)])
  }

  private func target(ofUser index: Int, at time: Duration) -> MapPoint {
    guard let routed = run.routed(user: index), routed <= time else {
      return run.home.place.mapPoint
    }
    let swing = min(1, (time - routed) / (duration / 40))
    let (old, new) = (run.home.place.mapPoint, run.other.place.mapPoint)
    guard swing < 1 else { return new }
    return MapPoint(
      longitude: old.longitude + (new.longitude - old.longitude) * swing,
      latitude: old.latitude + (new.latitude - old.latitude) * swing)
  }

  // MARK: - The users

  private static let waiting = "waits"

  private var entryWidth: Int {
    let targets = [Self.waiting, run.home.id.name, run.other.id.name]
    return cityWidth + (targets.map { columns(of: $0) }.max() ?? 0) + 7
  }

  private var cityWidth: Int { run.users.map { columns(of: $0.city) }.max() ?? 0 }

  private func drawUser(
    _ index: Int, x: Int, y: Int, at time: Duration, into canvas: inout Canvas
  ) {
    let isWaiting = run.isWaiting(user: index, at: time)
    let mark: Mark = isWaiting ? .lost : .done
    canvas.put(String(mark.glyph), x: x, y: y, style: mark.style)
    canvas.put(run.users[index].city, x: x + 2, y: y)
    let target = isWaiting ? Self.waiting : run.target(user: index, at: time).name
    canvas.put(
      target, x: x + 2 + cityWidth + 2, y: y, style: Style(.text, isBold: isWaiting))
  }
}
