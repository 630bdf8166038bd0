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

@Test(arguments: [
  // a number, the chance that an exponential variable with the mean 1 exceeds it
  (0.05, 0.951229), (0.6931, 0.500024), (1.0, 0.367879), (2.0, 0.135335), (5.0, 0.006738),
])
func `waiting times are exponential`(limit: Double, chance: Double) {
  var dice = SplitMix64(seed: 3)
  let count = 200_000
  let above = (0..<count).count { _ in dice.exponential() > limit }
  #expect(abs(Double(above) / Double(count) - chance) < 0.004)
}
