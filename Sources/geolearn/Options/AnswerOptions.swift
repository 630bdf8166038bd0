import ArgumentParser
import Content
import Drawing

/// In which form a calculator answers.
struct AnswerOptions: ParsableArguments {
  @Option(help: "The form of the answer.")
  var format = OutputFormat.text

  @Flag(help: "Nothing beyond ASCII.")
  var ascii = false

  /// The answer in the form that was asked for.
  func answer(
    json: JSON, text: (Marks) -> String, _ invocation: Invocation
  ) -> CommandOutput {
    switch format {
    case .json: CommandOutput(json.text + "\n")
    case .text: CommandOutput(text(ascii ? .ascii : invocation.capabilities.marks))
    }
  }
}

extension TextCommand {
  /// The time that an option names, above zero.
  func time(_ text: String, _ option: String) throws(CommandFailure) -> Duration {
    guard let time = Duration(authored: text), time > .zero else {
      throw CommandFailure(
        "\(option) is '\(text)'; it must be a time such as 30s, 1.5s or 2min", .usage)
    }
    return time
  }

  /// The case of an enumeration that an option names by its raw value.
  ///
  /// - Parameter others: what else the option may be.
  func choice<T: RawRepresentable & CaseIterable>(
    _ text: String, _ option: String, or others: [String] = []
  ) throws(CommandFailure) -> T where T.RawValue == String {
    guard let choice = T(rawValue: text) else {
      let names = T.allCases.map(\.rawValue) + others
      throw CommandFailure(
        "\(option) is '\(text)'; \(suggestion(for: text, in: names))", .usage)
    }
    return choice
  }

  /// The share that an argument names.
  func share(_ text: String, _ name: String) throws(CommandFailure) -> Share {
    guard let share = Share(authored: text) else {
      throw CommandFailure("\(name) is '\(text)'; \(Share.expectation)", .usage)
    }
    return share
  }

  /// - Parameter note: what the upper bound is.
  func require(
    _ count: Int, _ option: String, in range: ClosedRange<Int>, note: String = ""
  ) throws(CommandFailure) {
    guard !range.contains(count) else { return }
    let bounds = "\(range.lowerBound) to \(range.upperBound)"
    throw CommandFailure("\(option) is \(count); it must be \(bounds)\(note)", .usage)
  }
}

extension Invocation {
  /// The seed of all chances: that of the flag, or else of its variable; `nil` without both.
  func seed(unless flag: UInt64?) throws(CommandFailure) -> UInt64? {
    if let flag { return flag }
    guard let text = variable("GEOLEARN_SEED") else { return nil }
    guard let seed = UInt64(text) else {
      throw CommandFailure("GEOLEARN_SEED is '\(text)'; it must be a whole number", .usage)
    }
    return seed
  }
}
