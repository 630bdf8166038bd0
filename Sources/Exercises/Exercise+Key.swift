import Content

extension Exercise {
  /// The answer of the model, for somebody who asks the question aloud.
  package enum Key: Equatable, Sendable {
    /// A number with its unit, or what replicas hold.
    case value(String)
    /// The position of the option that holds, from 0, and why it does.
    case option(Int, because: String)
  }

  /// `nil` where the answer is a program or another thing that must be tried.
  package var key: Key? {
    switch question.problem {
    case .estimate(let estimate):
      let number = estimate.compute.value(in: question.topology).text
      return .value(estimate.noun.map { "\(number) \($0)" } ?? number)
    case .choice(let options):
      return options.firstIndex(where: \.isTrue).map {
        .option($0, because: options[$0].because.text(in: question.topology))
      }
    case .program, .integerMerge, .design: return nil
    }
  }
}
