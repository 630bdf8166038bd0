import Content
import Drawing
import Scenes
import TestSupport
import Testing

/// Whatever is done to a scene, in whatever order: it can be staged, drawn and told.
struct RandomActingTests {
  private static let strokesPerSeed = 60

  /// A scene in the midst of random acts; they begin anew where a history grows long.
  private static func histories(
    of kind: ActedKind, seed: UInt64, _ look: (ActedScene, inout Dice) throws -> Void
  ) throws {
    var dice = Dice(seed: seed)
    var acted = try kind.begun()
    for stroke in 1...strokesPerSeed {
      if acted.entries.count > 40 { acted = try kind.begun() }
      try acted.actAtRandom(&dice)
      if stroke.isMultiple(of: 30) { try look(acted, &dice) }
    }
  }

  @Test(arguments: ActedKind.all)
  func `random acts end in pictures of exactly their size, whenever and however small`(
    kind: ActedKind
  ) throws {
    try Self.histories(of: kind, seed: 11) { acted, dice in
      for size in KnobTests.sizes {
        let percent = Int.random(in: 0...100, using: &dice)
        let time = acted.scene.duration * percent / 100
        #expect(frame(of: acted.scene, at: time, size: size).size == size)
      }
    }
  }

  @Test(arguments: ActedKind.all)
  func `the same directive gives the same pictures, whatever was drawn before`(kind: ActedKind)
    throws
  {
    try Self.histories(of: kind, seed: 13) { acted, dice in
      let again = try staged(kind.name, acted.directive.body)
      let times = (0...4).map { acted.scene.duration * $0 / 4 }
      let forward = times.map { frame(of: acted.scene, at: $0) }
      for index in times.indices.shuffled(using: &dice) {
        #expect(frame(of: again, at: times[index]) == forward[index])
      }
      #expect(again.events == acted.scene.events)
    }
  }

  @Test(arguments: ActedKind.all)
  func `whatever happens is told in one short sentence that has room below the picture`(
    kind: ActedKind
  ) throws {
    try Self.histories(of: kind, seed: 14) { acted, _ in
      for sentence in acted.scene.sentences {
        #expect(sentence.count <= 100, "\(sentence)")
        #expect(sentence.hasSuffix("."), "\(sentence)")
        #expect(sentence.first?.isLowercase == false, "\(sentence)")
        #expect(StyledText(sentence).wrapped(width: 50).count <= 2, "\(sentence)")
      }
    }
  }

  @Test(arguments: ActedKind.all)
  func `a terminal of ASCII shows whatever happens`(kind: ActedKind) throws {
    try Self.histories(of: kind, seed: 15) { acted, _ in
      let lines = frame(of: acted.scene, at: acted.scene.duration, marks: .ascii).lines
      #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { (0x20...0x7E) ~= $0.value } })
    }
  }

  @Test(arguments: ActedKind.all)
  func `at 60 columns and 20 rows every replica still has its name`(kind: ActedKind) throws {
    try Self.histories(of: kind, seed: 16) { acted, _ in
      let canvas = frame(
        of: acted.scene, at: acted.scene.duration, size: Size(width: 60, height: 20))
      let names = acted.targets.first?.choices ?? []
      let heads = canvas.lines.first { $0.hasPrefix("  A ") } ?? ""
      #expect(names.allSatisfy { heads.contains("\($0) ─") }, "\(canvas.lines)")
    }
  }
}
