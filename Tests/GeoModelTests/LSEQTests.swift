import GeoModel
import Testing

/// The LSEQ: what a lesson says of it.
struct LSEQTests {
  @Test func `a deleted element leaves no tombstone and an old copy does not bring it back`() throws
  {
    var text = LSEQ()
    try text.apply(.insert(at: 0, "abc"), at: "A")
    let old = text
    try text.apply(.delete(at: 0, count: 3), at: "A")
    #expect(text.elements == [])
    #expect(text.known["A"] == 3)
    text.merge(old)
    #expect(text.value == "")
  }

  @Test func `an element keeps its position for ever`() throws {
    var text = LSEQ()
    try text.apply(.insert(at: 0, "ac"), at: "A")
    let before = text.elements
    try text.apply(.insert(at: 1, "b"), at: "B")
    #expect([text.elements[0], text.elements[2]] == before)
    #expect(text.elements[1].replica == "B")
  }

  @Test func `there is always a position between two others`() throws {
    var dice = SplitMix64(seed: 5)
    var text = LSEQ()
    for count in 0..<600 {
      // Again and again at the same place: the paths get longer.
      let place = count < 300 ? count / 2 : dice.integer(in: 0...count)
      try text.apply(.insert(at: place, "x"), at: count % 3 == 0 ? "A" : "B")
    }
    let positions = text.elements.map(\.position)
    #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 })
    #expect(positions.contains { $0.steps.count > 2 })
  }

  @Test func `two replicas never make the same position`() throws {
    var (a, b) = (LSEQ(), LSEQ())
    for place in 0..<50 {
      try a.apply(.insert(at: place, "a"), at: "A")
      try b.apply(.insert(at: place, "b"), at: "B")
    }
    #expect(a.merged(with: b).elements.count == 100)
  }

  @Test func `runs that two replicas type at one place can interleave`() throws {
    let a = try typed(LSEQ.self, "hello", at: "A")
    let b = try typed(LSEQ.self, "WORLD", at: "B")
    let text = a.merged(with: b).value
    #expect(text.count == 10)
    #expect(!text.contains("hello") || !text.contains("WORLD"))
    #expect(text.filter(\.isLowercase) == "hello")
    #expect(text.filter(\.isUppercase) == "WORLD")
  }
}
