import Content
import Drawing
import GeoModel
import GeoSim

/// A DynamoDB global table in use: who writes what where, when the others hear of it, and what is
/// lost, stale or refused.
///
/// Arguments: `topology`, `replicas`, `witness`, `mode` (mrec, mrsc), `workload` (count, lock, read,
/// order), `clients`: the regions of two clients, at first the first two replicas; `counter` (add,
/// conditional, per-region, stream), `clicks` of each client, `every`: from one act of a client to
/// the next, `apart`: how much later the second one begins, `lag`: from a write until its replica
/// sends it on, half as long to twice as long for most; `incident`, `duration`, `seed`.
struct GlobalTableScene: BreakableScene {
  private let story: TableStory
  let events: [SceneEvent]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let table = try arguments.globalTable(in: topology)
    var scenario = GlobalTableScenario(table, topology: topology)
    let workload: TableWorkload = try arguments.choice("workload", default: .count)
    let counting: TableCounting = try arguments.choice("counter", default: .add)
    let clients = try arguments.clients(of: table, in: topology)
    let rhythm = TableRhythm(
      clicks: try arguments.integer("clicks", in: 1...5, default: 2),
      interval: try arguments.duration("every", default: .milliseconds(200)),
      offset: try arguments.duration("apart", default: .milliseconds(50)))
    scenario.lag = try arguments.duration("lag", default: .milliseconds(300))
    scenario.lagJitter = .lognormal(sigma: 0.35)
    scenario.incident = try arguments.incident(in: topology)
    scenario.duration = try arguments.duration("duration", default: .seconds(1))
    scenario.seed = UInt64(try arguments.integer("seed", in: 0...1_000_000, default: 1))
    try arguments.finish()
    scenario.use(for: workload, by: clients, rhythm, counting)
    story = TableStory(scenario, workload, counting)
    events = TableNarration(story: story).events
  }

  var question: String {
    switch story.workload {
    case .count: "Is every click counted?"
    case .lock: "Who holds the lock?"
    case .read: "Does the reader see the last write?"
    case .order: "Are an order and its payment seen together?"
    }
  }

  var duration: Duration { story.scenario.duration }
  var playingTime: Duration { .seconds(14) }
  var breakable: [RegionID] { story.scenario.table.regions }

  private var diagram: SpaceTime { TablePicture(story: story).diagram }

  /// The lanes, and two rows that add up.
  func idealHeight(width: Int) -> Int { diagram.idealHeight + 3 }

  func draw(at time: Duration, into canvas: inout Canvas) {
    let size = canvas.size
    // Where rows are few, lanes apart say more than what clients were told.
    let rows = size.height < 12 ? 1 : size.height < diagram.idealHeight + 3 ? 2 : 3
    let height = max(0, size.height - rows)
    var lanes = Canvas(size: Size(width: size.width, height: height), marks: canvas.marks)
    diagram.draw(at: time, into: &lanes)
    canvas.paste(lanes, x: 0, y: 0)
    TableSummary(story: story).draw(at: time, rows: min(rows, 2), into: &canvas)
  }
}

/// When clients act.
private struct TableRhythm {
  let clicks: Int
  let interval: Duration
  let offset: Duration
}

extension GlobalTableScenario {
  /// - Parameter clients: where the first and the second client are.
  fileprivate mutating func use(
    for workload: TableWorkload, by clients: [RegionID], _ rhythm: TableRhythm,
    _ counting: TableCounting
  ) {
    switch workload {
    case .count:
      count(
        rhythm.clicks, in: clients, every: rhythm.interval, offset: rhythm.offset, by: counting)
    case .lock:
      self.clients = clients.enumerated().map { number, region in
        let lock = TableWrite(TableKey.lock, .put(number + 1), if: .absent)
        return Client(in: region, [.init(at: rhythm.offset * number, .ask(.write(lock)))])
      }
    case .read:
      let write = TableTask.write(TableWrite(TableKey.counter, .put(1)))
      self.clients = [
        Client(in: clients[0], [.init(at: .zero, .ask(write))]),
        Client(in: clients[1], reads(of: [TableKey.counter], rhythm)),
      ]
    case .order:
      let writes = TableKey.order.map { TableWrite($0, .put(1)) }
      self.clients = [
        Client(in: clients[0], [.init(at: .zero, .ask(.transact(writes)))]),
        Client(in: clients[1], reads(of: TableKey.order, rhythm)),
      ]
    }
  }

  /// Reads again and again, for as long as the run lasts.
  private func reads(of keys: [String], _ rhythm: TableRhythm) -> [TableClient.Step] {
    let interval = max(rhythm.interval, duration / 20)
    let count = Int((duration - rhythm.offset) / interval)
    return (0..<max(1, count)).flatMap { number in
      keys.map { .init(at: rhythm.offset + interval * number, .ask(.read($0, strong: true))) }
    }
  }
}

extension TableKey {
  static let lock = "lock"
  static let order = ["order", "payment"]
}

extension Arguments {
  fileprivate mutating func globalTable(in topology: Topology) throws(Diagnostic) -> GlobalTable {
    let replicas = try regions("replicas", of: topology)
    let witness = try regionsOrNone("witness", of: topology).first
    let mode: GlobalTable.Mode = try choice("mode", default: .eventual)
    do {
      return try GlobalTable(mode: mode, replicas: replicas, witness: witness)
    } catch {
      throw failure("replicas", error.description)
    }
  }

  fileprivate mutating func clients(
    of table: GlobalTable, in topology: Topology
  ) throws(Diagnostic) -> [RegionID] {
    let clients =
      try optionalRegions("clients", of: topology) ?? Array(table.replicas.prefix(2))
    guard clients.count == 2 else {
      throw failure(
        "clients", "clients are in \(clients.map(\.name).joined(separator: ", ")); there must be 2")
    }
    if let stranger = clients.first(where: { !table.replicas.contains($0) }) {
      throw failure(
        "clients",
        "no replica is in \(stranger); clients are in \(alternatives(table.replicas.map(\.name)))")
    }
    return clients
  }
}
