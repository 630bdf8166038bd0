import App

/// What one key press or mouse action is, once its bytes are understood.
package enum Input: Equatable, Sendable {
  case key(Key)
  case mouse(MouseAction, x: Int, y: Int)
}

/// Turns the bytes of a terminal into keys and mouse actions.
///
/// Curses could do this too, but it hands over sequences that it does not know as if the learner
/// had typed each of their characters. Here they are dropped. Every terminal in use speaks the
/// dialect understood here, that of ECMA-48 and xterm.
package struct KeyDecoder: Sendable {
  private var bytes: ArraySlice<UInt8> = []

  // No sequence that means anything is longer.
  private static let longestSequence = 64

  package init() {}

  package mutating func receive(_ more: some Sequence<UInt8>) {
    bytes += more
  }

  /// Whether a sequence has begun that only more bytes, or silence, can complete.
  package var isWaiting: Bool { !bytes.isEmpty }

  /// The next complete input; `nil` when there is none yet.
  package mutating func next() -> Input? {
    while let first = bytes.first {
      switch step(first) {
      case .incomplete: return nil
      case .understood(let input): return input
      case .nothing: continue
      }
    }
    return nil
  }

  /// Says that no more bytes will come: Escape alone is a key then, any other beginning is dropped.
  package mutating func giveUp() -> Input? {
    defer { bytes = [] }
    return bytes.first == Self.escape ? .key(.escape) : nil
  }

  private enum Step {
    case incomplete, nothing
    case understood(Input)
  }

  private static let escape: UInt8 = 0x1B

  private mutating func step(_ first: UInt8) -> Step {
    switch first {
    case Self.escape: return escapeSequence()
    case 0x80...: return multibyteCharacter(first)
    default:
      bytes.removeFirst()
      return Self.single(first)
    }
  }

  private static func single(_ byte: UInt8) -> Step {
    switch byte {
    case 0x0A, 0x0D: .understood(.key(.enter))
    case 0x09: .understood(.key(.tab))
    case 0x08, 0x7F: .understood(.key(.backspace))
    case 0x01...0x1A:
      .understood(.key(.control(Character(Unicode.Scalar(byte + 0x60)))))
    case 0x20...0x7E: .understood(.key(.character(Character(Unicode.Scalar(byte)))))
    default: .nothing
    }
  }

  private mutating func multibyteCharacter(_ first: UInt8) -> Step {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard bytes.count >= length else { return .incomplete }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self),
      let character = text.first
    else {
      bytes.removeFirst()
      return .nothing
    }
    bytes.removeFirst(length)
    return .understood(.key(.character(character)))
  }

  private mutating func escapeSequence() -> Step {
    guard let second = bytes.dropFirst().first else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "O"): return shiftedKey()
    default:
      bytes.removeFirst()
      return .understood(.key(.escape))
    }
  }

  // ESC O and one byte: keys in the application mode of the keypad.
  private mutating func shiftedKey() -> Step {
    guard let final = bytes.dropFirst(2).first else { return .incomplete }
    bytes.removeFirst(3)
    return Self.step(final == UInt8(ascii: "M") ? .enter : Self.cursorKeys[final])
  }

  // ESC [, parameters, and a byte from @ to ~ that ends it.
  private mutating func controlSequence() -> Step {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      if body.count > Self.longestSequence { bytes = [] }
      return .incomplete
    }
    let final = body[end]
    let extra = end == body.startIndex ? Self.bytesAfter[final, default: 0] : 0
    guard body.endIndex - end > extra else { return .incomplete }
    let parameters = String(decoding: body[..<end], as: UTF8.self)
    bytes.removeFirst(end - bytes.startIndex + 1 + extra)
    return Self.meaning(of: final, parameters: parameters)
  }

  // The Linux console's ESC [ [ A is F1; ESC [ M and three bytes is a mouse that knows no SGR.
  private static let bytesAfter = [UInt8(ascii: "["): 1, UInt8(ascii: "M"): 3]

  private static func meaning(of final: UInt8, parameters: String) -> Step {
    if parameters.hasPrefix("<") { return mouse(parameters.dropFirst(), final: final) }
    guard final == UInt8(ascii: "~") else { return step(cursorKeys[final]) }
    return step(editingKeys[parameters.prefix { $0 != ";" }])
  }

  private static func step(_ key: Key?) -> Step {
    key.map { .understood(.key($0)) } ?? .nothing
  }

  private static let cursorKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "Z"): .backTab,
  ]

  private static let editingKeys: [Substring: Key] = [
    "1": .home, "7": .home, "4": .end, "8": .end, "3": .delete, "5": .pageUp, "6": .pageDown,
  ]

  // Button, column, row; the button's bits 2 to 4 are Shift, Alt and Ctrl.
  private static func mouse(_ parameters: Substring, final: UInt8) -> Step {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, final == UInt8(ascii: "M"),
      let action = mouseActions[numbers[0] & ~0b11100]
    else { return .nothing }
    return .understood(.mouse(action, x: numbers[1] - 1, y: numbers[2] - 1))
  }

  private static let mouseActions: [Int: MouseAction] = [0: .press, 64: .wheelUp, 65: .wheelDown]
}
