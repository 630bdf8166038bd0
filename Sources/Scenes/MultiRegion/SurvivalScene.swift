import Content
import Drawing
import GeoModel
import GeoSim

/// Replicas in their zones, a loss, and what every region's client waits for before and after.
///
/// Arguments: `topology`, `regions`, `survive`, `placement`, `home`, `lost` (none, zone for the
/// leader's own, or a region).
struct SurvivalScene: Scene {
  let run: SurvivalRun
  let events: [SceneEvent]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let database = try arguments.database(in: topology)
    let home = try arguments.region("home", of: topology, default: database.primary)
    let lost = try arguments.loss(home: home, in: topology)
    do throws(MultiRegionError) {
      let table = try database.place(.regionalByTable(in: home), in: topology)
      run = SurvivalRun(
        table.placement, clients: database.regions, losing: lost, in: topology)
    } catch {
      throw arguments.failure("home", error.description)
    }
    try arguments.finish()
    events = SurvivalNarration(run: run).events
  }

  var question: String {
    guard let lost = run.lost.first else {
      return "Where are the replicas, and what do writes cost?"
    }
    return "Who still writes when \(lost.name) is lost?"
  }

  var duration: Duration { run.lost.isEmpty ? run.loss : run.duration }

  var playingTime: Duration { .seconds(run.lost.isEmpty ? 4 : 14) }

  func idealHeight(width: Int) -> Int { SurvivalPicture.idealHeight(regions: run.clients.count) }

  func draw(at time: Duration, into canvas: inout Canvas) {
    SurvivalPicture(run: run, size: canvas.size).draw(at: time, into: &canvas)
  }
}

extension Arguments {
  /// The lost domain: none, the leader's zone, or a region.
  fileprivate mutating func loss(
    home: RegionID, in topology: Topology
  ) throws(Diagnostic) -> [FailureDomain] {
    switch try optionalString("lost") {
    case nil, "none": []
    case "zone": [.zone(home, 0)]
    default: [.region(try region("lost", of: topology))]
    }
  }
}
