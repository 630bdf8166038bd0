import GeoModel
import Testing

/// The fast RGA beside the readable one.
struct TextSplitTests {
  @Test(arguments: 0..<12)
  func `a split RGA keeps the laws and every scalar`(seed: Int) throws {
    let steps = TextStep.random(40, replicas: 3, seed: UInt64(seed))
    #expect(try TextHistory<SplitRGA>(replicas: 3, steps).fault() == nil)
  }

  @Test func `no history of three replicas and six operations breaks a split RGA`() throws {
    #expect(try faults(SplitRGA.self, replicas: 3) == 0)
  }

  @Test(arguments: 0..<20)
  func `a split RGA has the elements of an RGA after every step`(seed: Int) throws {
    var plain = TextHistory<RGA>(replicas: 3)
    var split = TextHistory<SplitRGA>(replicas: 3)
    for step in TextStep.random(40, replicas: 3, seed: UInt64(1000 + seed)) {
      try plain.take(step)
      try split.take(step)
      try #require(split.replicas.map(\.elements) == plain.replicas.map(\.elements))
    }
    #expect(split.replicas.map(\.value) == plain.replicas.map(\.value))
  }

  @Test(arguments: 0..<2)
  func `a split RGA has the elements of an RGA when its tree is high`(seed: Int) throws {
    var dice = SplitMix64(seed: UInt64(2000 + seed))
    var plain = [RGA(), RGA()]
    var split = [SplitRGA(), SplitRGA()]
    for step in 0..<1200 {
      let replica = dice.integer(in: 0...1)
      let edit = TextEdit.random(length: split[replica].count, &dice)
      let name = TextHistory<RGA>.names[replica]
      try plain[replica].apply(edit, at: name)
      try split[replica].apply(edit, at: name)
      if step % 300 == 299 {
        plain[replica].merge(plain[1 - replica])
        split[replica].merge(split[1 - replica])
        try #require(split[replica].elements == plain[replica].elements)
      }
    }
    let merged = split[0].merged(with: split[1])
    #expect(merged.elements == plain[0].merged(with: plain[1]).elements)
    #expect(merged.size.spans > 600)
  }
}

extension TextEdit {
  /// A short insertion, or now and then a deletion.
  static func random(length: Int, _ dice: inout SplitMix64) -> TextEdit {
    let position = dice.integer(in: 0...length)
    guard dice.happens(0.3) else {
      let letters = Array("abcdefghé日".unicodeScalars)
      let text = (0...dice.integer(in: 0...2)).map { _ in
        letters[dice.integer(in: 0...(letters.count - 1))]
      }
      return .insert(at: position, text.reduce(into: "") { $0.unicodeScalars.append($1) })
    }
    return .delete(at: position, count: dice.integer(in: 0...min(3, length - position)))
  }
}
