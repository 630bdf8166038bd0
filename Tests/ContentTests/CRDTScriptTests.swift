import Content
import GeoModel
import TestSupport
import Testing

/// Random scripts against the same steps, taken by the types themselves.
struct CRDTScriptTests {
  private static let seeds: ClosedRange<UInt64> = 1...40

  @Test(arguments: seeds)
  func `counters come to what the types say`(seed: UInt64) throws {
    try expectAgreement(.growOnlyCounter, GCounter.self, seed) { dice in
      let amount = Int.random(in: 1...9, using: &dice)
      return (.increment(by: amount), .increment(by: amount))
    } value: {
      .number($0)
    }
    try expectAgreement(.counter, PNCounter.self, seed, Self.counting) { .number($0) }
    try expectAgreement(.maximum, BareInteger<MaximumMerge>.self, seed, Self.counting) {
      .number($0)
    }
    try expectAgreement(.lastWriter, BareInteger<LastWriterMerge>.self, seed, Self.counting) {
      .number($0)
    }
  }

  private static func counting(_ dice: inout Dice) -> (CRDTOperation, PNCounter.Update) {
    let amount = Int.random(in: 1...9, using: &dice)
    return Bool.random(using: &dice)
      ? (.increment(by: amount), .increment(by: amount))
      : (.decrement(by: amount), .decrement(by: amount))
  }

  @Test(arguments: seeds)
  func `sets come to what the types say`(seed: UInt64) throws {
    try expectAgreement(.growOnlySet, GSet<String>.self, seed) { dice in
      let word = Self.word(&dice)
      return (.add(word), .add(word))
    } value: {
      .texts($0)
    }
    try expectAgreement(.twoPhaseSet, TwoPhaseSet<String>.self, seed) { dice in
      let word = Self.word(&dice)
      return Bool.random(using: &dice)
        ? (.add(word), .add(word)) : (.remove(word), .remove(word))
    } value: {
      .texts($0)
    }
    try expectAgreement(.observedRemoveSet, ORSet<String>.self, seed) { dice in
      let word = Self.word(&dice)
      return Bool.random(using: &dice)
        ? (.add(word), .add(word)) : (.remove(word), .remove(word))
    } value: {
      .texts($0)
    }
  }

  @Test(arguments: seeds)
  func `registers come to what the types say`(seed: UInt64) throws {
    try expectAgreement(.lastWriteWins, LWWRegister<String>.self, seed, Self.writing) {
      $0.map { .text($0) } ?? .nothing
    }
    try expectAgreement(
      .lastWriteWithoutReplica, LWWRegisterWithoutReplica<String>.self, seed, Self.writing
    ) { $0.map { .text($0) } ?? .nothing }
    try expectAgreement(.multiValue, MVRegister<String>.self, seed) { dice in
      let word = Self.word(&dice)
      return (.set(word), .set(word))
    } value: {
      .texts($0)
    }
  }

  private static func writing(
    _ dice: inout Dice
  ) -> (CRDTOperation, LWWRegister<String>.Update) {
    let (word, time) = (word(&dice), Int.random(in: -3...6, using: &dice))
    return (.set(word, time: time), .set(word, time: time))
  }

  /// The readable RGA beside the one that scripts play.
  @Test(arguments: seeds)
  func `texts come to what the types say`(seed: UInt64) throws {
    try expectAgreement(.growableArray, RGA.self, seed, Self.editing) { .text($0) }
    try expectAgreement(.positions, LSEQ.self, seed, Self.editing) { .text($0) }
  }

  private static func editing(_ dice: inout Dice) -> (CRDTOperation, TextEdit) {
    let place = Int.random(in: 0...9, using: &dice)
    if Int.random(in: 1...3, using: &dice) > 1 {
      let word = word(&dice)
      return (.insert(at: place, word), .insert(at: place, word))
    }
    let count = Int.random(in: 0...3, using: &dice)
    return (.delete(at: place, count: count), .delete(at: place, count: count))
  }

  private static func word(_ dice: inout Dice) -> String {
    ["milk", "bread", "tea", "figs"][Int.random(in: 0...3, using: &dice)]
  }

  // MARK: - The same twice

  private func expectAgreement<State: Replicated>(
    _ type: CRDTType, _: State.Type, _ seed: UInt64,
    _ update: (inout Dice) -> (CRDTOperation, State.Update),
    value: (State.Value) -> CRDTValue
  ) throws {
    var dice = Dice(seed: seed)
    var twin = Twin<State>()
    for _ in 0..<60 { twin.step(&dice, update) }
    if seed.isMultiple(of: 2) { twin.settle() }
    let outcome = try CRDTScript(type: type, replicas: Twin<State>.names, steps: twin.steps).run()
    #expect(outcome.replicas.map(\.id) == Twin<State>.names)
    #expect(outcome.replicas.map(\.value) == twin.replicas.map { value($0.value) })
    #expect(outcome.hasConverged == twin.replicas.allSatisfy { $0 == twin.replicas[0] })
    let states = outcome.replicas.map(\.state)
    #expect(outcome.hasConverged == states.allSatisfy { $0 == states[0] })
  }
}

/// Replicas and copies of them, and the steps by which a script comes to the same.
private struct Twin<State: Replicated> {
  static var names: [ReplicaID] { ["A", "B", "C"] }
  private static var copies: [ReplicaID] { ["s1", "s2"] }

  private(set) var replicas = [State(), State(), State()]
  private(set) var steps: [CRDTScript.Step] = []
  private var snapshots: [State?] = [nil, nil]

  mutating func step(
    _ dice: inout Dice, _ update: (inout Dice) -> (CRDTOperation, State.Update)
  ) {
    let (one, other) = (Int.random(in: 0...2, using: &dice), Int.random(in: 0...2, using: &dice))
    let copy = Int.random(in: 0...1, using: &dice)
    switch Int.random(in: 1...8, using: &dice) {
    case 1...5: take(update(&dice), at: one)
    case 6: merge(one, into: other)
    case 7:
      snapshots[copy] = replicas[one]
      add(.snapshot(of: Self.names[one], named: Self.copies[copy]))
    default:
      guard let snapshot = snapshots[copy] else { return }
      replicas[one].merge(snapshot)
      add(.merge(from: Self.copies[copy], into: Self.names[one]))
    }
  }

  /// What is refused is left out of the script.
  private mutating func take(_ update: (CRDTOperation, State.Update), at place: Int) {
    guard (try? replicas[place].apply(update.1, at: Self.names[place])) != nil else { return }
    add(.update(update.0, at: Self.names[place]))
  }

  mutating func settle() {
    for place in [1, 2] { merge(place, into: 0) }
    for place in [1, 2] { merge(0, into: place) }
  }

  private mutating func merge(_ one: Int, into other: Int) {
    replicas[other].merge(replicas[one])
    add(.merge(from: Self.names[one], into: Self.names[other]))
  }

  private mutating func add(_ deed: CRDTScript.Deed) {
    steps.append(CRDTScript.Step(line: steps.count + 2, deed))
  }
}

struct CRDTScriptErrorTests {
  @Test(
    arguments: [
      (.growOnlyCounter, .decrement(), "the g-counter has no operation 'decrement'; it must be"),
      (.counter, .increment(by: 0), "by is 0; it must be 1 to 9007199254740992"),
      (.counter, .increment(by: .max), "by is 9223372036854775807; it must be"),
      (.counter, .decrement(by: .min), "by is -9223372036854775808; it must be"),
      (.lastWriteWins, .set("x"), "a set needs a time, since the lww-register keeps the latest"),
      (.lastWriteWins, .set("x", time: .min), "time is -9223372036854775808; it must be at most"),
      (.growableArray, .insert(at: -1, "x"), "index -1 lies outside the text at A, which has 0"),
      (.positions, .delete(at: .max, count: .max), "index 9223372036854775807 with count"),
    ] as [(CRDTType, CRDTOperation, String)])
  func `what a type does not take is told with its line`(
    type: CRDTType, operation: CRDTOperation, message: String
  ) {
    let script = CRDTScript(
      type: type, replicas: ["A"], steps: [.init(line: 7, .update(operation, at: "A"))])
    let error = #expect(throws: CRDTScriptError.self) { try script.run() }
    #expect(error?.line == 7)
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "accepted")")
  }

  @Test func `a later snapshot of one name takes the place of the earlier one`() throws {
    let script = CRDTScript(
      type: .counter, replicas: ["A", "B"],
      steps: [
        .init(line: 2, .snapshot(of: "A", named: "s")),
        .init(line: 3, .update(.increment(by: 3), at: "A")),
        .init(line: 4, .snapshot(of: "A", named: "s")),
        .init(line: 5, .update(.increment(by: 5), at: "A")),
        .init(line: 6, .merge(from: "s", into: "B")),
      ])
    #expect(try script.run().replicas.map(\.value) == [.number(8), .number(3)])
  }
}
