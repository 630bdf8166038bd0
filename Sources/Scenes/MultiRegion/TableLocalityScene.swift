import Content
import Drawing
import GeoModel

/// What a read and a write cost a client in every region, for one locality of a table.
///
/// Arguments: `topology`, `regions`, `survive`, `placement`, `locality` (by-table, by-row, global),
/// `home` (a region; `own` for a row that lives where its client is), `max-offset`.
struct TableLocalityScene: DiagramScene {
  private let kind: TableKind
  private let topology: Topology
  private let regions: [RegionID]
  /// The table as each client meets it: its own row, or the same for all.
  private let tables: [PlacedTable]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let database = try arguments.database(in: topology)
    kind = try arguments.choice("locality")
    let homes = try arguments.homes(of: database, in: topology)
    let maxOffset = try arguments.duration("max-offset", default: ClosedTimestamps().maxOffset)
    var tables: [PlacedTable] = []
    for home in homes {
      do throws(MultiRegionError) {
        var table = try database.place(kind.locality(home: home), in: topology)
        table.timestamps.maxOffset = maxOffset
        tables.append(table)
      } catch {
        throw arguments.failure("home", error.description)
      }
    }
    try arguments.finish()
    self.topology = topology
    self.tables = tables
    regions = database.regions
  }

  var question: String {
    switch kind {
    case .global: "What does a GLOBAL table cost?"
    case .byRow where isOwn: "What does everybody's own row cost?"
    case .byRow: "What does a row that lives in \(tables[0].placement.home) cost?"
    case .byTable: "What does a table that lives in \(tables[0].placement.home) cost?"
    }
  }

  private var isOwn: Bool { Set(tables.map(\.placement.home)).count > 1 }

  private func read(_ client: Int) -> Duration? {
    tables[client].read(from: regions[client], in: topology)
  }

  private func write(_ client: Int) -> Duration? {
    tables[client].write(from: regions[client], in: topology)
  }

  // MARK: - The picture

  var diagram: TimeBars {
    let reads = regions.indices.map { TimeBars.Row.bar(readBar($0)) }
    let writes = regions.indices.map { TimeBars.Row.bar(writeBar($0)) }
    let times = regions.indices.flatMap { [read($0), write($0)] }.compactMap(\.self)
    return TimeBars(
      rows: [.heading("a read from")] + reads + [.heading("a write from")] + writes,
      end: max(.milliseconds(1), times.max() ?? .zero))
  }

  private func bar(_ client: Int) -> TimeBars.Bar {
    let region = regions[client]
    return TimeBars.Bar(label: region.name, mark: tables[client].placement.mark(of: region))
  }

  private func readBar(_ client: Int) -> TimeBars.Bar {
    var bar = bar(client)
    let time = read(client) ?? .zero
    bar.segments = [
      TimeBars.Segment(start: .zero, end: time, pattern: .hatched, style: Style(.message))
    ]
    bar.note = time == .zero ? "answered here" : "asks \(tables[client].placement.home)"
    return bar
  }

  /// The way to the leaseholder is hatched, the commit or the wait for the time ahead solid.
  private func writeBar(_ client: Int) -> TimeBars.Bar {
    let table = tables[client]
    var bar = bar(client)
    let home = table.placement.home
    let isHere = regions[client] == home
    let there = isHere ? .zero : topology.oneWay(from: regions[client], to: home)
    let back = table.isGlobal || isHere ? .zero : topology.oneWay(from: home, to: regions[client])
    let end = write(client) ?? .zero
    func segment(_ start: Duration, _ end: Duration, _ pattern: BarPattern) -> TimeBars.Segment {
      TimeBars.Segment(
        start: start, end: end, pattern: pattern,
        style: Style(pattern == .solid ? .voter : .message))
    }
    bar.segments = [
      segment(.zero, there, .hatched), segment(there, end - back, .solid),
      segment(end - back, end, .hatched),
    ].filter { $0.start < $0.end }
    if isHere { bar.note = table.isGlobal ? "waits for its time" : "commits" }
    return bar
  }

  // MARK: - In words

  var events: [SceneEvent] {
    let last = regions.indices.compactMap(read).max() ?? .zero
    let reads = SceneEvent(time: last, sentence: readSentence)
    let writes = regions.indices.compactMap { client in
      write(client).map { SceneEvent(time: $0, sentence: writeSentence(client, after: $0)) }
    }
    return ([SceneEvent(time: .zero, sentence: opening), reads] + writes).inOrderOfTime
  }

  private var opening: String {
    let placement = tables[0].placement
    switch kind {
    case .global: return "Its leaseholder is in \(placement.home); every region has a copy."
    case .byRow where isOwn: return "Each row's leaseholder is in the region of the row."
    case .byRow, .byTable: return "Its leaseholder is in \(placement.home), and answers every read."
    }
  }

  private var readSentence: String {
    let near = regions.indices.filter { read($0) == .zero }.map { regions[$0].name }
    return near.count == regions.count
      ? "Every region reads the present at home."
      : "Only \(near.joined(separator: ", ")) reads the present at home."
  }

  private func writeSentence(_ client: Int, after time: Duration) -> String {
    let table = tables[client]
    let done = "\(regions[client]) has written after \(text(time))"
    guard table.isGlobal else { return "\(done)." }
    let lead = table.timestamps.lead
    let commit = table.placement.group(in: topology)?.commit(in: topology)?.latency ?? .zero
    return "\(done): \(text(lead)) ahead, though it was committed after \(text(commit))."
  }
}

extension Arguments {
  /// The home of what each client reads and writes.
  fileprivate mutating func homes(
    of database: MultiRegionDatabase, in topology: Topology
  ) throws(Diagnostic) -> [RegionID] {
    if try optionalString("home") == "own" { return database.regions }
    let home = try region("home", of: topology, default: database.primary)
    return database.regions.map { _ in home }
  }
}
