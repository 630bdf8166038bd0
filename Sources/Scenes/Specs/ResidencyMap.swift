import Content
import Drawing
import GeoModel

/// Where the data of a population come to be on the map, one region after the other.
///
/// The time of the run counts hops, a second each: a backup takes hours and a cache milliseconds,
/// and both are in another jurisdiction in the end. Arguments: `design`; `policy` instead of the
/// design's own; `population`, else the first one.
struct ResidencyMap: Scene {
  private let map: WorldMap
  private let design: Design
  private let population: Population
  private let law: Jurisdiction
  private let stops: [ResidencyStop]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let audit = try arguments.audit(from: scene.atlas)
    let name = try arguments.optionalString("population")
    guard let population = audit.design.populations.first(where: { name ?? $0.name == $0.name })
    else {
      let names = audit.design.populations.map(\.name)
      throw arguments.failure(
        "population",
        "no population is called '\(name ?? "")'; \(suggestion(for: name ?? "", in: names))")
    }
    try arguments.finish()
    map = scene.catalog.map
    design = audit.design
    self.population = population
    law = design.laws.jurisdiction(named: population.jurisdiction)
    stops = ResidencyStop.stops(of: audit, for: population)
  }

  var question: String { "Where do the data of \(population.name) accounts come to be?" }

  var isPanorama: Bool { true }

  var playingTime: Duration { .seconds(2) + duration * 2 }

  var events: [SceneEvent] {
    let opening = SceneEvent(
      time: .zero,
      sentence: "Rows of \(population.name) accounts, under the law of \(law.phrase), are written "
        + "in \(population.home[0]).")
    return [opening]
      + stops.filter { $0.arrival > .zero || !$0.findings.isEmpty }.map { stop in
        SceneEvent(time: stop.arrival, sentence: sentence(about: stop))
      } + [SceneEvent(time: (stops.last?.arrival ?? .zero) + .seconds(1), sentence: total)]
  }

  private var total: String {
    let bad = stops.filter { !$0.findings.isEmpty }
    let count = stops.count == 1 ? "one region" : "\(stops.count) regions"
    guard let first = bad.first else { return "They are in \(count), and may be in each." }
    return bad.count == 1
      ? "They are in \(count), and must not be in \(first.region.id)."
      : "They are in \(count), and must not be in \(bad.count) of them."
  }

  private func sentence(about stop: ResidencyStop) -> String {
    guard stop.findings.isEmpty else { return stop.findings.sentence }
    let opening = "\(stop.path.store) brings them to \(stop.region.id)"
    return stop.region.jurisdiction == law.name
      ? "\(opening), which is in \(law.phrase)." : "\(opening): \(stop.remark)."
  }

  // MARK: - Layout

  private let listWidth = 29

  private func parts(of size: Size) -> (parts: WhyMultiRegionMap, isBeside: Bool) {
    let entries = size.width < WhyMultiRegionMap.widthWithList ? urgentStops.count : stops.count
    let parts = WhyMultiRegionMap(
      size: size, entries: entries, entryWidth: listWidth + 2, below: 1)
    return (parts, parts.map.width < size.width)
  }

  /// What stands below a map that is too narrow for a list beside it: what is wrong, or else where
  /// the home is.
  private var urgentStops: [ResidencyStop] {
    let urgent = stops.filter { !$0.findings.isEmpty }
    return urgent.isEmpty ? Array(stops.prefix(1)) : urgent
  }

  func idealHeight(width: Int) -> Int {
    let size = Size(width: width, height: 100)
    let map = parts(of: size).parts.map
    return map.width / 4 + size.height - map.height
  }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let (parts, isBeside) = parts(of: canvas.size)
    drawMap(parts.map, at: time, into: &canvas)
    drawLegend(y: parts.belowY, into: &canvas)
    var y = isBeside ? 0 : parts.belowY + 1
    for stop in isBeside ? stops : urgentStops {
      y = draw(
        stop, x: isBeside ? parts.list.x : 2, y: y, at: time, isBeside: isBeside, into: &canvas)
    }
  }

  // MARK: - The map

  private func drawMap(_ size: Size, at time: Duration, into canvas: inout Canvas) {
    var picture = Canvas(size: size, marks: canvas.marks)
    map.draw(
      into: &picture, arcs: stops.flatMap { arcs(to: $0, at: time) },
      markers: stops.filter { $0.departure <= time }.map { marker(for: $0, at: time) },
      hatching: Dictionary(uniqueKeysWithValues: hatching.map { ($0.name, $0.hatching) }))
    canvas.paste(picture, x: 0, y: 0)
  }

  /// A marker, with its name only where something is wrong: the list has all names, and the land
  /// is to be seen.
  private func marker(for stop: ResidencyStop, at time: Duration) -> WorldMap.Marker {
    let first = stop.arrival <= time ? stop.findings.first : nil
    return stop.region.marker(
      stop.mark(at: time),
      label: first.map { "\(stop.region.id) \($0.rule.source.word)" } ?? "")
  }

  /// One arc for each hop that has begun and leaves a region, marked in the middle where it leads
  /// to what must not be.
  private func arcs(to stop: ResidencyStop, at time: Duration) -> [WorldMap.Arc] {
    zip(stop.path.hops, stop.path.hops.dropFirst()).enumerated().compactMap { index, hops in
      guard let fraction = stop.fraction(ofHop: index, at: time), hops.0.region != hops.1.region,
        let from = design.topology.region(hops.0.region),
        let to = design.topology.region(hops.1.region)
      else { return nil }
      let isBroken = stop.arrival <= time && !stop.findings.isEmpty
      let mark = Mark.lost
      let sign = WorldMap.Packet(fraction: 0.5, glyph: mark.glyph, style: mark.style)
      let packet = WorldMap.Packet(
        fraction: fraction, glyph: "◆", style: Style(.message, isBold: true))
      return WorldMap.Arc(
        from: from.place.mapPoint, to: to.place.mapPoint,
        style: Style(isBroken ? .lost : .link),
        packets: isBroken ? [sign] : fraction < 1 ? [packet] : [])
    }
  }

  // MARK: - What the land means

  private var hatching: [(name: String, hatching: WorldMap.Hatching)] {
    let home = WorldMap.Hatching(.full, style: Style(.voter))
    let others = law.transfers == .needsBasis ? design.laws.jurisdictions : []
    return [(law.name, home)]
      + others.filter { $0.name != law.name }.compactMap { place in
        guard let adequacy = place.adequacy, adequacy.isInForce(on: design.day) else { return nil }
        return (place.name, adequacy.scope == .everyone ? Self.adequate : Self.conditional)
      }
  }

  private static let adequate = WorldMap.Hatching(.level, style: Style(.healthy))
  private static let conditional = WorldMap.Hatching(.upright, style: Style(.message))

  private func drawLegend(y: Int, into canvas: inout Canvas) {
    var entries = [(WorldMap.Hatching(.full, style: Style(.voter)), law.phrase)]
    if law.transfers == .needsBasis {
      entries += [(Self.adequate, "adequate"), (Self.conditional, "adequate for some")]
    }
    var x = 2
    for (hatching, words) in entries {
      let sample = String(repeating: hatching.pattern.sample(marks: canvas.marks), count: 2)
      x = canvas.put(sample, x: x, y: y, style: hatching.style)
      x = canvas.put(" \(words)", x: x, y: y, style: .faint) + 3
    }
  }

  // MARK: - The list

  /// - Returns: the row below.
  private func draw(
    _ stop: ResidencyStop, x: Int, y: Int, at time: Duration, isBeside: Bool,
    into canvas: inout Canvas
  ) -> Int {
    let mark = stop.mark(at: time)
    canvas.put(String(mark.glyph), x: x, y: y, style: mark.style)
    let names = stops.map { columns(of: $0.region.id.name) }.max() ?? 0
    canvas.put(stop.region.id.name, x: x + 2, y: y)
    guard stop.arrival <= time else { return y + 1 }
    let wordsX = x + names + 4
    guard let first = stop.findings.first else {
      canvas.put(stop.remark, x: wordsX, y: y, style: .faint)
      return y + 1
    }
    let place = design.jurisdiction(of: stop.region.id).name
    let verdicts = stop.findings.map(\.verdict)
    guard isBeside else {
      let end = canvas.put("\(place), in \(first.path.store)  ", x: wordsX, y: y)
      let room = canvas.size.width - 2 - end
      let words = [verdicts.joined(separator: "  "), verdicts[0]].first { columns(of: $0) <= room }
      canvas.put(words ?? first.rule.source.word, x: end, y: y, style: mark.style)
      return y + 1
    }
    canvas.put(place, x: wordsX, y: y)
    canvas.put("in \(first.path.store)", x: x + 2, y: y + 1)
    for (row, verdict) in verdicts.enumerated() {
      canvas.put(verdict, x: x + 2, y: y + 2 + row, style: mark.style)
    }
    return y + 2 + verdicts.count
  }
}
