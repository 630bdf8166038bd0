import Content
import Drawing
import GeoModel

/// Where the request of a user enters, who serves it, and when others see what he wrote.
///
/// Arguments: `topology`, `user` (where he is), `home` (where he lives), `regions` (with data, the
/// primary first), `pattern`, `routing` (latency, geolocation, home), `request` (write, read),
/// `about` (profile, stock), `lag`.
struct GeoRouting: Scene {
  enum Request: String, CaseIterable { case write, read }
  enum About: String, CaseIterable { case profile, stock }

  private let map: WorldMap
  private let topology: Topology
  private let home: RegionID
  private let regions: [RegionID]
  private let deployment: Deployment
  private let rule: EntryRule
  private let request: Request
  private let about: About
  private let lag: Duration
  private let path: RequestPath

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let user = try arguments.region("user", of: topology)
    home = try arguments.region("home", of: topology, default: user)
    regions = try arguments.regions("regions", of: topology)
    guard !regions.isEmpty, Set(regions).count == regions.count else {
      throw arguments.failure("regions", "regions must have at least one region, each once")
    }
    let pattern = try arguments.choice("pattern", default: DesignPattern.homeRegion)
    rule = try arguments.choice("routing", default: .latency)
    request = try arguments.choice("request", default: .write)
    about = try arguments.choice("about", default: .profile)
    lag = try arguments.duration("lag", default: .milliseconds(500))
    try arguments.finish()
    map = scene.catalog.map
    self.topology = topology
    deployment = pattern.deployment
    path = Self.path(
      from: user, home: home, among: regions, in: topology, deployment, rule, request, about)
  }

  private static func path(
    from user: RegionID, home: RegionID, among regions: [RegionID], in topology: Topology,
    _ deployment: Deployment, _ rule: EntryRule, _ request: Request, _ about: About
  ) -> RequestPath {
    let entry = topology.entry(rule, from: user, home: home, among: regions)
    if deployment.hasConsensusForStock, about == .stock {
      let commit = request == .write ? commitLatency(of: regions, in: topology) : .zero
      return RequestPath(
        from: user, entry: entry, server: regions[0], work: commit, in: topology)
    }
    let server =
      switch (request, deployment.writer) {
      case (.read, _), (.write, .nearest): entry
      case (.write, .primary): regions[0]
      case (.write, .home): topology.entry(.home, from: user, home: home, among: regions)
      }
    return RequestPath(from: user, entry: entry, server: server, in: topology)
  }

  private static func commitLatency(of regions: [RegionID], in topology: Topology) -> Duration {
    let group = try? ReplicaGroup(leader: regions[0], voters: regions)  // the leader votes
    return group?.commit(in: topology)?.latency ?? .zero
  }

  var question: String { "Where does a request go, and how long does it take?" }

  var isPanorama: Bool { true }

  private var isDecidedByAll: Bool { deployment.hasConsensusForStock && about == .stock }
}

// MARK: - What happens when

extension GeoRouting {
  /// When the other regions show a write, in the order of the list.
  private var copies: [(region: RegionID, time: Duration)] {
    guard request == .write else { return [] }
    let lag = isDecidedByAll ? .zero : lag
    let sent = isDecidedByAll ? path.arrived : path.served + lag
    return regions.filter { $0 != path.server }.map { region in
      (region, sent + topology.way(from: path.server, to: region))
    }
  }

  var events: [SceneEvent] {
    let moments =
      [SceneEvent(time: .zero, sentence: opening), entering, passing, serving].compactMap(\.self)
      + copies.map { copy in
        SceneEvent(
          time: copy.time,
          sentence: isDecidedByAll
            ? "\(copy.region) has the sale in its log after \(text(copy.time))."
            : "\(copy.region) shows the write after \(text(copy.time)).")
      } + [
        SceneEvent(
          time: path.answered, sentence: "He has his answer after \(text(path.answered)).")
      ]
    return moments.inOrderOfTime
  }

  private var opening: String {
    let deed =
      switch (request, about) {
      case (.write, .profile): "changes his profile"
      case (.read, .profile): "reads his profile"
      case (.write, .stock): "buys the last unit"
      case (.read, .stock): "asks what is left"
      }
    return path.user == home
      ? "A user who lives and is in \(home) \(deed)."
      : "A user of \(home) is in \(path.user) and \(deed)."
  }

  private var entering: SceneEvent {
    let reason =
      switch rule {
      case .latency: "the least latency"
      case .geolocation: "the country of his address"
      case .home: "the home in his token"
      }
    return SceneEvent(
      time: path.entered,
      sentence: "His request enters at \(path.entry) after \(text(path.entered)), by \(reason).")
  }

  private var passing: SceneEvent? {
    guard path.entry != path.server else { return nil }
    return SceneEvent(
      time: path.arrived, sentence: "\(path.entry) has passed it on to \(path.server), \(duty).")
  }

  private var duty: String {
    if isDecidedByAll { return "which leads the group" }
    return deployment.writer == .primary ? "the primary" : "the region of his home"
  }

  private var serving: SceneEvent? {
    if request == .read {
      return SceneEvent(time: path.served, sentence: "\(path.server) answers \(freshness).")
    }
    guard isDecidedByAll else { return nil }
    return SceneEvent(
      time: path.served, sentence: "A majority has the sale: it is decided, once and for all.")
  }

  /// How old what a region shows of its own data and that of others can be.
  private var freshness: String {
    if isDecidedByAll { return "as the leader: nothing is newer" }
    let writers =
      switch deployment.writer {
      case .primary: [regions[0]]
      case .home: [topology.entry(.home, from: path.user, home: home, among: regions)]
      case .nearest: regions
      }
    let oldest = writers.filter { $0 != path.server }
      .map { topology.way(from: $0, to: path.server) + lag }.max()
    return oldest.map { "from its copy, as it was \(text($0)) ago" }
      ?? "as the one that takes his writes: nothing is newer"
  }
}

// MARK: - Drawing

extension GeoRouting {
  func idealHeight(width: Int) -> Int {
    WhyMultiRegionMap.idealHeight(
      width: width, entries: list.count, entryWidth: Self.entryWidth, below: 0)
  }

  private static let entryWidth = 33

  func draw(at time: Duration, into canvas: inout Canvas) {
    let parts = WhyMultiRegionMap(
      size: canvas.size, entries: list.count, entryWidth: Self.entryWidth, below: 0)
    var picture = Canvas(size: parts.map, marks: canvas.marks)
    map.draw(into: &picture, arcs: arcs(at: time), markers: markers(at: time))
    canvas.paste(picture, x: 0, y: 0)
    for (index, entry) in list.enumerated() {
      let x = parts.list.x + index % parts.perLine * Self.entryWidth
      let y = parts.list.y + index / parts.perLine
      drawEntry(entry, isOver: entry.time <= time, x: x, y: y, into: &canvas)
    }
  }

  private struct Entry {
    let mark: Mark
    let title: String
    let region: String
    let time: Duration
    var isStrong = false
  }

  private var list: [Entry] {
    [
      Entry(mark: .client, title: "asks in", region: path.user.name, time: .zero),
      Entry(mark: .voter, title: "enters", region: path.entry.name, time: path.entered),
      Entry(mark: .leader, title: "served", region: path.server.name, time: path.served),
      Entry(
        mark: .done, title: "answer", region: "", time: path.answered, isStrong: true),
    ]
      + copies.map {
        Entry(mark: .voter, title: "copy", region: $0.region.name, time: $0.time)
      }
  }

  private func drawEntry(
    _ entry: Entry, isOver: Bool, x: Int, y: Int, into canvas: inout Canvas
  ) {
    canvas.put(String(entry.mark.glyph), x: x, y: y, style: entry.mark.style)
    canvas.put(entry.title, x: x + 2, y: y, style: entry.isStrong ? .text : .faint)
    canvas.put(entry.region, x: x + 10, y: y)
    guard isOver else { return }
    canvas.put(
      text(entry.time), endX: x + Self.entryWidth - 2, y: y,
      style: entry.isStrong ? .strong : .text)
  }

  private func markers(at time: Duration) -> [WorldMap.Marker] {
    let places = regions + (regions.contains(path.user) ? [] : [path.user])
    return places.compactMap(topology.region).map { region in
      let isUser = region.id == path.user
      let mark: Mark =
        if region.id == path.server { .leader } else if regions.contains(region.id) { .voter } else
        {
          .client
        }
      return region.marker(mark, label: isUser ? "user \(region.id)" : region.id.name)
    }
  }

  /// The ways of the request and of the copies; two ways between the same places are one arc.
  private func arcs(at time: Duration) -> [WorldMap.Arc] {
    let request = [
      Leg(path.user, path.entry, from: .zero, to: path.entered),
      Leg(path.entry, path.server, from: path.entered, to: path.arrived),
      Leg(path.server, path.user, from: path.served, to: path.answered),
    ]
    let others = copies.map { copy in
      Leg(
        path.server, copy.region,
        from: copy.time - topology.way(from: path.server, to: copy.region), to: copy.time)
    }
    return request.compactMap { arc($0, at: time, "◆", Style(.message, isBold: true)) }
      + others.compactMap { arc($0, at: time, "•", Style(.faint)) }
  }

  private struct Leg {
    let start: RegionID
    let end: RegionID
    let sent: Duration
    let arrival: Duration

    init(_ start: RegionID, _ end: RegionID, from sent: Duration, to arrival: Duration) {
      (self.start, self.end, self.sent, self.arrival) = (start, end, sent, arrival)
    }
  }

  private func arc(
    _ leg: Leg, at time: Duration, _ glyph: Character, _ style: Style
  ) -> WorldMap.Arc? {
    guard leg.start != leg.end, let start = topology.region(leg.start),
      let end = topology.region(leg.end)
    else { return nil }
    let isUnderWay = leg.sent <= time && time < leg.arrival
    let fraction = (time - leg.sent) / max(.nanoseconds(1), leg.arrival - leg.sent)
    return WorldMap.Arc(
      from: start.place.mapPoint, to: end.place.mapPoint,
      style: Style(glyph == "◆" ? .link : .faint),
      packets: isUnderWay ? [WorldMap.Packet(fraction: fraction, glyph: glyph, style: style)] : [])
  }
}
