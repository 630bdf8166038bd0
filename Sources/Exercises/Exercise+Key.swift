import Content

extension Exercise {
  /// The right answer as the model has it; `nil` where a program or a history answers.
  package var key: String? {
    switch question.problem {
    case .estimate(let estimate): estimate.compute.value(in: question.topology).text
    case .choice(let options):
      options.firstIndex(where: \.isTrue).map { "\(Option.letter($0)): \(self.options[$0])" }
    case .program, .integerMerge: nil
    }
  }
}
