import GeoModel
import Testing

/// Wrong replicated texts, caught by what the right ones are held to.
struct TextBrokenTests {
  @Test func `siblings in another order at one replica are noticed`() throws {
    try expectFault(BackwardRGA.self, .diverges)
  }

  @Test func `a deletion that forgets the tombstone is noticed`() throws {
    try expectFault(Wrapped<ForgetsTextTombstones>.self, .law(.inflationary), .wrongScalars)
  }

  @Test func `a tombstone that both must have is noticed`() throws {
    try expectFault(Wrapped<WantsTwoTombstones>.self, .law(.inflationary), .wrongScalars)
  }

  @Test func `an id that is used again is noticed`() throws {
    try expectFault(Wrapped<ReusesIDs>.self, .law(.inflationary), .wrongScalars)
  }

  @Test func `a clock that does not hear of others is noticed`() throws {
    try expectFault(Wrapped<CountsOwnElements>.self, .wrongScalars)
  }

  @Test func `an id without the replica is noticed`() throws {
    try expectFault(Nameless<RGA>.self, .law(.commutative), .wrongScalars, .diverges)
  }

  @Test func `a position without the replica is noticed`() throws {
    try expectFault(Nameless<LSEQ>.self, .law(.associative), .wrongScalars, .diverges)
  }

  @Test func `positions that do not remember what was deleted are noticed`() throws {
    try expectFault(HalfwayText.self, .law(.inflationary), .wrongScalars)
  }

  @Test func `the longer of two texts is no merge`() throws {
    try expectFault(LongerText.self, .law(.inflationary), .law(.commutative), .wrongScalars)
  }

  /// Something is found in at least three of twenty histories, and what is expected among it.
  private func expectFault<Text: Replicated>(_ type: Text.Type, _ faults: TextFault...) throws
  where Text.Update == TextEdit, Text.Value == String {
    var found: [TextFault] = []
    for seed in 0..<20 {
      let steps = TextStep.random(40, replicas: 3, seed: UInt64(seed))
      let history = try TextHistory<Text>(replicas: 3, steps)
      if let fault = history.fault() { found.append(fault) }
    }
    #expect(found.count >= 3)
    #expect(found.contains(where: faults.contains))
  }
}
