/// How far from the model a right answer may be.
struct Tolerance: Equatable, Sendable {
  /// In base units.
  var absolute = 0.0
  /// As a part of the right number.
  var relative = 0.0

  /// Whether two numbers count as one, seen from the second.
  func isEqual(_ value: Double, _ reference: Double) -> Bool {
    let rounding = 1e-9 * max(1, reference.magnitude)
    let allowed = max(absolute, relative * reference.magnitude)
    return (value - reference).magnitude <= allowed + rounding
  }

  /// Whether an answer is right.
  ///
  /// Half of the key or less never is, however small the key: 0 ms is not nearly 1 ms, it says
  /// that nobody is waited for. For the same reason nothing but 0 is nearly 0.
  func accepts(_ answer: Double, for key: Double) -> Bool {
    key == 0 ? answer == 0 : isEqual(answer, key) && answer / key > 0.5
  }

  /// Whether each of some numbers can be told from all the others.
  func tellsApart(_ numbers: [Double]) -> Bool {
    numbers.indices.allSatisfy { i in
      numbers.indices.allSatisfy { j in i == j || !isEqual(numbers[i], numbers[j]) }
    }
  }
}

extension Tolerance {
  /// What holds where an author says nothing: 1 ms or 2 %, whichever is larger; nothing for
  /// counts, which are exact; 20 % for predictions, which are guesses.
  static func standard(for dimension: Dimension, isPrediction: Bool) -> Tolerance {
    if isPrediction { return Tolerance(relative: 0.2) }
    return switch dimension {
    case .duration: Tolerance(absolute: 1, relative: 0.02)
    case .distance, .ratio, .rate: Tolerance(relative: 0.02)
    case .count: Tolerance()
    }
  }

  /// `2 %` or, in the units of the key, `1 ms`.
  init(authored text: String, dimension: Dimension) throws(AnswerError) {
    if text.hasSuffix("%") {
      let ratio = try TypedNumber(text, as: .ratio, noun: nil)
      self.init(relative: ratio.value)
    } else {
      let number = try TypedNumber(text, as: dimension, noun: nil)
      self.init(absolute: number.value)
    }
  }
}
