import Drawing
import GeoModel
import GeoSim

/// Two rows below the lanes: what clients were told, and what the table makes of it.
struct TableSummary {
  let story: TableStory

  private struct Row {
    let label: String
    let text: StyledText
  }

  private var scenario: GlobalTableScenario { story.scenario }

  /// Draws the last rows of the summary at the bottom of a canvas.
  func draw(at time: Duration, rows count: Int, into canvas: inout Canvas) {
    let margin = canvas.size.width < 50 ? 0 : 2
    let rows = rows(at: time).suffix(count)
    let y = canvas.size.height - count
    let width = rows.map { columns(of: $0.label) }.max() ?? 0
    for (offset, row) in rows.enumerated() {
      canvas.put(row.label, x: margin, y: y + offset, style: .faint)
      let x = margin + width + 2
      canvas.put(row.text.truncated(width: canvas.size.width - x), x: x, y: y + offset)
    }
  }

  private func rows(at time: Duration) -> [Row] {
    switch story.workload {
    case .count: counted(at: time)
    case .lock: locks(at: time)
    case .read: reads(at: time)
    case .order: orders(at: time)
    }
  }

  // MARK: - Clicks

  private func counted(at time: Duration) -> [Row] {
    guard let world = story.world(at: time) else { return [] }
    let answered = scenario.answeredClicks(in: world)
    let conflicts = scenario.clients.indices.flatMap { story.calls(of: $0, at: time) }
      .reduce(0) { $0 + $1.conflicts }
    let retries = conflicts == 0 ? "" : ", after \(conflicts) conflicts"
    let totals = scenario.table.replicas.enumerated().map { index, region -> Int? in
      guard world.conditions[index] != .down else { return nil }
      return scenario.total(at: region, by: story.counting, in: world)
    }
    let says = totals.map { $0.map(String.init) ?? "✘" }.joined(separator: " · ")
    return [
      Row(label: "clicks answered", text: StyledText("\(answered)\(retries)")),
      Row(
        label: "regions count",
        text: StyledText("\(says)   ") + verdict(answered, totals.compactMap(\.self), time)),
    ]
  }

  /// Said when nothing moves any more.
  private func verdict(_ answered: Int, _ totals: [Int], _ time: Duration) -> StyledText {
    guard time >= story.end, let most = totals.max() else { return StyledText() }
    if totals.contains(where: { $0 != most }) {
      return StyledText("not the same everywhere yet", style: .faint)
    }
    return most < answered
      ? StyledText("✘ \(answered - most) LOST", style: .strong)
      : StyledText("✔ none lost", style: Style(.healthy, isBold: true))
  }

  // MARK: - The lock

  private func locks(at time: Duration) -> [Row] {
    let answers = scenario.clients.indices.map { story.calls(of: $0, at: time).first?.answer }
    let words = zip(scenario.clients, answers).map { client, answer in
      "\(client.region) \(word(for: answer))"
    }
    let holders = answers.count { if case .written = $0 { true } else { false } }
    let verdict =
      holders > 1
      ? StyledText("✘ \(holders) holders: the lock is NO LOCK", style: .strong)
      : holders == 1 ? StyledText("✔ 1 holder", style: Style(.healthy, isBold: true)) : StyledText()
    return [
      Row(label: "answers", text: StyledText(words.joined(separator: " · "))),
      Row(label: "lock", text: verdict),
    ]
  }

  private func word(for answer: TableAnswer?) -> String {
    switch answer {
    case .written: "has it"
    case .conditionFailed: "refused"
    case .value, .conflict, .unsupported, nil: "waits"
    }
  }

  // MARK: - Reads

  private func reads(at time: Duration) -> [Row] {
    let calls = story.calls(of: 1, at: time).filter { $0.ended != nil }
    let stale = calls.count { story.isStale($0) }
    let slowest = calls.compactMap(\.latency).max()
    let times = slowest.map { $0 > .zero ? ", in \(text($0)) at most" : ", answered at once" } ?? ""
    return [
      Row(label: "strong reads", text: StyledText("\(calls.count)\(times)")),
      Row(
        label: "stale",
        text: stale > 0
          ? StyledText("✘ \(stale) did not see the write", style: .strong)
          : calls.isEmpty
            ? StyledText() : StyledText("✔ none", style: Style(.healthy, isBold: true))),
    ]
  }

  // MARK: - Orders

  private func orders(at time: Duration) -> [Row] {
    let sights = story.sights(at: time).map(\.parts)
    let halves = sights.count { $0 == 1 }
    let marks = StyledText(
      sights.map { (["· ", "◐ ", "● "][$0], Style($0 == 1 ? .lost : .text)) })
    let isRefused = story.calls(of: 0, at: time).first?.answer == .unsupported
    let verdict =
      halves > 0
      ? StyledText("✘ HALF of it in \(halves) of \(sights.count) reads", style: .strong)
      : StyledText(isRefused ? "✘ refused" : "", style: .strong)
    return [
      Row(
        label: "reader sees", text: marks + StyledText("(· none  ◐ half  ● both)", style: .faint)),
      Row(label: "transaction", text: verdict),
    ]
  }
}
