import GeoModel

/// A number with its unit, the regions that a number is about, or what a replica holds.
package enum Quantity: Equatable, Sendable {
  case duration(Duration)
  case distance(kilometres: Double)
  case ratio(Double)
  case count(Int)
  case rate(perSecond: Double)
  /// A part of a whole, 0 to 1, or more where it is a part of something else.
  case share(Double)
  case regions([RegionID])
  /// A text; elements of a set and siblings with commas between; empty where there is nothing.
  case contents(String)

  /// The quantity as a learner reads it, with three significant digits at most.
  ///
  /// Distances are the exception: they are whole kilometres, as a map would give them.
  package var text: String {
    switch self {
    case .duration(let duration): Self.text(of: duration)
    case .distance(let kilometres): "\(grouped(kilometres)) km"
    case .ratio(let ratio): "\(significant(ratio))×"
    case .count(let count): count < 0 ? "−\(count.magnitude)" : String(count)
    case .rate(let perSecond): "\(withoutZeros(significant(perSecond))) per second"
    case .share(let share): Share(share).text
    case .regions(let regions): regions.map(\.name).joined(separator: ", ")
    case .contents(let text): text.isEmpty ? "nothing" : text
    }
  }

  /// A time in the largest unit that keeps it above one; minutes, hours, days and years from two.
  private static func text(of duration: Duration) -> String {
    let seconds = duration.milliseconds / 1000
    if duration == .zero { return "0 ms" }
    let units: [(name: String, seconds: Double, below: Double)] = [
      ("ns", 1e-9, 1000), ("µs", 1e-6, 1000), ("ms", 1e-3, 1000), ("s", 1, 120),
      ("min", 60, 120), ("h", 3600, 48),
      ("d", 86_400, 730),
    ]
    for unit in units where abs(seconds / unit.seconds) < unit.below {
      let number = withoutZeros(significant(seconds / unit.seconds))
      if let shown = Double(number), abs(shown) < unit.below { return "\(number) \(unit.name)" }
    }
    return "\(grouped(seconds / (365 * 86_400))) years"
  }
}

/// A number with three significant digits, or all digits before the point: `1.80`, `69.7`, `1528`.
func significant(_ number: Double) -> String {
  for decimals in [2, 1, 0] {
    let power = [1.0, 10, 100][decimals]
    let rounded = (number * power).rounded() / power
    // Rounding may add a digit before the point: 9.996 is 10.0.
    if abs(rounded) < 1000 / power { return fixed(rounded, decimals: decimals) }
  }
  return fixed(number.rounded(), decimals: 0)
}

func fixed(_ number: Double, decimals: Int) -> String {
  let power = repeatElement(10, count: decimals).reduce(1, *)
  let scaled = Int((abs(number) * Double(power)).rounded())
  let sign = number < 0 && scaled > 0 ? "-" : ""
  let whole = "\(sign)\(scaled / power)"
  guard decimals > 0 else { return whole }
  let fraction = String(scaled % power)
  return whole + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
}

/// `12.0` becomes `12`, `1.50` becomes `1.5`.
func withoutZeros(_ number: String) -> String {
  guard number.contains(".") else { return number }
  let shortened = String(number.reversed().drop { $0 == "0" }.reversed())
  return shortened.hasSuffix(".") ? String(shortened.dropLast()) : shortened
}

/// A whole number with a comma before every third digit: `15,528`.
private func grouped(_ number: Double) -> String {
  let digits = Array(String(Int(number.rounded())))
  return digits.indices.reduce(into: "") { text, index in
    let isBeforeGroup = (digits.count - index).isMultiple(of: 3) && index > 0
    text += (isBeforeGroup && digits[index - 1] != "-" ? "," : "") + String(digits[index])
  }
}
