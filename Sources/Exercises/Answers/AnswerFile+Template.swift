import Content
import GeoModel

extension AnswerFile {
  /// A file to be filled in: every question as a comment, every assumption as it is now.
  ///
  /// - Parameter title: what the file is about: "Task 1, Latency math".
  package static func template(for exercises: [Exercise], title: String) -> String {
    let head = """
      # \(title)
      #
      # Write each answer behind 'answer:'. A number needs its unit, such as ms. Where an assumption
      # is listed, the answer is judged under it: change it if you mean another one.
      """
    return ([head] + exercises.map(item)).joined(separator: "\n\n") + "\n"
  }

  private static func item(_ exercise: Exercise) -> String {
    var lines = comment(exercise.ask)
    if exercise.unit == Dimension.duration.shownUnit { lines += roundTrips(exercise) }
    for (index, option) in exercise.options.enumerated() {
      lines += comment("\(Option.letter(index)) \(option)", indentation: 2)
    }
    lines += ["\"\(exercise.id)\":", "  answer:"]
    for knob in exercise.assumptions {
      lines.append("  \(knob.key): \(knob.value)  # \(knob.choices.joined(separator: " | "))")
    }
    return lines.joined(separator: "\n")
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
