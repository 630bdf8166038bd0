extension Color {
  /// How well two colours are told apart, from 1 to 21, as WCAG 2.2 reckons it; `nil` where the
  /// terminal decides what one of them is.
  package func contrast(with other: Color) -> Double? {
    guard let one = luminance, let other = other.luminance else { return nil }
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// What a legible text has at least.
  package static let legibleContrast = 4.5

  /// The relative luminance of a colour of the xterm palette.
  private var luminance: Double? {
    guard case .indexed(let index) = self else { return nil }
    let weights = [0.2126, 0.7152, 0.0722]
    return zip(weights, Self.channels(index)).reduce(0) { sum, pair in
      sum + pair.0 * Self.linear(Double(pair.1) / 255)
    }
  }

  private static func channels(_ index: Int) -> [Int] {
    if index >= 232 { return Array(repeating: 8 + 10 * (index - 232), count: 3) }
    let levels = [0, 95, 135, 175, 215, 255]
    return [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map { levels[$0] }
  }

  /// The exponent 2.4 of the standard, as a fifth root, so that no mathematics library is needed.
  private static func linear(_ channel: Double) -> Double {
    if channel <= 0.04045 { return channel / 12.92 }
    let base = (channel + 0.055) / 1.055
    var root = base
    for _ in 0..<40 { root -= (root - base / (root * root * root * root)) / 5 }
    return base * base * root * root
  }
}
