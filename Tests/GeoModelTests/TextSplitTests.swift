import GeoModel
import Testing

/// The fast RGA beside the readable one.
struct TextSplitTests {
  @Test(arguments: 0..<60)
  func `a split RGA keeps the laws and every scalar`(seed: Int) throws {
    let steps = TextStep.random(40, replicas: 3, seed: UInt64(seed))
    #expect(try TextHistory<SplitRGA>(replicas: 3, steps).fault() == nil)
  }

  @Test func `no history of three replicas and six operations breaks a split RGA`() throws {
    #expect(try faults(SplitRGA.self, replicas: 3) == 0)
  }

  @Test(arguments: 0..<100)
  func `a split RGA has the elements of an RGA after every step`(seed: Int) throws {
    var plain = TextHistory<RGA>(replicas: 3)
    var split = TextHistory<SplitRGA>(replicas: 3)
    for step in TextStep.random(60, replicas: 3, seed: UInt64(1000 + seed)) {
      try plain.take(step)
      try split.take(step)
      try #require(split.replicas.map(\.elements) == plain.replicas.map(\.elements))
    }
    #expect(split.replicas.map(\.value) == plain.replicas.map(\.value))
  }

  @Test(arguments: 0..<6)
  func `a split RGA has the elements of an RGA when its tree is high`(seed: Int) throws {
    let steps = TextStep.random(2500, replicas: 2, seed: UInt64(2000 + seed)).filter(\.isLocal)
    let plain = try TextHistory<RGA>(replicas: 2, steps)
    let split = try TextHistory<SplitRGA>(replicas: 2, steps)
    #expect(split.replicas.map(\.elements) == plain.replicas.map(\.elements))
    let merged = split.replicas[0].merged(with: split.replicas[1])
    #expect(merged.elements == plain.replicas[0].merged(with: plain.replicas[1]).elements)
    #expect(merged.size.spans > 1024)
  }
}

extension TextStep {
  fileprivate var isLocal: Bool {
    switch self {
    case .insert, .delete: true
    case .merge, .keep, .redeliver: false
    }
  }
}
