import App
import Content
import Drawing
import GeoModel

/// Whether a replica keeps up, and how it catches up: what `calc lag` says.
struct LagReport {
  let lag: ReplicationLag
  /// How long nothing was applied; `nil` when nobody asked.
  let outage: Duration?

  var json: JSON {
    var members = [
      JSON.Member("utilisation", .number(lag.utilisation)),
      JSON.Member("growing", .bool(lag.isGrowing)),
      JSON.Member("wait_growth_s_per_s", .number(lag.waitGrowth)),
      JSON.Member("age_growth_s_per_s", .number(lag.ageGrowth)),
    ]
    if let outage {
      members += [
        JSON.Member("backlog_writes", .number(lag.backlog(after: outage))),
        JSON.Member("drain_s", .optional(lag.timeToDrain(after: outage).map(seconds))),
      ]
    }
    return .object(members)
  }

  func text(marks: Marks) -> String {
    let heading =
      "\(number(lag.writesPerSecond)) writes a second, \(number(lag.appliedPerSecond)) applied"
    let rows = [
      ["utilisation", Share(lag.utilisation).text, "of what the replica can apply"],
      ["wait of a write", growth(lag.waitGrowth), "until the replica has it"],
      ["age of the replica", growth(lag.ageGrowth), "what a failover would lose"],
    ]
    let table = Table(
      columns: [Table.Column(""), Table.Column("", .right), Table.Column("")],
      rows: rows.map { $0.map { StyledText($0) } })
    let parts = [heading, table.rowsText(marks: marks), sentences.joined(separator: "\n")]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private func number(_ value: Double) -> String { JSON.number(value).text }

  private func growth(_ perSecond: Double) -> String {
    perSecond > 0 ? "+\(number(perSecond)) s per s" : "stable"
  }

  private var sentences: [String] { [verdict, outage.map(sentence)].compactMap(\.self) }

  private var verdict: String {
    if lag.isGrowing { return "The lag grows for as long as the writes go on: there is no RPO." }
    return lag.utilisation == 1
      ? "The replica keeps up, with nothing to spare: a backlog stays for ever."
      : "The replica keeps up."
  }

  private func sentence(after outage: Duration) -> String {
    let backlog = Quantity.count(Int(lag.backlog(after: outage).rounded())).text
    let opening = "After an outage of \(exact(outage)), \(backlog) writes wait"
    guard let drain = lag.timeToDrain(after: outage) else { return "\(opening), and always will." }
    return "\(opening); it takes \(exact(drain)) to catch up, while new ones come."
  }
}
