import Exercises
import GeoModel
import Synchronization

/// A program of the tests, and how to start it.
struct Exhibit: Sendable, CustomStringConvertible {
  let description: String
  /// Judges the program anew.
  let judge: @Sendable (_ seed: UInt64) -> CounterJudgement
  /// What it says to a history when it is started anew.
  private let replies: @Sendable (CounterHistory) -> [CounterReply]?

  init(_ name: String, _ start: @escaping @Sendable () -> some Conversation & SendableMetatype) {
    description = name
    judge = { seed in
      var program = start()
      return CounterJudge.judge(&program, seed: seed)
    }
    replies = { history in
      var program = start()
      return try? program.ask(history.requests)  // else it ends, which is no answer
    }
  }

  init<Counter: LearnersCounter>(_ type: Counter.Type) {
    self.init("\(type)") { Counters<Counter>() }
  }

  /// Whether a history goes wrong in a program that nothing else was asked before.
  func fails(_ history: CounterHistory) -> Bool {
    guard let replies = replies(history) else { return true }
    let said = replies.filter { $0 != .done }
    let answers: [CounterReply] = history.answers.map { .value(Int64($0)) }
    switch history.claim {
    case .right: return said != answers
    case .equal:
      return said.count != answers.count || said.contains { $0 != said[0] || $0.isRefusal }
    }
  }

  /// The judgement that several tests look at; the names of programs differ.
  var judgement: CounterJudgement {
    let name = description
    if let known = Self.judgements.withLock({ $0[name] }) { return known }
    let judgement = judge(1)
    Self.judgements.withLock { $0[name] = judgement }
    return judgement
  }

  private static let judgements = Mutex<[String: CounterJudgement]>([:])

  /// The names of the checks that fail.
  var failedChecks: [String] {
    judgement.results.filter { $0.finding != nil }.map(\.check.name)
  }
}

extension CounterReply {
  /// Whether it is neither a number nor done.
  fileprivate var isRefusal: Bool {
    switch self {
    case .done, .value: false
    case .notANumber, .threw: true
    }
  }
}

/// Counters with one bug each.
let wrongPrograms: [Exhibit] = [
  Exhibit(AddsSlots.self), Exhibit(Overwrites.self), Exhibit(KeepsItsOwnSlots.self),
  Exhibit(BecomesTheOther.self), Exhibit(MergesNothing.self), Exhibit(ForgetsDecrements.self),
  Exhibit(ForgetsIncrements.self), Exhibit(TakesTheFewerDecrements.self),
  Exhibit(TakesTheMinimum.self), Exhibit(KnowsOnlyItsNodes.self),
  Exhibit(GoesThroughIncrements.self), Exhibit(DropsWhatTheOtherLacks.self),
  Exhibit(MixesUpTheMaps.self), Exhibit(TakesTheGreaterValue.self),
  Exhibit(TakesTheBusierState.self), Exhibit(IgnoresTheLessBusy.self),
  Exhibit(DoublesWithItself.self), Exhibit(ChangesBoth.self), Exhibit(EmptiesTheOther.self),
  Exhibit(MergesEachOtherOnce.self), Exhibit(AddsTheDifference.self),
  Exhibit(StopsAtAHundredNodes.self), Exhibit(ComparesBoxes.self), Exhibit(MissesNewNodes.self),
  Exhibit(MissesDecrements.self), Exhibit(StopsAtZero.self), Exhibit(DropsTheSign.self),
  Exhibit(LeavesDecrementsOut.self), Exhibit(CountsOperations.self),
  Exhibit(RefusesToGoBelowZero.self), Exhibit(DecrementsItsOwnIncrements.self),
  Exhibit(LowersTheSlot.self), Exhibit(SetsToOne.self), Exhibit(StartsAtOne.self),
  Exhibit(EightBits.self), Exhibit(SixteenBitSlots.self), Exhibit(SticksAtThousand.self),
  Exhibit(EmptiedByReading.self), Exhibit(CountsReads.self), Exhibit(FoldsByReading.self),
  Exhibit(CachedOverMerges.self), Exhibit(CachedOverDecrements.self),
  Exhibit(ThrowsAtUnknownDecrements.self), Exhibit(ThrowsBelowZero.self),
  Exhibit(ThrowsAtEmptyIDs.self), Exhibit(IgnoresCase.self), Exhibit(TrimsIDs.self),
  Exhibit(CutsIDs.self), Exhibit(ReadsIDsAsNumbers.self), Exhibit(HashesIDs.self),
  Exhibit(SixteenSlots.self), Exhibit(NormalisesIDs.self), Exhibit(OneSum.self),
  Exhibit(OneMaximum.self), Exhibit(LastOneWins.self), Exhibit(Average.self),
  Exhibit(TwoMaxima.self), Exhibit(NetMaximum.self), Exhibit(Aliases.self),
  Exhibit(MatchesByPlace.self), Exhibit(RepeatsTheLog.self), Exhibit(NumbersWithoutNodes.self),
  Exhibit(NumbersWithoutSigns.self), Exhibit(TakesTheGreaterLog.self),
  Exhibit("OneStateForAll") { OneStateForAll() },
  Exhibit("SaysText") { Altered { value, _ in .notANumber("'\(value)'") } },
  Exhibit("SaysNothing") { Altered { _, _ in .done } },
]

/// Right counters, each with a state of its own kind.
let rightPrograms: [Exhibit] = [
  Exhibit(TwoMaps.self), Exhibit(Modelled.self), Exhibit(OneMapOfPairs.self),
  Exhibit(OperationsAndDecrements.self), Exhibit(NewerSlotWins.self), Exhibit(KeysWithKinds.self),
  Exhibit(BytesAsKeys.self), Exhibit(NumbersAsText.self), Exhibit(FloatingPoint.self),
  Exhibit(CachedUntilChanged.self), Exhibit(RunningValue.self), Exhibit(PrunedWhenRead.self),
  Exhibit(MergedWhenRead.self), Exhibit(TwoGCounters.self), Exhibit(SetOfOperations.self),
  Exhibit(SetOfSets.self), Exhibit(LongestLog.self), Exhibit(CompressedLog.self),
  Exhibit(ImmutableStates.self), Exhibit(SharedUntilWritten.self), Exhibit(ArraysAndPlaces.self),
  Exhibit(SortedPairs.self), Exhibit(UnsortedList.self), Exhibit(LinkedSlots.self),
  Exhibit(Bits.self), Exhibit(PersistentTree.self),
  Exhibit("Unaltered") { Altered { value, _ in .value(value) } },
]
