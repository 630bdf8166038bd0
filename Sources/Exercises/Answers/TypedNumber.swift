/// A number as a learner types it: `~42,5 ms`.
struct TypedNumber: Equatable {
  /// In the base unit of the dimension.
  let value: Double
  /// As it was understood: `42.5 ms`.
  let shown: String

  /// Nobody means a larger number of anything that is asked here.
  private static let greatest = 1e12

  /// - Parameters:
  ///   - dimension: what the question asks for.
  ///   - noun: what is counted, such as "voters", which may stand behind a count.
  init(_ text: String, as dimension: Dimension, noun: String?) throws(AnswerError) {
    var text = Self.withoutApproximation(text)
    if dimension == .count { text = Self.inDigits(text) }
    var scanner = NumberScanner(text)
    let digits = try scanner.number(dimension)
    let unit = try Self.unit(scanner.rest, of: dimension, noun: noun, digits: digits)
    guard let number = Double(digits), (number * unit.factor).magnitude <= Self.greatest else {
      throw AnswerError("\(digits.presentable) is too large to be meant", help: dimension.usage)
    }
    value = number * unit.factor
    if dimension == .count, value != value.rounded() {
      throw AnswerError("\(digits) is not a whole number", help: dimension.usage)
    }
    let name = unit.names.first ?? ""
    shown = name.first?.isLetter ?? false ? "\(digits) \(name)" : digits + name
  }

  private static let approximations = [
    "about", "approximately", "approx.", "approx", "around", "roughly", "circa", "ca.", "~", "≈",
    "=", "≅",
  ]

  /// The text without words and signs that say "about".
  private static func withoutApproximation(_ text: String) -> String {
    var rest = text.trimmed
    while let word = approximations.first(where: { rest.lowercased().hasPrefix($0) }) {
      rest = rest.dropFirst(word.count).trimmed
    }
    return rest
  }

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  /// A count whose first word is the name of a number, with its digits.
  private static func inDigits(_ text: String) -> String {
    let first = text.prefix { $0.isLetter }
    let word = first.lowercased()
    let number = word == "none" || word == "no" ? 0 : words.firstIndex(of: word)
    return number.map { "\($0)" + text.dropFirst(first.count) } ?? text
  }
}

extension TypedNumber {
  /// The unit that stands behind the digits.
  private static func unit(
    _ text: String, of dimension: Dimension, noun: String?, digits: String
  ) throws(AnswerError) -> Dimension.Unit {
    var name = text.trimmed
    if name.hasSuffix(".") { name = name.dropLast().trimmed }
    if isNoun(name, noun), let one = dimension.unit(named: "") { return one }
    if let unit = dimension.unit(named: perSecond(name, dimension)) { return unit }
    if name.isEmpty {
      let (small, large) = dimension == .distance ? ("m", "km") : ("ms", "s")
      let question = dimension == .rate ? "per second?" : "\(small) or \(large)?"
      throw AnswerError("\(digits) needs a unit: \(question)", help: dimension.usage)
    }
    if let other = Dimension.allCases.first(where: { $0.unit(named: name) != nil }) {
      throw AnswerError(
        "\(digits) \(name) is \(other.name); the question asks for \(dimension.name)",
        help: dimension.usage)
    }
    let isSecondNumber = name.contains { $0.isNumber }
    throw AnswerError(
      isSecondNumber
        ? "'\(name.presentable)' follows the number \(digits); give one number only"
        : "'\(name.presentable)' is not a unit here",
      help: dimension.usage)
  }

  /// Whether the text names what is counted, in the singular or the plural.
  private static func isNoun(_ text: String, _ noun: String?) -> Bool {
    guard let noun = noun?.lowercased(), !text.isEmpty else { return false }
    let text = text.lowercased()
    return text == noun || text + "s" == noun
  }

  /// `writes/s` counts as `/s`.
  private static func perSecond(_ name: String, _ dimension: Dimension) -> String {
    guard dimension == .rate else { return name }
    return String(name.drop { $0.isLetter }).trimmed.isEmpty ? name : name.trimmedNoun
  }
}

extension String {
  /// `writes/s` without `writes`, `commits per second` without `commits`.
  fileprivate var trimmedNoun: String {
    let noun = prefix { $0.isLetter }
    return noun == "per" || noun == "a" ? self : dropFirst(noun.count).trimmed
  }
}

/// Reads digits from the front of a text.
private struct NumberScanner {
  private(set) var rest: String

  init(_ text: String) {
    rest = text
  }

  /// A number with `.` for a decimal comma and `-` for a minus.
  mutating func number(_ dimension: Dimension) throws(AnswerError) -> String {
    let sign = try sign(dimension)
    let whole = digits()
    let fraction = try fraction(after: whole, dimension)
    guard !whole.isEmpty || !fraction.isEmpty else {
      throw AnswerError(
        rest.contains { $0.isNumber }
          ? "the answer must begin with its number, not with '\(rest.presentable)'"
          : "'\(rest.presentable)' has no number", help: dimension.usage)
    }
    return sign + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
      + exponent()
  }

  /// A minus, which only counts have: a counter of a stock that was sold twice stands below zero.
  private mutating func sign(_ dimension: Dimension) throws(AnswerError) -> String {
    guard let sign = rest.first, "+-−–".contains(sign) else { return "" }
    guard sign == "+" || dimension == .count else {
      throw AnswerError(
        "\(rest.presentable) is negative; \(dimension.name) is never less than zero",
        help: dimension.usage)
    }
    rest = rest.dropFirst().trimmed
    return sign == "+" ? "" : "-"
  }

  private mutating func digits() -> String {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest.removeFirst(digits.count)
    return String(digits)
  }

  private mutating func fraction(
    after whole: String, _ dimension: Dimension
  ) throws(AnswerError) -> String {
    guard let point = rest.first, point == "." || point == ",",
      let next = rest.dropFirst().first, next.isASCII, next.isNumber
    else { return "" }
    rest.removeFirst()
    let fraction = digits()
    if point == ",", fraction.count == 3, !whole.hasPrefix("0") {
      throw AnswerError(
        "\(whole),\(fraction) can be read in two ways; write \(whole)\(fraction) or "
          + "\(whole).\(fraction)", help: dimension.usage)
    }
    return fraction
  }

  /// `e3`, if there is one.
  private mutating func exponent() -> String {
    guard let e = rest.first, e == "e" || e == "E" else { return "" }
    let afterE = rest.dropFirst()
    let sign = afterE.first.map { "+-".contains($0) } ?? false ? String(afterE.prefix(1)) : ""
    let digits = afterE.dropFirst(sign.count).prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return "" }
    rest.removeFirst(1 + sign.count + digits.count)
    return "e\(sign)\(digits)"
  }
}
