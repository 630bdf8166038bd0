import GeoModel
import Testing

/// Sorted sets and maps, against those of the standard library.
struct SortedCollectionTests {
  @Test(arguments: 1...100)
  func `a sorted set holds what a set holds`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let (left, right) = (numbers(&dice), numbers(&dice))
    var union = SortedSet(left)
    union.formUnion(SortedSet(right))
    #expect(union.elements == Set(left).union(right).sorted())
    for number in right { union.remove(number) }
    #expect(union.elements == Set(left).subtracting(right).sorted())
    #expect(union.contains(5) == (left.contains(5) && !right.contains(5)))
  }

  @Test(arguments: 1...100)
  func `a sorted map joins as a dictionary does`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let (left, right) = (pairs(&dice), pairs(&dice))
    var joined = SortedMap(left)
    joined.merge(SortedMap(right), uniquingWith: -)
    let expected = Dictionary(left) { $1 }.merging(Dictionary(right) { $1 }, uniquingKeysWith: -)
    #expect(joined.keys == expected.keys.sorted())
    #expect(joined.keys.allSatisfy { joined[$0] == expected[$0] })
  }

  @Test func `a join can drop what it is asked to`() {
    var map: SortedMap = ["a": 1, "b": 2, "c": 3]
    map.merge(["b": 2, "c": 9, "d": 4]) { _, left, right in left == right ? nil : left ?? right }
    #expect(map == ["a": 1, "c": 3, "d": 4])
  }

  @Test func `equal maps have equal hashes, whatever order they were made in`() {
    let (left, right): (SortedMap, SortedMap) = (["a": 1, "b": 2], ["b": 2, "a": 1])
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
  }

  private func numbers(_ dice: inout SplitMix64) -> [Int] {
    (0..<dice.integer(in: 0...12)).map { _ in dice.integer(in: 1...12) }
  }

  private func pairs(_ dice: inout SplitMix64) -> [(Int, Int)] {
    numbers(&dice).map { ($0, dice.integer(in: 1...99)) }
  }
}
