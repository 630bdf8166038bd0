/// A part of a whole as authors and learners write it: `99.99%`, `0.9999`, `1 %`.
package struct Share: Equatable, Sendable {
  /// 0 to 1, for what is a part of one whole.
  package let value: Double

  package init(_ value: Double) {
    self.value = value
  }

  /// Reads a percentage of 0 to 100, or a decimal fraction below 1 with its point.
  ///
  /// A plain 1 could be one per cent or everything, so it is neither.
  package init?(authored text: String) {
    let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard let value = Double(number), number.first != ".", number.last != "." else { return nil }
    switch text.dropFirst(number.count).trimmed {
    case "%" where value <= 100: self.value = value / 100
    case "" where value < 1: self.value = value
    default: return nil
    }
  }

  /// What is right where ``init(authored:)`` reads nothing.
  package static let expectation = "it must be a share such as 99.99% or 0.9999"

  /// The share in per cent: as many decimals as tell it from 100 % and from nothing.
  package var text: String { "\(withoutZeros(digits)) %" }

  private var digits: String {
    let percent = value * 100
    if percent > 99, percent < 100 {
      return fixed(percent, decimals: decimals(from: 4, below: 100))
    }
    if percent > 0, percent < 0.1 { return fixed(percent, decimals: decimals(from: 2, below: nil)) }
    return significant(percent)
  }

  /// The fewest decimals with which the percentage is neither rounded to 0 nor up to a bound.
  private func decimals(from least: Int, below bound: Double?) -> Int {
    let most = 12
    return (least...most).first { decimals in
      let shown = Double(fixed(value * 100, decimals: decimals))
      return shown != 0 && shown != bound
    } ?? most
  }
}

extension Arguments {
  /// A share such as `99.99%`; without a default it must be given.
  package mutating func share(_ key: String, default: Share? = nil) throws(Diagnostic) -> Share {
    guard let text = try optionalString(key) else {
      guard let `default` else { throw missing(key, Share.expectation) }
      return `default`
    }
    guard let share = Share(authored: text) else {
      throw failure(key, "\(key) is \(text); \(Share.expectation)")
    }
    return share
  }
}
