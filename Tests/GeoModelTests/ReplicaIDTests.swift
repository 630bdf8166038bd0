import GeoModel
import Testing

struct ReplicaIDTests {
  @Test(arguments: 1...200)
  func `names are ordered byte by byte`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let letters = ["a", "b", "\0", "é", "e\u{301}", "東"]
    func name() -> String {
      (0..<dice.integer(in: 0...12)).map { _ in letters[dice.integer(in: 0...5)] }.joined()
    }
    let beginning = name()
    let (left, right) = (beginning + name(), beginning + name())
    let (one, other) = (ReplicaID(left), ReplicaID(right))
    #expect((one < other) == Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8)))
    #expect((one == other) == (Array(left.utf8) == Array(right.utf8)))
    #expect(ReplicaID(left) == one && ReplicaID(left).hashValue == one.hashValue)
  }

  @Test func `two spellings of a letter are two names`() {
    #expect(ReplicaID("é") != ReplicaID("e\u{301}"))
    #expect("é" == "e\u{301}")
  }
}
