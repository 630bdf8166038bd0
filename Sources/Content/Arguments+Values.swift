extension Arguments {
  /// A text that must be given.
  package mutating func string(_ key: String) throws(Diagnostic) -> String {
    guard let text = try value(key) else { throw missing(key, "it must be a text") }
    return text
  }

  /// A text; `nil` when it is not given.
  package mutating func optionalString(_ key: String) throws(Diagnostic) -> String? {
    try value(key)
  }

  /// A whole number of a range; without a default it must be given.
  package mutating func integer(
    _ key: String, in range: ClosedRange<Int>, default: Int? = nil
  ) throws(Diagnostic) -> Int {
    let expectation = "it must be \(range.lowerBound) to \(range.upperBound)"
    guard let text = try value(key) else { return try or(`default`, key, expectation) }
    guard let number = Int(text) else {
      throw failure(key, "\(key) is \(text); \(expectation), a whole number")
    }
    guard range.contains(number) else { throw failure(key, "\(key) is \(number); \(expectation)") }
    return number
  }

  /// A number of a range; without a default it must be given.
  package mutating func decimal(
    _ key: String, in range: ClosedRange<Double>, default: Double? = nil
  ) throws(Diagnostic) -> Double {
    let expectation = "it must be \(range.lowerBound) to \(range.upperBound)"
    guard let text = try value(key) else { return try or(`default`, key, expectation) }
    guard let number = Double(text), range.contains(number) else {
      throw failure(key, "\(key) is \(text); \(expectation)")
    }
    return number
  }

  /// `true` or `false`.
  package mutating func flag(_ key: String, default: Bool) throws(Diagnostic) -> Bool {
    guard let text = try value(key) else { return `default` }
    guard let claim = Bool(text) else {
      throw failure(key, "\(key) is \(text); it must be true or false")
    }
    return claim
  }

  /// A span of time such as `40 ms`; without a default it must be given.
  package mutating func duration(
    _ key: String, default: Duration? = nil
  ) throws(Diagnostic) -> Duration {
    let expectation = "it must be a time such as 40 ms, 1.5 s or 2 min"
    guard let text = try value(key) else { return try or(`default`, key, expectation) }
    guard let duration = Duration(authored: text) else {
      throw failure(key, "\(key) is \(text); \(expectation)")
    }
    return duration
  }

  /// One case of an enumeration, by its raw value; without a default it must be given.
  package mutating func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, default: T? = nil
  ) throws(Diagnostic) -> T where T.RawValue == String {
    let names = T.allCases.map(\.rawValue)
    guard let text = try value(key) else {
      return try or(`default`, key, "it must be \(alternatives(names))")
    }
    guard let choice = T(rawValue: text) else {
      throw failure(key, "\(key) is \(text); \(suggestion(for: text, in: names))")
    }
    return choice
  }

  /// What holds for an argument that is not given.
  private func or<T>(
    _ default: T?, _ key: String, _ expectation: String
  ) throws(Diagnostic) -> T {
    guard let `default` else { throw missing(key, expectation) }
    return `default`
  }
}
