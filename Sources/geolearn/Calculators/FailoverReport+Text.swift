import App
import Content
import Drawing
import GeoModel
import GeoSim

extension FailoverReport {
  /// The report for people: a table of what was measured, then what to know about it.
  func text(marks: Marks) -> String {
    let times = count == 1 ? "once" : "\(count) times"
    let heading = "Scenario \(name), played \(times) with seed \(seed)"
    let parts = [heading, tableText(marks), sentences.joined(separator: "\n")]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private func tableText(_ marks: Marks) -> String {
    let titles = ["p50", "p90", "p99", "max", "mean", "95 % ±", "formula"]
    let columns = [Table.Column("")] + titles.map { Table.Column($0, .right) }
    return Table(
      columns: columns, rows: rows.map { row in row.cells.map { StyledText($0) } }
    ).text(marks: marks)
  }

  private var sentences: [String] {
    [recoverySentence, formulaSentence, availabilitySentence, splitBrainSentence]
      .compactMap(\.self)
  }

  private var recoverySentence: String {
    let all = count == 1 ? "the trial" : "all \(count) trials"
    switch recovered {
    case 0: return "A failure was failed over in none of the trials."
    case count: return "A failure was failed over in \(all)."
    default:
      return "A failure was failed over, to the last client, in \(recovered) of \(count) trials; "
        + "the parts of the RTO are theirs."
    }
  }

  private var formulaSentence: String? {
    guard expectation == nil else { return nil }
    return "There is no formula: it needs one failure of the primary that must be failed over."
  }

  private var availabilitySentence: String {
    "\(Share(availability).text) of the writes were acknowledged in time, over "
      + "\(Quantity.duration(scenario.duration).text)."
  }

  private var splitBrainSentence: String? {
    let trialsWithSplit = trials.measurements.count { $0.splitBrainWrites > 0 }
    guard trialsWithSplit > 0 else { return nil }
    return "Two primaries accepted writes in \(trialsWithSplit) of \(count) trials."
  }
}

extension FailoverReport.Row {
  fileprivate var cells: [String] {
    let numbers = measured.map {
      [$0.p50, $0.p90, $0.p99, $0.maximum, $0.mean].map(text) + [margin($0.margin)]
    }
    return [title] + (numbers ?? Array(repeating: "-", count: 6))
      + [formula.map(text) ?? "-"]
  }

  private func margin(_ margin: Double) -> String { margin.isFinite ? text(margin) : "-" }

  private func text(_ number: Double) -> String {
    switch unit {
    case .seconds: Quantity.duration(.milliseconds(rounding: number * 1000)).text
    case .count: JSON.number((number * 100).rounded() / 100).text
    case .share: Share(number).text
    }
  }
}
