/// Values by their rank, as the reference programs take them.
struct Quantiles<Value: Comparable> {
  private let sorted: [Value]

  /// - Parameter values: in any order, at least one.
  init(_ values: [Value]) {
    sorted = values.sorted()
  }

  subscript(quantile: Double) -> Value { sorted[Int(Double(sorted.count - 1) * quantile)] }
}
