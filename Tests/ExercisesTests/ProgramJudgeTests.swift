import Exercises
import GeoModel
import Testing

struct ProgramJudgeTests {
  @Test(arguments: rightPrograms)
  func `a right program reaches all points`(program: Exhibit) {
    let verdicts = program.judgement.verdicts
    #expect(verdicts.map(\.id) == ["2.1", "2.2", "2.3", "2.4"])
    #expect(verdicts.filter { $0.outcome != .pass } == [])
    #expect(verdicts.allSatisfy { $0.score == $0.maxScore && $0.maxScore > 0 })
  }

  @Test(arguments: wrongPrograms)
  func `a wrong program fails, and a short history shows it again`(program: Exhibit) throws {
    let verdicts = program.judgement.verdicts
    #expect(verdicts.contains { $0.outcome == .fail })
    for part in verdicts.flatMap(\.parts) where part.outcome != .pass {
      let counterexample = try #require(part.counterexample, "\(part.id)")
      #expect(counterexample.history.lines.count <= 8)
      #expect(program.fails(counterexample.history), "\(part.id)")
      #expect(part.outcome == .fail && part.score == 0)
      #expect(part.actual != nil && part.expected != nil && part.help != nil)
    }
  }

  @Test func `a language's own notion of equal texts is no fault`() {
    var program = InSwift(program: Counters<NormalisesIDs>())
    let verdicts = CounterJudge.judge(&program, seed: 1).verdicts
    #expect(verdicts.filter { $0.outcome != .pass } == [])
  }

  /// Without the check the program would pass it.
  @Test(arguments: [
    ("new", Exhibit("OneStateForAll") { OneStateForAll() }),
    ("counting", Exhibit(StartsAtOne.self)),
    ("ids", Exhibit(ThrowsAtEmptyIDs.self)), ("many", Exhibit(SticksAtThousand.self)),
    ("brings", Exhibit(MissesNewNodes.self)), ("idempotence", Exhibit(FoldsByReading.self)),
    ("commutativity", Exhibit(Overwrites.self)), ("associativity", Exhibit(EmptiesTheOther.self)),
    ("self", Exhibit(DoublesWithItself.self)), ("inflation", Exhibit(Overwrites.self)),
    ("redelivery", Exhibit(ComparesBoxes.self)), ("purity", Exhibit(ChangesBoth.self)),
    ("aliasing", Exhibit(Aliases.self)), ("nodes", Exhibit(StopsAtAHundredNodes.self)),
    ("random", Exhibit(MergesEachOtherOnce.self)),
    ("interleavings", Exhibit(MergesEachOtherOnce.self)),
    ("below-zero", Exhibit(ThrowsBelowZero.self)), ("twice", Exhibit(CountsReads.self)),
    ("between", Exhibit(CachedOverMerges.self)), ("live", Exhibit(AddsSlots.self)),
    ("snapshots", Exhibit(TwoMaxima.self)),
  ])
  func `each check catches something`(check: String, program: Exhibit) {
    #expect(program.failedChecks.contains(check))
  }

  @Test func `the collections are as large as they should be`() {
    #expect(wrongPrograms.count >= 40)
    #expect(rightPrograms.count >= 25)
  }

  /// The table of the fact check: which test catches which bug.
  @Test(arguments: [
    (Exhibit(TwoMaps.self), []),
    (Exhibit(AddsSlots.self), ["live", "idempotence", "redelivery", "random"]),
    (Exhibit(NetMaximum.self), ["redelivery", "random"]),
    (Exhibit(OneSum.self), ["live", "idempotence", "redelivery", "random"]),
    (Exhibit(OneMaximum.self), ["live", "snapshots", "redelivery", "random"]),
    (Exhibit(Overwrites.self), ["random"]),
    (Exhibit(Aliases.self), ["aliasing"]),
    (Exhibit(StopsAtZero.self), ["below-zero", "random"]),
    (Exhibit(ForgetsDecrements.self), ["live", "snapshots", "redelivery", "random"]),
    (Exhibit(TakesTheFewerDecrements.self), ["random"]),
  ])
  func `each bug is caught by the tests that catch it elsewhere, and by no other of them`(
    program: Exhibit, caught: [String]
  ) {
    let table = [
      "live", "snapshots", "idempotence", "redelivery", "aliasing", "below-zero", "random",
    ]
    let failed = program.failedChecks
    #expect(table.filter(failed.contains) == caught)
  }

  @Test func `one shared maximum obeys the laws and still fails`() {
    let failed = Exhibit(OneMaximum.self).failedChecks
    for law in ["idempotence", "commutativity", "associativity", "self"] {
      #expect(!failed.contains(law))
    }
    #expect(failed.contains("live"))
  }

  @Test(
    arguments: [
      (Exhibit(AddsSlots.self), "sum"), (Exhibit(OneSum.self), "sum"),
      (Exhibit(OneMaximum.self), "shared-maximum"), (Exhibit(TwoMaxima.self), "two-maxima"),
      (Exhibit(NetMaximum.self), "net-maximum"), (Exhibit(LowersTheSlot.self), "net-maximum"),
      (Exhibit(Overwrites.self), "overwrite"), (Exhibit(BecomesTheOther.self), "replace"),
      (Exhibit(Aliases.self), "aliasing"), (Exhibit(ChangesBoth.self), "merges-both"),
      (Exhibit("OneStateForAll") { OneStateForAll() }, "shared-state"),
      (Exhibit(StopsAtZero.self), "clamped"),
      (Exhibit(RefusesToGoBelowZero.self), "refuses-below-zero"),
      (Exhibit(ForgetsDecrements.self), "forgets-decrements"),
      (Exhibit(TakesTheFewerDecrements.self), "minimum-of-decrements"),
      (Exhibit(TakesTheMinimum.self), "minimum"), (Exhibit(MergesNothing.self), "merges-nothing"),
      (Exhibit(KeepsItsOwnSlots.self), "new-nodes-only"), (Exhibit(EightBits.self), "8-bit"),
      (Exhibit(SixteenBitSlots.self), "16-bit"), (Exhibit(IgnoresCase.self), "ignores-case"),
      (Exhibit(TrimsIDs.self), "trims-ids"), (Exhibit(CutsIDs.self), "cuts-ids"),
      (Exhibit(NormalisesIDs.self), "normalises-ids"),
      (Exhibit(ReadsIDsAsNumbers.self), "numeric-ids"), (Exhibit(TakesTheBusierState.self), nil),
      (Exhibit(CachedOverMerges.self), nil), (Exhibit(ThrowsBelowZero.self), nil),
    ] as [(Exhibit, String?)])
  func `a wrong rule is named where it gives every answer, and nowhere else`(
    program: Exhibit, rule: String?
  ) {
    let failed = program.judgement.verdicts.flatMap(\.parts).filter { $0.outcome == .fail }
    #expect(!failed.isEmpty)
    #expect(failed.allSatisfy { $0.misconception == rule })
  }

  @Test(arguments: [Exhibit(AddsSlots.self), Exhibit(MatchesByPlace.self), Exhibit(Modelled.self)])
  func `the same seed gives the same bytes`(program: Exhibit) {
    func json() -> String {
      Report(verdicts: program.judge(7).verdicts, version: "1", topology: "module").json()
    }
    #expect(json() == json())
  }
}

/// A program in a language whose texts are compared as people read them.
private struct InSwift<Program: Conversation>: Conversation {
  var program: Program
  let equatesEquivalentTexts = true

  mutating func ask(_ requests: [CounterRequest]) throws(ProgramFailure) -> [CounterReply] {
    try program.ask(requests)
  }
}
