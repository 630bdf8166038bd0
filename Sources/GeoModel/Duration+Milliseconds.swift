extension Duration {
  /// The duration in milliseconds, for arithmetic that ends on a screen.
  public var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }

  /// The nearest whole number of nanoseconds to a number of milliseconds.
  ///
  /// Times stay integers, so that a sum never depends on its order.
  public static func milliseconds(rounding milliseconds: Double) -> Duration {
    .nanoseconds(Int64((milliseconds * 1e6).rounded()))
  }
}
