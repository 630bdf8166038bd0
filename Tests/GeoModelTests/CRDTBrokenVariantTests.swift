import GeoModel
import Testing

/// Wrong implementations of every type, each caught by the harness that the right ones pass.
struct CRDTBrokenVariantTests {
  private static let seeds: ClosedRange<UInt64> = 1...30

  /// The same code as the broken variants, without the fault.
  static let right = [
    Candidate(FaultyCounter<NoCounterFault>.self, Subjects.counting),
    Candidate(FaultyTwoPhaseSet<NoTwoPhaseFault>.self, Subjects.addingOnce),
    Candidate(FaultyORSet<NoObservedRemoveFault>.self, Subjects.addWins),
    Candidate(FaultyLWWRegister<NoLastWriteFault>.self, Subjects.lastWins),
    Candidate(FaultyMVRegister<NoSiblingFault>.self, Subjects.siblings),
    Candidate(FaultyMap<NoMapFault>.self, Subjects.cells),
    Candidate(FaultyBoundedCounter<NoBoundFault>.self, Subjects.escrow),
    Candidate(MergedByDeltas<NoDeltaFault<ORSet<Int>>>.self, Subjects.addWins),
    Candidate(MergedByDeltas<NoDeltaFault<PNCounter>>.self, Subjects.counting),
  ]

  @Test(arguments: right)
  func `without its fault a variant passes`(candidate: Candidate) {
    #expect(candidate.failures(Self.seeds) == [])
  }

  @Test(arguments: broken)
  func `a broken variant is caught by these checks`(candidate: Candidate, checks: [Check]) {
    #expect(candidate.failures(Self.seeds) == checks)
  }

  @Test func `laws alone pass a counter that loses updates`() {
    let failures = Candidate(SharedMaximum.self, Subjects.growing).failures(Self.seeds)
    #expect(failures == [.oracle])
    var (left, right) = (SharedMaximum(), SharedMaximum())
    left.apply(.increment(by: 1), at: "A")
    right.apply(.increment(by: 1), at: "B")
    #expect(left.merged(with: right).value == 1)
  }

  @Test func `there are broken variants enough, each caught by something`() {
    #expect(Self.broken.count >= 25)
    #expect(Self.broken.allSatisfy { !$0.1.isEmpty })
  }

  static let broken: [(Candidate, [Check])] = [
    (
      Candidate(BareInteger<SumMerge>.self, Subjects.counting),
      [.idempotent, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (
      Candidate(BareInteger<MaximumMerge>.self, Subjects.counting),
      [.inflationary, .redelivery, .oracle]
    ),
    (
      Candidate(BareInteger<LastWriterMerge>.self, Subjects.counting),
      [.commutative, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (
      Candidate(FaultyCounter<AddsSlots>.self, Subjects.counting),
      [.idempotent, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (
      Candidate(FaultyCounter<OverwritesSlots>.self, Subjects.counting),
      [.commutative, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (
      Candidate(FaultyCounter<ForgetsDecrements>.self, Subjects.counting),
      [.commutative, .convergence, .oracle]
    ),
    (
      Candidate(FaultyCounter<KeepsLeastDecrements>.self, Subjects.counting),
      [.inflationary, .redelivery, .oracle]
    ),
    (
      Candidate(FaultyCounter<NeverLearns>.self, Subjects.counting),
      [.commutative, .convergence, .oracle]
    ),
    (Candidate(FaultyCounter<ClampsAtZero>.self, Subjects.counting), [.oracle]),
    (Candidate(FaultyCounter<SharesOneSlot>.self, Subjects.counting), [.oracle]),
    (Candidate(FaultyCounter<CountsCalls>.self, Subjects.counting), [.oracle]),
    (Candidate(NetCounter.self, Subjects.counting), [.inflationary, .redelivery, .oracle]),
    (Candidate(AliasingCounter.self, Subjects.counting), [.oracle, .isolation]),
    (Candidate(SharedMaximum.self, Subjects.growing), [.oracle]),
    (Candidate(SetOfCommonElements.self, Subjects.adding), [.inflationary, .redelivery, .oracle]),
    (Candidate(LargerSet.self, Subjects.adding), [.commutative, .convergence, .oracle]),
    (
      Candidate(FaultyTwoPhaseSet<Readds>.self, Subjects.addingOnce),
      [.inflationary, .redelivery, .oracle, .refusal]
    ),
    (Candidate(FaultyTwoPhaseSet<RemovesUnseen>.self, Subjects.addingOnce), [.refusal]),
    (
      Candidate(FaultyTwoPhaseSet<HidesTombstones>.self, Subjects.addingOnce),
      [.commutative, .convergence, .oracle, .refusal]
    ),
    (
      Candidate(FaultyTwoPhaseSet<ForgetsTombstones>.self, Subjects.addingOnce),
      [.inflationary, .oracle, .refusal]
    ),
    (
      Candidate(FaultyORSet<ReusesDots>.self, Subjects.addWins),
      [.inflationary, .redelivery, .oracle]
    ),
    (Candidate(FaultyORSet<CountsForAll>.self, Subjects.addWins), [.oracle]),
    (Candidate(FaultyORSet<RemovesOneDot>.self, Subjects.addWins), [.oracle]),
    (
      Candidate(FaultyORSet<Resurrects>.self, Subjects.addWins),
      [.inflationary, .redelivery, .oracle]
    ),
    (Candidate(FaultyORSet<RemovesUnknown>.self, Subjects.addWins), [.inflationary, .oracle]),
    (
      Candidate(FaultyORSet<ForgetsContext>.self, Subjects.addWins),
      [.commutative, .associative, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (
      Candidate(FaultyORSet<OverwritesContext>.self, Subjects.addWins),
      [.commutative, .associative, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (Candidate(RemoveWinsSet.self, Subjects.addWins), [.oracle]),
    (
      Candidate(LWWRegisterWithoutReplica<Int>.self, Subjects.lastWins),
      [.commutative, .convergence, .oracle]
    ),
    (
      Candidate(FaultyLWWRegister<TakesLaterArrival>.self, Subjects.lastWins),
      [.commutative, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (
      Candidate(FaultyLWWRegister<ForgetsTime>.self, Subjects.lastWins),
      [.commutative, .convergence, .oracle]
    ),
    (
      Candidate(FaultyLWWRegister<TakesTiesOfOthers>.self, Subjects.lastWins),
      [.commutative, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (
      Candidate(FaultyLWWRegister<ObeysClients>.self, Subjects.lastWins),
      [.commutative, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (Candidate(FaultyLWWRegister<FirstWriteWins>.self, Subjects.lastWins), [.oracle]),
    (
      Candidate(FaultyMVRegister<DropsSiblings>.self, Subjects.siblings),
      [.commutative, .associative, .redelivery, .oracle]
    ),
    (
      Candidate(FaultyMVRegister<KeepsDominated>.self, Subjects.siblings),
      [.inflationary, .redelivery, .oracle]
    ),
    (Candidate(FaultyMVRegister<ForgetsPast>.self, Subjects.siblings), [.inflationary, .oracle]),
    (Candidate(FaultyMap<ForgetsRemovals>.self, Subjects.cells), [.inflationary, .oracle]),
    (
      Candidate(FaultyMap<RemovalsWin>.self, Subjects.cells),
      [.commutative, .inflationary, .redelivery, .convergence, .oracle]
    ),
    (
      Candidate(FaultyMap<KeepsOwnCells>.self, Subjects.cells),
      [.commutative, .convergence, .oracle]
    ),
    (Candidate(FaultyBoundedCounter<TransfersForFree>.self, Subjects.escrow), [.refusal]),
    (Candidate(FaultyBoundedCounter<TransfersUnheld>.self, Subjects.escrow), [.oracle, .refusal]),
    (
      Candidate(FaultyBoundedCounter<LetsReceiversTake>.self, Subjects.escrow), [.oracle, .refusal]
    ),
    (Candidate(FaultyBoundedCounter<SellsByLocalView>.self, Subjects.escrow), [.oracle, .refusal]),
    (
      Candidate(FaultyBoundedCounter<AddsRights>.self, Subjects.escrow),
      [.idempotent, .inflationary, .redelivery, .convergence, .oracle, .refusal]
    ),
    (
      Candidate(MergedByDeltas<ForgetsDeltaContext>.self, Subjects.addWins),
      [.commutative, .associative, .redelivery, .convergence, .oracle]
    ),
    (
      Candidate(MergedByDeltas<SendsGrowth>.self, Subjects.growing),
      [.commutative, .associative, .convergence, .oracle]
    ),
    (
      Candidate(MergedByDeltas<SendsFirstPart<PNCounter>>.self, Subjects.counting),
      [.commutative, .associative, .redelivery, .oracle]
    ),
  ]
}
