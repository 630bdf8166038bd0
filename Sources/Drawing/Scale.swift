/// How values from 0 to `max` lie along a number of cells.
package struct Scale: Equatable, Sendable {
  package let max: Double
  package let width: Int

  /// A maximum that is not above 0, or not finite, counts as 1.
  package init(max: Double, width: Int) {
    self.max = max > 0 && max.isFinite ? max : 1
    self.width = Swift.max(0, width)
  }

  /// Where a value lies, in cells from the left; values outside lie on the nearer end.
  package func column(of value: Double) -> Double {
    guard !value.isNaN else { return 0 }
    return Swift.min(Swift.max(value / max, 0), 1) * Double(width)
  }

  /// Round values, as many as have room for labels with at least four columns between them.
  package var ticks: [Double] {
    var count = Swift.max(2, width / 5 + 1)
    var ticks = niceTicks(upTo: max, atMost: count)
    while count > 2, ticks.count > 1, spacing(of: ticks) < widestLabel(of: ticks) + 4 {
      count -= 1
      ticks = niceTicks(upTo: max, atMost: count)
    }
    return ticks
  }

  private func spacing(of ticks: [Double]) -> Int { Int(column(of: ticks[1])) }

  private func widestLabel(of ticks: [Double]) -> Int {
    tickLabels(of: ticks, unit: "").map(\.count).max() ?? 0
  }
}

/// Round values from 0 to at most `maximum`, evenly spaced by 1, 2 or 5 times a power of ten.
///
/// There are as many as possible, but not more than `count` (or 100); at least 0 itself.
package func niceTicks(upTo maximum: Double, atMost count: Int) -> [Double] {
  guard maximum > 0, maximum.isFinite, count >= 2 else { return [0] }
  var exponent = 0
  while powerOfTen(exponent + 1) <= maximum { exponent += 1 }
  while powerOfTen(exponent) > maximum { exponent -= 1 }
  for exponent in (exponent - 2)...exponent {
    for mantissa in [1.0, 2, 5] {
      let steps = (maximum / mantissa / powerOfTen(exponent) + 1e-9).rounded(.down)
      guard steps < Double(min(count, 100)) else { continue }
      return (0...Int(steps)).map { decimal(Double($0) * mantissa, exponent) }
    }
  }
  return [0]
}

/// A whole number times a power of ten, as near as a `Double` can be: 3 and -1 give 0.3.
private func decimal(_ digits: Double, _ exponent: Int) -> Double {
  exponent < 0 ? digits / powerOfTen(-exponent) : digits * powerOfTen(exponent)
}

private func powerOfTen(_ exponent: Int) -> Double {
  let power = repeatElement(10.0, count: abs(exponent)).reduce(1, *)
  return exponent < 0 ? 1 / power : power
}

/// What is written at ticks: all with as many decimals as the finest needs, the unit at the last.
func tickLabels(of ticks: [Double], unit: String) -> [String] {
  let decimals = ticks.map(neededDecimals).max() ?? 0
  return ticks.enumerated().map { index, tick in
    let number = tick == 0 ? "0" : fixed(tick, decimals: decimals)
    return index == ticks.count - 1 && !unit.isEmpty ? "\(number) \(unit)" : number
  }
}

private func neededDecimals(_ value: Double) -> Int {
  let most = 6
  return (0..<most).first { decimals in
    let shifted = value * powerOfTen(decimals)
    return abs(shifted - shifted.rounded()) < 1e-6
  } ?? most
}

private func fixed(_ value: Double, decimals: Int) -> String {
  let shifted = (value * powerOfTen(decimals)).rounded()
  guard shifted < 1e15 else { return String(value) }
  let digits = String(Int(shifted))
  guard decimals > 0 else { return digits }
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
}
