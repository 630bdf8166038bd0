import Content
import Drawing
import GeoModel

/// How old is what three kinds of read return, how soon, and for how long behind a cut.
///
/// The time of the run is how long the cut has lasted; without one, how long the reader waits.
/// Arguments: `topology`, `regions`, `survive`, `placement`, `home`, `client`, `max-staleness`,
/// `cut` (none, or how long it lasts).
struct FollowerReadScene: Scene {
  struct Row {
    let label: String
    let read: FollowerRead
  }

  let table: PlacedTable
  let topology: Topology
  let client: RegionID
  let bound: Duration
  /// How long the client's region is cut off from the leaseholder's; `nil` for an ordinary day.
  let cut: Duration?

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let database = try arguments.database(in: topology)
    let home = try arguments.region("home", of: topology, default: database.primary)
    client = try arguments.region("client", of: topology)
    guard client != home else {
      throw arguments.failure("client", "client is the home, \(home); it must be another region")
    }
    bound = try arguments.duration("max-staleness", default: .seconds(10))
    cut = try arguments.cut()
    do throws(MultiRegionError) {
      table = try database.place(.regionalByTable(in: home), in: topology)
    } catch {
      throw arguments.failure("home", error.description)
    }
    guard table.placement.regions.contains(client) else {
      throw arguments.failure("client", "\(client) has no copy; it must be a region with one")
    }
    try arguments.finish()
    self.topology = topology
  }

  var question: String { "How old is what \(client) reads?" }

  var duration: Duration { cut ?? max(.milliseconds(1), way) }

  /// A cut of some seconds is played faster than it is, a round trip slower.
  var playingTime: Duration { cut ?? way * 30 }

  var rows: [Row] {
    [
      Row(label: "strong", read: .strong), Row(label: "exact", read: .exact),
      Row(label: "bounded", read: .bounded(bound)),
    ]
  }

  /// How long the leaseholder's answer takes.
  private var way: Duration { topology.clientWay(client, table.placement.home) }

  func answer(_ read: FollowerRead, at time: Duration) -> FollowerRead.Answer? {
    table.answer(read, from: client, cut: cut.map { min(time, $0) }, in: topology)
  }

  /// How far back a read may go, or must; `nil` for one of the present.
  func oldest(_ read: FollowerRead) -> Duration? {
    switch read {
    case .strong: nil
    case .exact: table.timestamps.exactStaleness
    case .bounded(let bound): bound
    }
  }

  /// How far back the client's replica knows everything.
  func freshest(at time: Duration) -> Duration {
    let way = topology.oneWay(from: table.placement.home, to: client)
    return table.timestamps.freshest(delay: max(way, cut.map { min(time, $0) } ?? .zero))
  }

  func idealHeight(width: Int) -> Int { FollowerReadPicture.idealHeight }

  func draw(at time: Duration, into canvas: inout Canvas) {
    FollowerReadPicture(scene: self, size: canvas.size).draw(at: time, into: &canvas)
  }
}

extension FollowerReadScene {
  private var home: RegionID { table.placement.home }

  var events: [SceneEvent] { cut == nil ? ordinaryDay : cutOff }

  private var ordinaryDay: [SceneEvent] {
    let exact = text(table.timestamps.exactStaleness)
    return [
      SceneEvent(
        time: .zero,
        sentence: "The replica in \(client) answers at once: exactly \(exact) old, or the freshest "
          + "that it knows."),
      SceneEvent(time: way, sentence: "The leaseholder in \(home) has answered: what holds now."),
    ]
  }

  private var cutOff: [SceneEvent] {
    let opening = SceneEvent(
      time: .zero, sentence: "\(client) is cut off from \(home): no strong read is answered.")
    return
      ([opening] + end(of: .exact, "Exact staleness stops: the replica does not know that time.")
      + end(
        of: .bounded(bound), "Bounded staleness stops: the freshest is older than \(text(bound))."))
      .inOrderOfTime
  }

  /// The moment from which a kind of read is not answered any more, if it comes within the cut.
  private func end(of read: FollowerRead, _ sentence: String) -> [SceneEvent] {
    let known = table.timestamps.freshest(delay: .zero)
    let end = max(.zero, (oldest(read) ?? .zero) - known)
    guard let cut, end < cut else { return [] }
    // At the last moment it is still answered.
    return [SceneEvent(time: end + .milliseconds(1), sentence: sentence)]
  }
}

extension Arguments {
  /// A time, or the word `none`.
  fileprivate mutating func cut() throws(Diagnostic) -> Duration? {
    guard let text = try optionalString("cut"), text != "none" else { return nil }
    let cut = try duration("cut")
    guard (.seconds(1) ... .seconds(60)).contains(cut) else {
      throw failure("cut", "cut is \(text); it must be none or 1 s to 60 s")
    }
    return cut
  }
}
