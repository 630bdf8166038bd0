import Content
import Drawing
import GeoModel

/// One world map and three stories on it, one for each motive to have more than one region.
///
/// Arguments: `topology`, `motive`, and those of the motive:
/// - availability: `home` (where everybody writes), `other` (its standby), `users`;
/// - latency: `home`, `users` (the farthest one tells the story);
/// - compliance: `rows` (where a row is written), `copies` (where it is copied to).
///
/// A motive ignores the arguments of the others, so that one knob can turn from story to story.
struct WhyMultiRegion: Scene {
  private enum Motive: String, CaseIterable { case availability, latency, compliance }

  private let story: any WhyMultiRegionStory
  private let hasChoice: Bool

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let topology = try arguments.topology(from: scene.atlas, default: scene.topology)
    let map = scene.catalog.map
    story =
      switch try arguments.choice("motive", default: Motive.availability) {
      case .availability: WhyMultiRegionOutage(map, run: try arguments.outage(in: topology))
      case .latency: try WhyMultiRegionDistance(map, topology, &arguments)
      case .compliance: try WhyMultiRegionResidency(map, topology, &arguments)
      }
    for key in ["home", "other", "users", "rows", "copies"] {
      _ = try arguments.optionalRegions(key, of: topology)
    }
    try arguments.finish()
    hasChoice = scene.directive.knobs.contains { $0.key == "motive" }
  }

  /// Where the motive can be turned, which one it is; else what its story answers.
  var question: String { hasChoice ? "Which of the three are you solving?" : story.question }

  var events: [SceneEvent] { story.events }
  var duration: Duration { story.duration }
  var playingTime: Duration { .seconds(12) }
  var isPanorama: Bool { true }

  func idealHeight(width: Int) -> Int { story.idealHeight(width: width) }

  func draw(at time: Duration, into canvas: inout Canvas) {
    story.draw(at: time, into: &canvas)
  }
}

/// What one motive shows on the map.
protocol WhyMultiRegionStory: Sendable {
  var question: String { get }
  var events: [SceneEvent] { get }
  var duration: Duration { get }

  func idealHeight(width: Int) -> Int
  func draw(at time: Duration, into canvas: inout Canvas)
}

extension WhyMultiRegionStory {
  /// A little longer than the last event, so that its effect is seen.
  var duration: Duration { max(.milliseconds(1), (events.last?.time ?? .zero) * 21 / 20) }
}

extension Arguments {
  /// The regions of an argument with all that is known about them; at least one.
  mutating func places(
    _ key: String, of topology: Topology, without excluded: RegionID? = nil
  ) throws(Diagnostic) -> [Region] {
    let places = try regions(key, of: topology).filter { $0 != excluded }
      .compactMap(topology.region)
    guard places.isEmpty else { return places }
    let exception = excluded.map { " other than \($0)" } ?? ""
    throw failure(key, "name at least one region\(exception)")
  }

  /// The region of an argument with all that is known about it.
  mutating func place(_ key: String, of topology: Topology) throws(Diagnostic) -> Region {
    let id = try region(key, of: topology)
    return topology.region(id) ?? topology.regions[0]
  }
}
