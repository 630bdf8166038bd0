import App
import Content
import Drawing
import GeoModel

extension QuorumReport {
  /// The report for people: every replica in a table, then the sentences that explain the number.
  func text(marks: Marks) -> String {
    let parts = [heading] + [tableText(marks), summary] + sentences
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private var heading: String {
    "A write to the leader in \(group.leader), topology \(topologyName)"
  }

  private func tableText(_ marks: Marks) -> String {
    Table(
      columns: [
        Table.Column("region"), Table.Column("role"), Table.Column("round trip", .decimal),
        Table.Column(""),
      ], rows: rows.map { $0.map { StyledText($0) } }
    ).text(marks: marks)
  }

  private var rows: [[String]] {
    let answers = commit?.answers ?? []
    let answered = answers.enumerated().map { index, answer in
      let use = index < group.answersNeeded ? "needed" : "not needed"
      return row(answer.region, "voter", use)
    }
    let silent = commit == nil ? group.followers.filter { !lost.contains($0) } : []
    return [[group.leader.name, "leader", "", lost.contains(group.leader) ? "LOST" : ""]]
      + answered + silent.map { row($0, "voter", "up") }
      + group.followers.filter(lost.contains).map { row($0, "voter", "LOST") }
      + group.nonVoters.map { row($0, "non-voter", "never waited for") }
      + (client.map { $0 == group.leader ? [] : [row($0, "client", "asks the leader")] } ?? [])
  }

  private func row(_ region: RegionID, _ role: String, _ use: String) -> [String] {
    let trip = topology.roundTrip(group.leader, region)
    let notes = [use] + topology.doubts(about: group.leader, region)
    return [region.name, role, Quantity.duration(trip).text, notes.joined(separator: "; ")]
  }

  private var summary: String {
    let time = commit.map { Quantity.duration($0.latency).text } ?? "never"
    return "quorum \(quorum) of \(group.voters.count) · commit \(time) · "
      + "tolerates the loss of \(group.faultTolerance)"
  }

  // MARK: - Sentences

  private var sentences: [String] {
    [[commitSentence, clientSentence].compactMap(\.self), lossSentences].filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") }
  }

  private var commitSentence: String {
    guard let commit else { return stuckSentence }
    let needed = commit.needed
    guard needed > 0 else {
      return "The leader waits for nobody: the write commits at once, and is in one place only."
    }
    let time = Quantity.duration(commit.latency).text
    let names = commit.waitsFor.map(\.name)
    let rest = "The leader has its own vote and needs \(needed) more of \(group.followers.count): "
    return rest
      + (needed == 1
        ? "\(names[0]) answers first, after \(time)."
        : "\(names.joined(separator: ", ")) answer first, the last of them after \(time).")
  }

  private var stuckSentence: String {
    if lost.contains(group.leader) {
      return "\(group.leader) is lost: nothing commits until another voter leads."
    }
    let up = group.voters.count { !lost.contains($0) }
    return "\(quorum) of \(group.voters.count) voters must have the write, but only \(up) "
      + "\(up == 1 ? "is" : "are") up: nothing commits."
  }

  private var clientSentence: String? {
    guard let client, let write else { return nil }
    guard client != group.leader else { return "The client stands beside the leader." }
    let way = Quantity.duration(topology.clientWay(client, group.leader)).text
    let all = Quantity.duration(write).text
    return "A client in \(client) adds the way to the leader and back, \(way): \(all) in all."
  }

  private var lossSentences: [String] {
    guard !lost.isEmpty else { return [] }
    let names = lost.map(\.name).joined(separator: ", ")
    return group.survives(losing: Set(lost))
      ? ["The group survives the loss of \(names): a quorum is left."]
      : ["The group does not survive the loss of \(names): no quorum is left."]
  }
}

extension Topology {
  /// What to know before one believes a round trip.
  func doubts(about a: RegionID, _ b: RegionID) -> [String] {
    guard a != b else { return [] }
    if isEstimate(a, b) { return ["estimate"] }
    guard roundTrip(a, b) < floor(a, b) else { return [] }
    return ["faster than light: the floor is \(Quantity.duration(floor(a, b)).text)"]
  }
}
