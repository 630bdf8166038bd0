import GeoModel

extension SplitMix64 {
  /// A delay until the next of events that come independently, `mean` apart on average.
  @inlinable public mutating func exponential(mean: Delay) -> Delay {
    Delay(nanoseconds: Int64(exponential() * Double(mean.nanoseconds)))
  }
}
