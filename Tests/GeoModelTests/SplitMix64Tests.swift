import GeoModel
import Testing

@Test func `a seed gives the numbers of the published generator`() {
  var dice = SplitMix64(seed: 1_234_567)
  let numbers = (0..<3).map { _ in dice.next() }
  #expect(
    numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
}

@Test func `integers fill their range and stay in it`() {
  var dice = SplitMix64(seed: 7)
  let drawn = (0..<1000).map { _ in dice.integer(in: -2...3) }
  #expect(Set(drawn) == Set(-2...3))
}
