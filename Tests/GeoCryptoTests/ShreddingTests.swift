import GeoModel
import Testing

@testable import GeoCrypto

private let subjects = ["ana", "ben", "chi"]

/// Replicas, a log and a backup with ciphertext, and a search index that was filled in the clear.
private let places = [
  ShreddingTrial.Place("replica 1"), ShreddingTrial.Place("replica 2"),
  ShreddingTrial.Place("log"), ShreddingTrial.Place("backup"),
  ShreddingTrial.Place("search", isSealed: false),
]

private func trial(
  scope: EncryptionKey.Scope = .subject, backsUpKeys: Bool = true, seed: UInt64 = 8
) -> ShreddingTrial {
  ShreddingTrial(
    subjects: subjects, places: places, scope: scope, backsUpKeys: backsUpKeys, seed: seed)
}

@Test func `before the erasure every copy of everybody opens`() {
  for attempt in trial().attempts {
    #expect(attempt.opening == .text("posted by \(attempt.subject)"))
  }
  #expect(trial().attempts.count == subjects.count * places.count)
}

@Test(arguments: 1...20)
func `after all steps no copy of the subject opens, and every copy of the others does`(seed: Int) {
  for subject in subjects {
    var trial = trial(seed: UInt64(seed))
    for step in ShreddingTrial.Step.allCases { trial.take(step, for: subject) }
    #expect(trial.readable(of: subject) == [])
    #expect(trial.collateral(of: subject) == [])
    let sealed = trial.attempts.filter { $0.subject == subject }
    // Two keys are left, and each was tried on four ciphertexts.
    #expect(sealed.map(\.opening) == Array(repeating: .refused(keysTried: 2), count: 4))
  }
}

@Test(arguments: ShreddingTrial.Step.allCases)
func `an erasure without one of its steps leaves something to read`(forgotten: ShreddingTrial.Step)
{
  var trial = trial()
  for step in ShreddingTrial.Step.allCases where step != forgotten { trial.take(step, for: "ana") }
  let readable = trial.readable(of: "ana").map(\.place.name)
  let sealed = ["replica 1", "replica 2", "log", "backup"]
  #expect(readable == (forgotten == .deletePlainCopies ? ["search"] : sealed))
}

@Test func `the order of the steps does not matter`() {
  for rotation in 0..<4 {
    let steps = ShreddingTrial.Step.allCases
    var trial = trial()
    for step in steps[rotation...] + steps[..<rotation] { trial.take(step, for: "ben") }
    #expect(trial.readable(of: "ben") == [])
    #expect(trial.collateral(of: "ben") == [])
  }
}

@Test func `a key that a region shares erases everybody`() {
  var trial = trial(scope: .region)
  for step in ShreddingTrial.Step.allCases { trial.take(step, for: "ana") }
  #expect(trial.readable(of: "ana") == [])
  #expect(trial.collateral(of: "ana") == ["ben", "chi"])
}
