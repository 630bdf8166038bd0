import Content
import Drawing
import GeoModel

/// What light in fibre would need, what the handout says, and what was measured, pair by pair.
///
/// Arguments: `topology` (whose claims are shown), `measured` (a topology with regions in the same
/// cities), `pairs`: a list of `from - to`.
struct LightFloor: DiagramScene {
  private let pairs: [ComparedPair]
  private let measured: Topology
  let events: [SceneEvent]

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    let claims = try arguments.topology(from: scene.atlas, default: scene.topology)
    let measured = try arguments.topology("measured", from: scene.atlas, default: "aws-2025")
    var pairs: [ComparedPair] = []
    for pair in try arguments.strings("pairs") {
      do {
        pairs.append(try ComparedPair(pair, claims: claims, measured: measured))
      } catch {
        throw arguments.failure("pairs", error.description)
      }
    }
    try arguments.finish()
    self.pairs = pairs
    self.measured = measured
    events = Self.narrate(pairs)
  }

  var question: String { "What does the distance alone cost?" }

  var diagram: TimeBars {
    let end = pairs.flatMap { [$0.floor, $0.claim, $0.measured] }.max() ?? .milliseconds(1)
    return TimeBars(rows: pairs.flatMap(rows), threshold: nil, end: end)
  }

  private func rows(of pair: ComparedPair) -> [TimeBars.Row] {
    let distance = Quantity.distance(kilometres: pair.kilometres).text
    let verdict = pair.isImpossible ? "✘ faster than light" : pair.isEstimate ? "estimate" : ""
    let stretch = Quantity.ratio(pair.measured / pair.floor).text
    return [
      .heading("\(pair.from.city) – \(pair.to.city), \(distance)"),
      bar("light in fibre", pair.floor, .message, "the floor"),
      bar("handout", pair.claim, pair.isImpossible ? .lost : .leader, verdict),
      bar("measured \(measured.percentile ?? "")", pair.measured, .voter, stretch),
    ]
  }

  private func bar(_ label: String, _ duration: Duration, _ role: Role, _ note: String)
    -> TimeBars.Row
  {
    let segment = TimeBars.Segment(
      start: .zero, end: duration, pattern: .solid, style: Style(role))
    return .bar(TimeBars.Bar(label: label, segments: [segment], note: note))
  }

  private static func narrate(_ pairs: [ComparedPair]) -> [SceneEvent] {
    let opening = SceneEvent(
      time: .zero, sentence: "A flash of light leaves for every city and comes straight back.")
    return ([opening] + pairs.flatMap(narrate)).inOrderOfTime
  }

  private static func narrate(_ pair: ComparedPair) -> [SceneEvent] {
    let city = pair.to.city
    let verdict = pair.isImpossible ? ": faster than light!" : "."
    let stretch = Quantity.ratio(pair.measured / pair.floor).text
    return [
      SceneEvent(
        time: pair.floor,
        sentence: "Light is back from \(city) after \(text(pair.floor)); nothing can be sooner."),
      SceneEvent(
        time: pair.claim,
        sentence: "The handout says \(text(pair.claim)) to \(city) and back\(verdict)"),
      SceneEvent(
        time: pair.measured,
        sentence: "A real packet is back from \(city) after \(text(pair.measured)): "
          + "\(stretch) its floor."),
    ]
  }
}

/// One pair of cities as two topologies see it.
private struct ComparedPair: Sendable {
  let from: Region
  let to: Region
  let kilometres: Double
  let floor: Duration
  let claim: Duration
  let isEstimate: Bool
  let measured: Duration

  var isImpossible: Bool { claim < floor }

  init(_ pair: String, claims: Topology, measured: Topology) throws(PairError) {
    let names = pair.split(separator: " ").filter { $0 != "-" }.map { RegionID(String($0)) }
    guard names.count == 2 else { throw .notAPair(pair) }
    guard let from = claims.region(names[0]), let to = claims.region(names[1]) else {
      throw .unknown(
        claims.region(names[0]) == nil ? names[0] : names[1], known: claims.regions.map(\.id))
    }
    guard let start = measured.region(near: from.place), let end = measured.region(near: to.place)
    else { throw .notMeasured(pair, measured.name) }
    self.from = from
    self.to = to
    kilometres = claims.distanceKilometres(from.id, to.id)
    floor = claims.floor(from.id, to.id)
    claim = claims.roundTrip(from.id, to.id)
    isEstimate = claims.isEstimate(from.id, to.id)
    self.measured = measured.roundTrip(start.id, end.id)
  }
}

private enum PairError: Error, CustomStringConvertible {
  case notAPair(String)
  case unknown(RegionID, known: [RegionID])
  case notMeasured(String, String)

  var description: String {
    switch self {
    case .notAPair(let text): "'\(text)' is not a pair; write two regions: us-east - eu-west"
    case .unknown(let region, let known):
      "no region is called '\(region)'; " + suggestion(for: region.name, in: known.map(\.name))
    case .notMeasured(let pair, let topology):
      "\(topology) has no regions in the cities of '\(pair)'"
    }
  }
}
