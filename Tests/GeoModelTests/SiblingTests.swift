import GeoModel
import Testing

/// Siblings by dots, and by one vector for all of them.
struct SiblingTests {
  typealias Cell = SiblingSet<String>

  @Test func `two clients that have read nothing make two siblings, even at one replica`() {
    var cell = Cell()
    cell.write("x", context: VersionVector(), at: "A")
    cell.write("y", context: VersionVector(), at: "A")
    #expect(cell.read().contents == ["x", "y"])
    #expect(cell.read().context == VersionVector(["A": 2]))
  }

  @Test func `whoever has read all siblings replaces all`() {
    var cell = Cell()
    cell.write("x", context: VersionVector(), at: "A")
    cell.write("y", context: VersionVector(), at: "A")
    let dot = cell.write("z", context: cell.read().context, at: "B")
    #expect(cell.siblings == [dot: "z"])
    #expect(dot == Dot(replica: "B", counter: 1))
  }

  @Test func `a write replaces what its client has read and nothing else`() {
    var dotted = Cell()
    var plain = VectorSiblingSet<String>()
    dotted.write("x", context: VersionVector(), at: "A")
    plain.write("x", context: VersionVector(), at: "A")
    let readX = dotted.read().context
    #expect(plain.read().context == readX)
    let updates: [Cell.Update] = [
      .write("y", context: VersionVector()), .write("z", context: readX),
    ]
    for update in updates {
      dotted.apply(update, at: "A")
      plain.apply(update, at: "A")
    }
    #expect(dotted.value == ["y", "z"])
    #expect(plain.value == ["x", "y", "z"])
  }

  @Test(arguments: [1, 5, 50])
  func `clients that write in turn pile up siblings without dots`(rounds: Int) throws {
    #expect(try siblings(in: SiblingSet<Int>.self, rounds: rounds) == 2)
    #expect(try siblings(in: VectorSiblingSet<Int>.self, rounds: rounds) == 2 * rounds)
  }

  /// Two clients that write to one replica in turn, each knowing the answer to its last write.
  private func siblings<Cell: SiblingCell>(in type: Cell.Type, rounds: Int) throws -> Int {
    var cell = Cell()
    var contexts = [VersionVector(), VersionVector()]
    for number in 0..<2 * rounds {
      try cell.apply(.write(number, context: contexts[number % 2]), at: "A")
      contexts[number % 2] = cell.context
    }
    return cell.value.count
  }

  @Test(arguments: 0..<300)
  func `the siblings are the writes that no other write knows`(seed: Int) {
    let run = SiblingRun<SiblingSet<Int>>(seed: seed)
    #expect(run.visible == run.expected)
  }

  @Test func `all short histories keep what they should`() {
    var count = 0
    for (replicas, steps) in [(2, 5), (3, 4)] {
      SiblingRun<SiblingSet<Int>>(replicas: replicas).extend(by: steps) { run in
        count += 1
        if run.visible != run.expected { Issue.record("\(run.visible) is not \(run.expected)") }
      }
    }
    #expect(count > 50_000)
  }

  @Test(arguments: 0..<100)
  func `merging keeps the laws`(seed: Int) {
    let run = SiblingRun<SiblingSet<Int>>(seed: seed)
    let states = Array(run.states.suffix(6))
    for law in Law.allCases { #expect(law.counterexample(among: states) == nil, "\(law)") }
    #expect(run.isInflationary)
  }

  @Test func `merging by one vector breaks grouping`() throws {
    let broken = (0..<100).compactMap { seed in
      let run = SiblingRun<VectorSiblingSet<Int>>(seed: seed)
      return Law.associative.counterexample(among: Array(run.states.suffix(6)))
    }
    #expect(broken.count > 10)
  }

  @Test func `a merge by one vector brings back what was replaced`() {
    var first = VectorSiblingSet<String>()
    first.write("x", context: VersionVector(), at: "A")
    var second = first
    second.write("y", context: second.vector, at: "B")
    var third = VectorSiblingSet<String>()
    third.write("z", context: VersionVector(), at: "C")
    #expect(first.merged(with: third).merged(with: second).value == ["x", "y", "z"])
    #expect(first.merged(with: third.merged(with: second)).value == ["y", "z"])
  }

  @Test func `a wrong rule is caught`() {
    func mistakes<Cell: SiblingCell>(_ type: Cell.Type) -> Int {
      (0..<50).map { SiblingRun<Cell>(seed: $0) }.count { $0.visible != $0.expected }
    }
    #expect(mistakes(SiblingSet<Int>.self) == 0)
    #expect(mistakes(VectorSiblingSet<Int>.self) > 0)
    #expect(mistakes(ForgettingCell.self) > 0)
    #expect(mistakes(GreedyCell.self) > 0)
    #expect(mistakes(HoardingCell.self) > 0)
    #expect(mistakes(ResurrectingCell.self) > 0)
  }
}
