import GeoModel
import Testing

/// Every type, in histories of all kinds, against the laws and against its oracle.
struct CRDTLawTests {
  static let types = [
    Candidate(GCounter.self, Subjects.growing),
    Candidate(PNCounter.self, Subjects.counting),
    Candidate(BoundedCounter.self, Subjects.escrow),
    Candidate(GSet<Int>.self, Subjects.adding),
    Candidate(TwoPhaseSet<Int>.self, Subjects.addingOnce),
    Candidate(ORSet<Int>.self, Subjects.addWins),
    Candidate(LWWRegister<Int>.self, Subjects.lastWins),
    Candidate(MVRegister<Int>.self, Subjects.siblings),
    Candidate(LWWMap<Int, Int>.self, Subjects.cells),
  ]

  @Test(arguments: types)
  func `a type keeps the laws and its oracle in random histories`(type: Candidate) {
    #expect(type.failures(1...300) == [])
  }

  @Test(arguments: types)
  func `a type keeps them in every history of six steps`(type: Candidate) {
    #expect(type.failuresInScope(6) == [])
  }
}
