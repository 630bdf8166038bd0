import GeoModel
import Testing

/// Laws and oracle of the replicated texts.
struct TextLawTests {
  @Test(arguments: 0..<25)
  func `an RGA keeps the laws and every scalar`(seed: Int) throws {
    let steps = TextStep.random(40, replicas: 3, seed: UInt64(seed))
    #expect(try TextHistory<RGA>(replicas: 3, steps).fault() == nil)
  }

  @Test(arguments: 0..<25)
  func `an LSEQ keeps the laws and every scalar`(seed: Int) throws {
    let steps = TextStep.random(40, replicas: 3, seed: UInt64(seed))
    #expect(try TextHistory<LSEQ>(replicas: 3, steps).fault() == nil)
  }
}

/// Every history of a small scope.
struct TextScopeTests {
  @Test func `no history of two replicas and six operations breaks an RGA`() throws {
    #expect(try faults(RGA.self, replicas: 2) == 0)
  }

  @Test func `no history of three replicas and six operations breaks an RGA`() throws {
    #expect(try faults(RGA.self, replicas: 3) == 0)
  }

  @Test func `no history of two replicas and six operations breaks an LSEQ`() throws {
    #expect(try faults(LSEQ.self, replicas: 2) == 0)
  }

  @Test func `no history of three replicas and six operations breaks an LSEQ`() throws {
    #expect(try faults(LSEQ.self, replicas: 3) == 0)
  }
}

/// How many of all histories of six operations go wrong; the first is an insertion by A.
func faults<Text: Replicated>(_ type: Text.Type, replicas: Int) throws -> Int
where Text.Update == TextEdit, Text.Value == String {
  var start = TextHistory<Text>(replicas: replicas)
  try start.take(.insert(at: 0, replica: 0))
  return try faults(from: start, left: 5, TextStep.small(replicas: replicas))
}

private func faults<Text: Replicated>(
  from history: TextHistory<Text>, left: Int, _ steps: [TextStep]
) throws -> Int where Text.Update == TextEdit, Text.Value == String {
  guard left > 0 else { return history.outcomeFault() == nil ? 0 : 1 }
  return try steps.reduce(0) { count, step in
    var next = history
    try next.take(step)
    // A step that changes nothing leads to a shorter history.
    guard next.replicas != history.replicas else { return count }
    return try count + faults(from: next, left: left - 1, steps)
  }
}

extension TextStep {
  /// What can happen in a small scope: of three replicas, each hears from one other only.
  static func small(replicas: Int) -> [TextStep] {
    (0..<replicas).flatMap { replica -> [TextStep] in
      [
        .insert(at: 0, replica: replica), .delete(at: 0, replica: replica),
        .merge(from: replica, into: (replica + 1) % replicas),
      ] + (replicas == 2 ? [.insert(at: 1, replica: replica)] : [])
    }
  }
}
