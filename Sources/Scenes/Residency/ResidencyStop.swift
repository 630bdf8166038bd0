import Content
import Drawing
import GeoModel

/// A region that personal data of a population reach, the way on which they come, and what the
/// rules say of that.
struct ResidencyStop {
  let region: Region
  let path: DataPath
  let findings: [ResidencyFinding]
  /// Whether it is where the accounts live, and their rows are written.
  let isHome: Bool
  /// What may be said where nothing was found: `in the EEA`.
  let remark: String
  /// Whether only a basis allows it.
  let needsBasis: Bool
  /// When the data set out, and when they are there; a second for each hop.
  let departure: Duration
  let arrival: Duration

  /// The stops in the order in which they are told: the home first, then the shorter ways.
  static func stops(of audit: ResidencyAudit, for population: Population) -> [ResidencyStop] {
    let design = audit.design
    let findings = audit.findings.filter { $0.population == population.name }
    var paths: [DataPath] = []
    let copies = Reach(design.ofAccounts(in: population)).copies
    for copy in copies where copy.form.group < design.leastGroup {
      for region in design.regions(of: copy.store.placement, for: population) {
        let path = design.path(of: copy, to: region, for: population)
        guard let known = paths.firstIndex(where: { $0.region == region }) else {
          paths.append(path)
          continue
        }
        if path.hops.count < paths[known].hops.count { paths[known] = path }
      }
    }
    // What was found is told by its own way.
    paths = paths.map { path in findings.first { $0.path.region == path.region }?.path ?? path }
    var time = Duration.zero
    return paths.inOrderOfLength.compactMap { path in
      guard let region = design.topology.region(path.region) else { return nil }
      let departure = time
      time += .seconds(path.hops.count - 1)
      return ResidencyStop(
        region: region, path: path, findings: findings.filter { $0.path.region == path.region },
        isHome: path.region == population.home[0], remark: design.remark(on: path, for: population),
        needsBasis: design.needsBasis(in: region, for: population), departure: departure,
        arrival: time)
    }
  }

  /// How much of a hop lies behind the data, 0 to 1; `nil` before it begins.
  func fraction(ofHop index: Int, at time: Duration) -> Double? {
    let begin = departure + .seconds(index)
    return time < begin ? nil : min(1, (time - begin) / .seconds(1))
  }

  func mark(at time: Duration) -> Mark {
    if time < arrival { return .voter }
    if !findings.isEmpty { return .lost }
    if isHome { return .leader }
    return needsBasis ? .conditional : .done
  }
}

extension [DataPath] {
  fileprivate var inOrderOfLength: [DataPath] {
    enumerated().sorted {
      ($0.element.hops.count, $0.offset) < ($1.element.hops.count, $1.offset)
    }.map(\.element)
  }
}

extension Design {
  fileprivate func needsBasis(in region: Region, for population: Population) -> Bool {
    laws.jurisdiction(named: population.jurisdiction).transfers == .needsBasis
      && region.jurisdiction != population.jurisdiction
  }

  fileprivate func remark(on path: DataPath, for population: Population) -> String {
    let place = jurisdiction(of: path.region)
    if path.region == population.home[0] { return "home" }
    guard place.name != population.jurisdiction else { return "in \(place.phrase)" }
    guard let region = topology.region(path.region), needsBasis(in: region, for: population) else {
      return "allowed"
    }
    let ground: TransferBasis.Ground =
      store(named: path.store).map { self.ground(for: $0, in: path.region) } ?? .none
    return ground == .none ? "adequate" : "on \(ground.rawValue)"
  }
}
