import Content
import GeoModel

extension AnswerFile {
  /// A file to be filled in: every question as a comment, every assumption as it is now.
  ///
  /// - Parameters:
  ///   - title: what the file is about: "Task 1, Latency math".
  ///   - program: the file of the program, where one is asked for.
  package static func template(
    for exercises: [Exercise], title: String, program: String = "pn_counter.py"
  ) -> String {
    let head = (["# \(title)", "#"] + guidance(for: exercises)).joined(separator: "\n")
    let items = exercises.map { item($0, program: program) }
    return ([head] + items).joined(separator: "\n\n") + "\n"
  }

  private static func guidance(for exercises: [Exercise]) -> [String] {
    var lines: [String] = []
    if exercises.contains(where: { $0.members == ["answer"] }) {
      lines += [
        "# Write each answer behind 'answer:'. A number needs its unit, such as ms. Where an assumption",
        "# is listed, the answer is judged under it: change it if you mean another one.",
      ]
    }
    if exercises.contains(where: { $0.kind == .program }) {
      lines.append(
        "# An item with 'file:' is answered by that program, which is run when it is judged.")
    }
    return lines
  }

  private static func item(_ exercise: Exercise, program: String) -> String {
    var lines = comment(exercise.ask)
    if exercise.unit == Dimension.duration.shownUnit { lines += roundTrips(exercise) }
    for (index, option) in exercise.options.enumerated() {
      lines += comment("\(Option.letter(index)) \(option)", indentation: 2)
    }
    lines.append("\"\(exercise.id)\":")
    lines += answer(to: exercise, program: program)
    for knob in exercise.assumptions {
      lines.append("  \(knob.key): \(knob.value)  # \(knob.choices.joined(separator: " | "))")
    }
    return lines.joined(separator: "\n")
  }

  private static func answer(to exercise: Exercise, program: String) -> [String] {
    switch exercise.kind {
    case .estimate, .choice, .prediction: ["  answer:"]
    case .program: ["  file: \(program)"]
    case .design: []
    case .integerMerge:
      [
        "  merge:  # " + PlainInteger.Merge.allCases.map(\.rawValue).joined(separator: " | "),
        "  history:  # such as: A +1, B -2, A into B",
        "  assume:  # \(PlainInteger.assumption), if you do",
      ]
    }
  }

  private static func roundTrips(_ exercise: Exercise) -> [String] {
    exercise.given.map { from, to, trip, isEstimate in
      let shown = Quantity.duration(trip).text
      return "#   \(from) to \(to) and back: \(isEstimate ? "about " : "")\(shown)"
    }
  }

  private static let width = 90

  private static func comment(_ text: String, indentation: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indentation)
    return text.wrapped(width: width - indentation).map { "# " + margin + $0 }
  }
}
