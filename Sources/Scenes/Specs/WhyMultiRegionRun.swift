import Content
import GeoModel
import GeoSim

/// The same loss of a region twice, played with a standby and without one.
///
/// Probes, lease and names are those of the lesson on failover: three missed probes, one every
/// 10 s, seen by a majority of the users' regions; a lease of 6 s; a time to live of 20 s.
struct WhyMultiRegionRun {
  let home: Region
  let other: Region
  let users: [Region]
  let alone: FailoverRun
  let pair: FailoverRun

  init(topology: Topology, home: Region, other: Region, users: [Region]) {
    self.home = home
    self.other = other
    self.users = users
    func play(standbys: [RegionID]) -> FailoverRun {
      FailoverRun(
        Self.scenario(
          FailoverScenario(
            topology: topology, primary: home.id, standbys: standbys,
            observers: users.map(\.id), clients: users.map(\.id))))
    }
    alone = play(standbys: [])
    pair = play(standbys: [other.id])
  }

  private static func scenario(_ plain: FailoverScenario) -> FailoverScenario {
    var scenario = plain
    scenario.writesPerSecond = 2 * Double(plain.clients.count)
    scenario.hasRegularWrites = true
    scenario.detector.agree = Quorum(voters: plain.observers.count).majority
    scenario.lease = .seconds(6)
    scenario.roleChange = .seconds(3)
    scenario.routing = .dns(ttl: .seconds(20))
    scenario.incident = [RegionFault(.crash(plain.primary), at: .seconds(10))]
    scenario.duration = .seconds(80)
    return scenario
  }

  // MARK: - What happened

  var duration: Duration { pair.scenario.duration }

  var failure: Duration { pair.scenario.incident[0].time }

  /// When the standby became the primary.
  var promotion: Duration? { pair.timeline.recovery?.promoted }

  /// When a user's writes went to the standby.
  func routed(user: Int) -> Duration? { pair.timeline.recovery?.routed[user] }

  func target(user: Int, at time: Duration) -> RegionID {
    routed(user: user).map { $0 <= time } == true ? other.id : home.id
  }

  func isWaiting(user: Int, at time: Duration) -> Bool {
    time >= failure && target(user: user, at: time) == home.id
  }

  /// From the failure until users write again, on average; `nil` where not all of them do.
  var rto: Duration? { pair.measurement.rto?.total }

  // MARK: - In words

  var events: [SceneEvent] {
    let cities = users.map(\.city).formattedAsList
    let opening = SceneEvent(time: .zero, sentence: "Users in \(cities) write to \(home.id).")
    let loss = SceneEvent(
      time: failure, sentence: "\(home.id) is LOST. Nobody can write, wherever he is.")
    return ([opening, loss] + recovery).inOrderOfTime
  }

  private var recovery: [SceneEvent] {
    guard let marks = pair.timeline.recovery else { return [] }
    let agreeing = "\(pair.scenario.detector.agree) of \(users.count)"
    let turns = marks.routed.enumerated().compactMap { user, time in
      time.map {
        SceneEvent(
          time: $0, sentence: "The user in \(users[user].city) writes again, to \(other.id).")
      }
    }
    return [
      SceneEvent(
        time: marks.agreed,
        sentence: "\(agreeing) observers agree, after \(text(marks.agreed - failure)): "
          + "\(home.id) is dead."),
      SceneEvent(
        time: marks.promoted,
        sentence: "\(other.id) has taken over. The users' DNS still says \(home.id)."),
    ] + turns + conclusion
  }

  /// Halfway between the last user's return and the end.
  private var conclusion: [SceneEvent] {
    guard let rto, let last = pair.timeline.recovery?.routed.compactMap({ $0 }).max() else {
      return []
    }
    let sentence =
      "Two regions: down \(text(rto)) on average. One region: until it is back."
    return [SceneEvent(time: (last + duration) / 2, sentence: sentence)]
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  var formattedAsList: String {
    count < 2 ? joined() : "\(dropLast().joined(separator: ", ")) and \(self[count - 1])"
  }
}

extension Arguments {
  /// The run that the arguments `home`, `other` and `users` describe.
  mutating func outage(in topology: Topology) throws(Diagnostic) -> WhyMultiRegionRun {
    let home = try place("home", of: topology)
    let other = try places("other", of: topology, without: home.id)[0]
    let users = try places("users", of: topology, without: home.id)
    return WhyMultiRegionRun(topology: topology, home: home, other: other, users: users)
  }
}
