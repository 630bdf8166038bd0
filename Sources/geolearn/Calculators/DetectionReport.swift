import App
import Content
import Drawing
import GeoModel

/// How soon a detector sees a failure, and how often it sees one that is none: what
/// `calc detection` says.
struct DetectionReport {
  /// Observers of which some must miss the same probe.
  struct Panel {
    let observers: Int
    let agreeing: Int
  }

  let detector: HeartbeatDetector
  let loss: Share
  let panel: Panel?

  /// How likely it is that a probe of a healthy server counts as missed.
  private var missed: Double {
    panel.map { probabilityOfAgreement($0.agreeing, of: $0.observers, loss: loss.value) }
      ?? loss.value
  }

  private var falseAlarm: Duration? { detector.timeToFalseAlarm(loss: missed) }

  var json: JSON {
    var members = [
      JSON.Member("earliest_s", .number(seconds(detector.earliest))),
      JSON.Member("mean_s", .number(seconds(detector.mean))),
      JSON.Member("latest_s", .number(seconds(detector.latest))),
      JSON.Member("probe_loss", .string(loss.text)),
    ]
    if let panel {
      members += [
        JSON.Member("observers", .number(Double(panel.observers))),
        JSON.Member("agree", .number(Double(panel.agreeing))),
        JSON.Member("agreed_loss", .string(Share(missed).text)),
      ]
    }
    members.append(JSON.Member("false_failover_s", .optional(falseAlarm.map(seconds))))
    return .object(members)
  }

  func text(marks: Marks) -> String {
    let heading =
      "A probe every \(exact(detector.interval)), dead after \(detector.misses) without an answer "
      + "within \(exact(detector.timeout))"
    let rows = [
      ["at best", exact(detector.earliest), "it dies just before a probe"],
      ["on average", exact(detector.mean), "it dies at a random moment"],
      ["at worst", exact(detector.latest), "it dies just after a probe"],
    ]
    let table = Table(
      columns: [Table.Column(""), Table.Column("", .decimal), Table.Column("")],
      rows: rows.map { $0.map { StyledText($0) } })
    let parts = [heading, table.rowsText(marks: marks), sentences.joined(separator: "\n")]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private var sentences: [String] {
    [
      "This is the first part of the RTO: nothing is decided or moved yet.",
      panelSentence, alarmSentence,
      "Real losses come in bursts and hit neighbours together, so expect more false alarms.",
    ].compactMap(\.self)
  }

  private var panelSentence: String? {
    panel.map {
      "\($0.agreeing) of \($0.observers) observers miss the same probe with a chance of "
        + "\(Share(missed).text), if they miss independently."
    }
  }

  private var alarmSentence: String {
    let opening = "With \(loss.text) of the probes lost, a healthy server is declared dead"
    guard let falseAlarm else { return "\(opening) less than once in a million years." }
    return "\(opening) every \(Quantity.duration(falseAlarm).text) on average."
  }
}
