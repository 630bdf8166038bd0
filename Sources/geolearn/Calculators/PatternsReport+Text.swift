import App
import Content
import Drawing
import GeoModel
import GeoSim

extension PatternsReport {
  /// The report for people: what is waited for, what goes wrong, and who waits where.
  func text(marks: Marks) -> String {
    let parts =
      [heading, table(of: waits, marks), table(of: anomalies, marks)]
      + [table(of: places, marks), notes.joined(separator: "\n")]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private var heading: String {
    let lost = workload.outage.map {
      ", \($0.region) lost after \(Quantity.duration($0.time).text)"
    }
    return "Workload \(name): \(requestCount) requests by \(workload.userCount) users"
      + "\(lost ?? ""), seed \(workload.seed)"
  }

  private typealias Grid = (titles: [String], rows: [[String]])

  private func table(of grid: Grid, _ marks: Marks) -> String {
    let columns = grid.titles.enumerated().map { index, title in
      Table.Column(title, index == 0 ? .left : .right)
    }
    return Table(columns: columns, rows: grid.rows.map { $0.map { StyledText($0) } })
      .text(marks: marks)
  }

  private var waits: Grid {
    (
      ["", "write p50", "p99", "read p50", "p99", "stale", "age", "p99", "cost"],
      patterns.map { pattern in
        let measured = pattern.measurement
        let stale = Double(measured.staleReads) / Double(max(1, measured.staleness?.count ?? 0))
        return [pattern.pattern.rawValue]
          + [measured.writes?.p50, measured.writes?.p99, measured.reads?.p50, measured.reads?.p99]
          .map(text) + [Share(stale).text, text(measured.staleness?.mean)]
          + [text(measured.staleness?.p99), Quantity.ratio(measured.cost.bills()).text]
      }
    )
  }

  private var anomalies: Grid {
    (
      ["", "own write missed", "went back", "overwritten", "oversold", "gone", "unanswered"],
      patterns.map { pattern in
        let measured = pattern.measurement
        return [pattern.pattern.rawValue]
          + [
            measured.brokenReadYourWrites, measured.brokenMonotonicReads, measured.lostUpdates,
            measured.oversold, measured.goneWrites, measured.unanswered,
          ].map(String.init)
      }
    )
  }

  private var places: Grid {
    (
      ["", "asked from", "write p50", "p99", "read p50", "p99", "unanswered", "down for"],
      patterns.flatMap { pattern in
        pattern.measurement.places.enumerated().map { index, place in
          [index == 0 ? pattern.pattern.rawValue : "", place.region.name]
            + [place.writes?.p50, place.writes?.p99, place.reads?.p50, place.reads?.p99].map(text)
            + [
              String(place.unansweredReads + place.unansweredWrites),
              place.outage.map { Quantity.duration($0).text } ?? "-",
            ]
        }
      }
    )
  }

  private var notes: [String] {
    [
      "Age: of the oldest write that a read missed, on average over all reads.",
      "Cost: 1× is one region; half of its bill is for data, half for writes, and a message",
      "between regions costs a tenth of a write.",
    ]
  }

  private func text(_ milliseconds: Double?) -> String {
    milliseconds.map { Quantity.duration(.milliseconds(rounding: $0)).text } ?? "-"
  }
}
