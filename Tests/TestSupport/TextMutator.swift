import GeoModel

/// Changes a file as a cat on the keyboard would.
package struct TextMutator {
  private var dice: SplitMix64

  package init(seed: UInt64) {
    dice = SplitMix64(seed: seed)
  }

  /// The lines as one text, with one or two changes.
  package mutating func mutated(_ lines: [String]) -> String {
    var lines = lines
    for _ in 0..<dice.integer(in: 1...2) {
      let index = dice.integer(in: 0...lines.count - 1)
      switch dice.integer(in: 0...4) {
      case 0: lines.remove(at: index)
      case 1: lines.insert(lines[dice.integer(in: 0...lines.count - 1)], at: index)
      case 2: lines.swapAt(index, dice.integer(in: 0...lines.count - 1))
      default: lines[index] = mutate(lines[index])
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\n")
  }

  private mutating func mutate(_ line: String) -> String {
    var bytes = Array(line.utf8)
    let position = dice.integer(in: 0...bytes.count)
    let byte = Array("{}[],:- #\"'&*!|>%@`\t\u{0}0aé".utf8)[dice.integer(in: 0...23)]
    switch dice.integer(in: 0...2) {
    case 0 where position < bytes.count: bytes.remove(at: position)
    case 1 where position < bytes.count: bytes[position] = byte
    default: bytes.insert(byte, at: position)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
