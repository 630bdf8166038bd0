import App
import Content
import Drawing
import GeoModel

/// What typing a trace again costs: what `calc trace` says.
struct TraceReport {
  /// As the learner named it.
  let name: String
  let trace: EditingTrace
  let replay: TraceReplay
  let time: Duration

  private var size: SplitRGA.Size { replay.replicas[0].size }

  private var encodedBytes: Int { replay.replicas[0].update().encoded.count }

  var json: JSON {
    .object([
      JSON.Member("trace", .string(name)),
      JSON.Member("agents", count(trace.agents)),
      JSON.Member("operations", count(trace.patchCount)),
      JSON.Member("inserted", count(trace.insertedCount)),
      JSON.Member("deleted", count(trace.deletedCount)),
      JSON.Member("final_length", count(size.visible)),
      JSON.Member("tombstones", count(size.tombstones)),
      JSON.Member("spans", count(size.spans)),
      JSON.Member("encoded_bytes", count(encodedBytes)),
      JSON.Member("seconds", .number(seconds(time))),
      JSON.Member("ok", .bool(replay.isRight)),
    ])
  }

  private func count(_ count: Int) -> JSON { .number(Double(count)) }

  func text(marks: Marks) -> String {
    let writers = trace.agents == 1 ? "one writer" : "\(trace.agents) writers"
    let heading = "\(name), typed again by \(writers) in \(Quantity.duration(time).text)"
    let rows = [
      ["operations", text(trace.patchCount), "as they were recorded"],
      ["inserted", text(trace.insertedCount), "characters"],
      ["deleted", text(trace.deletedCount), "characters, some perhaps twice"],
      ["final length", text(size.visible), "characters that a reader sees"],
      ["tombstones", text(size.tombstones), "characters that are kept, though deleted"],
      ["spans", text(size.spans), "runs in which both are kept"],
      ["encoded", text(encodedBytes), "bytes, with all of the history"],
    ]
    let table = Table(
      columns: [Table.Column(""), Table.Column("", .right), Table.Column("")],
      rows: rows.map { $0.map { StyledText($0) } })
    let parts = [heading, table.rowsText(marks: marks), verdict]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private func text(_ count: Int) -> String { Quantity.count(count).text }

  private var verdict: String {
    let text = "the recorded end text, character by character"
    return replay.isRight
      ? trace.agents == 1 ? "It ends in \(text)." : "All replicas end in \(text)."
      : "It does not end in \(text)."
  }
}
