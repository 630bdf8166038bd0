import Exercises

/// A replay to read: a row for each step, the learner's values beside the model's.
struct ReplayText {
  let replay: CounterReplay

  var text: String {
    let steps = replay.history.steps.enumerated()
      .map { "\($0 + 1). \(replay.history.text(of: $1))" }
    let yours = replay.said.map(values)
    let models = replay.expected.map(values)
    let marks = steps.indices.map { $0 == replay.firstDifference ? "✘ " : "  " }
    let columns = [["step"] + steps, ["yours"] + yours, ["the model's"] + models].map(Self.padded)
    let rows = (0...steps.count).map { row in
      (row == 0 ? "  " : marks[row - 1]) + columns.map { $0[row] }.joined(separator: "  ")
    }
    return (rows.map(Self.trimmed) + ["", ending]).map { "\($0)\n" }.joined()
  }

  /// `A 3, B 5`: the counters that are there.
  private func values(_ row: [String?]) -> String {
    row.enumerated().compactMap { place, value in
      value.map { "\(replay.history.name(of: place)) \($0)" }
    }
    .joined(separator: ", ")
  }

  private var ending: String {
    guard let step = replay.firstDifference else {
      return "After every step your counters say what the model says; asked in another way, "
        + "they did not."
    }
    return "Step \(step + 1) is the first after which your counters say something else."
  }

  private static func padded(_ texts: [String]) -> [String] {
    let width = texts.map(\.count).max() ?? 0
    return texts.map { $0 + String(repeating: " ", count: width - $0.count) }
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
