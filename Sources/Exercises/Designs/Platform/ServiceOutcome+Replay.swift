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
        .shown("commit-latency", group(voters, witness, leader, design), of: measured.submission),
        nil
      )
    case .snapshots(_, _, let schedule, _):
      return backups(schedule).map { (.shown("backups", $0, of: measured.submission), nil) }
    }
  }

  /// The commit of those who are left.
  private func group(
    _ voters: [RegionID], _ witness: RegionID?, _ leader: RegionID, _ design: Design
  ) -> [String] {
    let lost = measurement.trouble.lostRegions
    let next = lost.contains(leader) ? voters.first { !lost.contains($0) } : leader
    let all = voters + [witness].compactMap { $0 }
    return [
      "topology: \(design.topology.name)", "leader: \(next ?? leader)",
      "voters: [\(all.map(\.name).joined(separator: ", "))]",
      "lost: \(lost.isEmpty ? "none" : "[\(lost.map(\.name).joined(separator: ", "))]")",
    ]
  }

  /// A failure just before the second snapshot is finished.
  private func backups(_ schedule: BackupSchedule) -> [String]? {
    guard schedule.duration < schedule.interval else { return nil }
    let failure = schedule.interval + schedule.duration - .milliseconds(1)
    return [
      "interval: \(schedule.interval.authored)", "taking: \(schedule.duration.authored)",
      "fails: \(max(schedule.interval, failure).authored)",
    ]
  }

  private func moment(of measure: RecoveryMeasure, in scenario: FailoverScenario) -> Duration? {
    let failure = scenario.incident.map(\.time).min()
    switch measure {
    case .lossAtMost: return failure
    case .recoveryWithin(let limit):
      return failure.map { min($0 + limit, scenario.duration) }
    case .noSplitBrain:
      return FailoverRun(scenario).timeline.events.first { moment in
        if case .splitBrain = moment.kind { true } else { false }
      }?.time
    }
  }
}

extension Directive {
  fileprivate static func shown(
    _ name: String, _ arguments: [String], of submission: DesignSubmission
  ) -> Directive {
    Directive(
      kind: "scene", name: name, body: arguments.joined(separator: "\n"), file: submission.file,
      line: 0)
  }
}
