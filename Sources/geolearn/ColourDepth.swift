import Drawing

/// How many colours a terminal has, and what it shows for one that it does not have.
package enum ColourDepth: Sendable {
  case none, eight, sixteen, indexed

  /// - Parameter count: what terminfo says. Terminals with more than 256 take other numbers than
  ///   palette indices there, of which only the first eight are colours that we know.
  package init(count: Int) {
    self =
      switch count {
      case 256: .indexed
      case 16..<256: .sixteen
      case 8...: .eight
      default: .none
      }
  }

  /// The numbers of the two colours, -1 for the terminal's own, and whether bold must help out.
  package struct Choice: Equatable, Sendable {
    package var foreground: Int
    package var background: Int
    package var isBold: Bool
  }

  /// The nearest that the terminal has; never a text in the colour of its background.
  package func choice(for paint: Paint) -> Choice {
    let foreground = number(for: paint.foreground)
    let background = number(for: paint.background)
    var choice = Choice(foreground: foreground, background: background, isBold: paint.isBold)
    if self == .eight {
      choice.isBold = paint.isBold || foreground > 8
      choice.background = background < 0 ? background : background % 8
      choice.foreground = foreground > 8 ? foreground - 8 : foreground
      if foreground == 8 { choice.foreground = readable(on: choice.background) }
    }
    if choice.foreground == choice.background && paint.foreground != paint.background {
      choice.foreground = readable(on: choice.background)
    }
    return choice
  }

  // Grey, and whatever is lost on its background, falls back to plain text.
  private func readable(on background: Int) -> Int {
    switch background {
    case ..<0: -1
    case 3, 6, 7, 9...: 0
    default: 7
    }
  }

  private func number(for color: Color) -> Int {
    switch (color, self) {
    case (.terminalDefault, _), (_, .none): -1
    case (.ansi(let number), _): number
    case (.indexed(let number), .indexed): number
    case (.indexed(let number), _): Palette.nearestOfSixteen(to: number)
    }
  }
}

/// The colours of xterm's palette of 256.
package enum Palette {
  /// The one of the first 16 that looks most like `index`; a hue, however pale, stays one.
  package static func nearestOfSixteen(to index: Int) -> Int {
    guard index >= 16 else { return index }
    let wanted = components(of: index)
    let candidates = sixteen.indices.filter { isGrey(sixteen[$0]) == isGrey(wanted) }
    return candidates.min { distance(sixteen[$0], wanted) < distance(sixteen[$1], wanted) } ?? 7
  }

  /// How style sheets write a colour of the palette: `#1c1c1c`.
  package static func hex(_ index: Int) -> String {
    let parts = index < 16 ? sixteen[index] : components(of: index)
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func isGrey(_ components: [Int]) -> Bool {
    guard let most = components.max(), let least = components.min() else { return true }
    return most - least < 40
  }

  private static func components(of index: Int) -> [Int] {
    guard index < 232 else { return Array(repeating: 8 + 10 * (index - 232), count: 3) }
    let cube = index - 16
    return [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
  }

  // The eye sees green best and blue least.
  private static let weights = [3, 4, 2]

  private static func distance(_ first: [Int], _ second: [Int]) -> Int {
    zip(weights, zip(first, second)).reduce(0) { sum, part in
      let difference = part.1.0 - part.1.1
      return sum + part.0 * difference * difference
    }
  }

  // xterm's defaults, near enough to choose by, but for number 12: its own is so pale that it
  // would be chosen for half of all colours.
  private static let sixteen = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205],
    [0, 205, 205], [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0],
    [0, 0, 255], [255, 0, 255], [0, 255, 255], [255, 255, 255],
  ]
}
