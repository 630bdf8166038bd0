extension Duration {
  /// Reads a time as authors and learners write it: `40 ms`, `1.5 s`, `2 min`.
  ///
  /// The number is exact: at most nine digits before the point and nine after it, and no
  /// fraction of a nanosecond. Units are ns, µs (or us), ms, s, min, h and d.
  package init?(authored text: String) {
    let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let unit = text.dropFirst(number.count).trimmed
    guard (1...2).contains(parts.count), let unit = Self.nanoseconds[unit],
      parts.allSatisfy({ (1...9).contains($0.count) }), let whole = Int64(parts[0])
    else { return nil }
    let digits = parts.count == 2 ? parts[1] : "0"
    guard let numerator = Int64(digits) else { return nil }
    let denominator = digits.reduce(Int64(1)) { power, _ in power * 10 }
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: unit)
    guard !overflow, scaled % denominator == 0 else { return nil }
    self = .nanoseconds(unit) * whole + .nanoseconds(scaled / denominator)
  }

  /// The time in seconds, exactly to the nanosecond, as ``init(authored:)`` reads it.
  package var authored: String {
    let (seconds, attoseconds) = components
    guard attoseconds != 0 else { return "\(seconds) s" }
    let digits = String(attoseconds / 1_000_000_000)
    return "\(seconds).\(String(repeating: "0", count: 9 - digits.count))\(digits) s"
  }

  private static let nanoseconds: [String: Int64] = [
    "ns": 1, "µs": 1_000, "μs": 1_000, "us": 1_000, "ms": 1_000_000, "s": 1_000_000_000,
    "min": 60_000_000_000, "h": 3_600_000_000_000, "d": 86_400_000_000_000,
  ]
}
