import Foundation
import GeoModel
import Testing

@Test func `exponential and logarithm agree with the C library`() {
  for step in -400...400 {
    let x = Double(step) / 20
    #expect(abs(Arithmetic.exp(x) / exp(x) - 1) < 1e-13)
    let y = exp(x)
    #expect(abs(Arithmetic.log(y) - x) < 1e-13 * max(1, abs(x)))
  }
}

@Test(arguments: [(0.5, 0.0), (0.975, 1.959964), (0.99, 2.326348), (0.001, -3.090232)])
func `a normal quantile is that of the tables`(p: Double, quantile: Double) {
  #expect(abs(Arithmetic.normalQuantile(p) - quantile) < 1e-5)
}

@Test func `waiting times have the mean that was asked for`() {
  var dice = SplitMix64(seed: 3)
  let total = (0..<20_000).reduce(0.0) { sum, _ in
    sum + dice.exponential(mean: .milliseconds(250)).milliseconds
  }
  #expect(abs(total / 20_000 - 250) < 6)
}
