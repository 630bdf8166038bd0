import App
import Content
import Drawing
import GeoModel

extension PlacementReport {
  /// The report for people: replicas and latencies, a summary, and what every loss leaves.
  func text(marks: Marks) -> String {
    let parts = [
      heading, latencies.text(marks: marks),
      [summary, leadSentence].compactMap(\.self)
        .joined(separator: "\n"), remains.text(marks: marks), promise,
    ]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private var heading: String {
    let place = table.isGlobal ? "led from" : "at home in"
    return "\(kind.statement) \(place) \(placement.home), to survive a \(database.goal.rawValue); "
      + "topology \(topologyName)"
  }

  private var latencies: Table {
    table(
      [
        Table.Column("region"), Table.Column("replicas"), Table.Column("read", .decimal),
        Table.Column("write", .decimal),
      ],
      database.regions.map { region in
        [
          region.name, replicas(in: region), text(table.read(from: region, in: topology)),
          text(table.write(from: region, in: topology)),
        ]
      })
  }

  private func table(_ columns: [Table.Column], _ rows: [[String]]) -> Table {
    Table(columns: columns, rows: rows.map { $0.map { StyledText($0) } })
  }

  private func replicas(in region: RegionID) -> String {
    let voters = placement.voters.count { $0.region == region }
    if voters == 0 {
      return placement.nonVoters.contains { $0.region == region } ? "non-voter" : "none"
    }
    let votes = voters == 1 ? "1 voter" : "\(voters) voters"
    return region == placement.home ? "\(votes), leader" : votes
  }

  private func text(_ time: Duration?) -> String {
    time.map { Quantity.duration($0).text } ?? "never"
  }

  private var summary: String {
    let majority = placement.regionsWithMajority.first.map { "\($0) holds" } ?? "no region holds"
    return "quorum \(placement.quorum.majority) of \(placement.voters.count) · commit "
      + "\(text(commit())) · \(majority) a majority"
  }

  private var leadSentence: String? {
    guard table.isGlobal else { return nil }
    return
      "A write is due \(text(table.timestamps.lead)) ahead, and is done when that time has come."
  }

  // MARK: - What a loss leaves

  private var remains: Table {
    table(
      [
        Table.Column("lost"), Table.Column("voters left"), Table.Column("leader"),
        Table.Column("commit", .decimal),
      ],
      losses.map { lost in
        let group = placement.group(losing: lost, in: topology)
        let left = "\(placement.votersLeft(losing: lost).count) of \(placement.voters.count)"
        return [
          lost.map(\.name).joined(separator: ", "), left, group?.leader.name ?? "none",
          text(commit(losing: lost)),
        ]
      })
  }

  private var promise: String {
    let broken = SurvivalGoal.allCases.map { ($0, placement.brokenPromises(of: $0)) }
    return broken.map { goal, losses in
      losses.isEmpty
        ? "It survives the loss of any one \(goal.rawValue)."
        : "It does not survive the loss of \(losses.map(\.name).joined(separator: " or "))."
    }
    .joined(separator: "\n")
  }
}
