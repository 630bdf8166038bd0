import Content
import GeoModel
import GeoSim

extension ServiceOutcome {
  /// The scene that shows the worst trial, and the moment at which it missed a limit; `nil` where no
  /// scene shows such a service.
  func replay(
    of measure: RecoveryMeasure, in measured: PlatformMeasurements
  ) -> (directive: Directive, moment: Duration?)? {
    let (service, design) = (self.measured.service, measured.design)
    switch service.copies {
    case .standbys, .active:
      let run = ServiceRun(
        service, in: measurement.trouble, load: ServiceDesign(design).load,
        topology: design.topology)
      guard let scenario = run.scenario(seed: measurement.worstSeed) else { return nil }
      let name = measure == .noSplitBrain ? "split-brain" : "failover-timeline"
      return (
        .shown(name, scenario.written, of: measured.submission),
        moment(of: measure, in: scenario)
      )
    case .consensus(let voters, let witness, let leader):
      return (
        .shown("commit-latency", group(voters, witness, leader), of: measured.submission),
        nil
      )
    case .snapshots(_, _, let schedule, _):
      return backups(schedule).map {
        (
          Directive(
            kind: "scene", name: "backups", body: $0.joined(separator: "\n"),
            file: measured.submission.file, line: 0),
          nil
        )
      }
    }
  }

  /// The commit of those who are left.
  private func group(
    _ voters: [RegionID], _ witness: RegionID?, _ leader: RegionID
  ) -> [String] {
    let lost = measurement.trouble.lostRegions
    let next = lost.contains(leader) ? voters.first { !lost.contains($0) } : leader
    let all = voters + [witness].compactMap { $0 }
    return [
      "leader: \(next ?? leader)",
      "voters: [\(all.map(\.name).joined(separator: ", "))]",
      "lost: \(lost.isEmpty ? "none" : "[\(lost.map(\.name).joined(separator: ", "))]")",
    ]
  }

  /// A failure just before the second snapshot is finished; `nil` for what no picture of days shows.
  private func backups(_ schedule: BackupSchedule) -> [String]? {
    let taking = max(schedule.duration, .milliseconds(1))
    guard taking < schedule.interval, schedule.interval <= .seconds(86_400) else { return nil }
    return [
      "interval: \(schedule.interval.authored)", "taking: \(taking.authored)",
      "fails: \((schedule.interval + taking - .nanoseconds(1)).authored)",
    ]
  }

  /// When a write was lost for good, the limit was over, or two primaries wrote.
  private func moment(of measure: RecoveryMeasure, in scenario: FailoverScenario) -> Duration? {
    guard let failure = scenario.incident.map(\.time).min() else { return nil }
    switch measure {
    case .lossAtMost:
      return time(in: scenario) { if case .promoted = $0 { true } else { false } } ?? failure
    case .recoveryWithin(let limit): return min(failure + limit, scenario.duration)
    case .noSplitBrain:
      return time(in: scenario) { if case .splitBrain = $0 { true } else { false } }
    }
  }

  private func time(
    in scenario: FailoverScenario, _ isMeant: (FailoverTimeline.Kind) -> Bool
  ) -> Duration? {
    FailoverRun(scenario).timeline.events.first { isMeant($0.kind) }?.time
  }
}

extension Directive {
  fileprivate static func shown(
    _ name: String, _ arguments: [String], of submission: DesignSubmission
  ) -> Directive {
    let topology = submission.atlas.name(of: submission.design.topology)
    return Directive(
      kind: "scene", name: name,
      body: ((topology.map { ["topology: \($0)"] } ?? []) + arguments).joined(separator: "\n"),
      file: submission.file, line: 0)
  }
}
