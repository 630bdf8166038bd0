import Content
import Drawing
import Scenes
import TestSupport
import Testing

/// What holds of every scene that is a history, whatever is kept in it.
struct HistorySceneTests {
  /// A scene after some random acts.
  private func acted(_ kind: ActedKind, seed: UInt64, count: Int = 12) throws -> ActedScene {
    var dice = Dice(seed: seed)
    var acted = try kind.begun()
    while acted.entries.count < count { try acted.actAtRandom(&dice) }
    return acted
  }

  @Test(arguments: ActedKind.all)
  func `every act at every point of a history can be staged`(kind: ActedKind) throws {
    let acted = try acted(kind, seed: 1)
    for count in 0...acted.entries.count {
      for stroke in acted.strokes {
        var next = acted
        guard try next.act(stroke, at: .seconds(count)) else { continue }
        #expect(next.entries.count == count + 1)
        #expect(next.entries.prefix(count) == acted.entries.prefix(count))
        #expect(next.scene.events.count == count + 2)
      }
    }
  }

  @Test(arguments: ActedKind.all)
  func `what an act adds can be seen, told or heard of`(kind: ActedKind) throws {
    let acted = try acted(kind, seed: 2)
    #expect(acted.scene.events.map(\.time) == (0...acted.entries.count).map { .seconds($0) })
    #expect(acted.scene.duration == .seconds(acted.entries.count))
    #expect(acted.scene.playingTime == acted.scene.duration)
  }

  @Test(arguments: ActedKind.all)
  func `acting while a step is played comes after that step`(kind: ActedKind) throws {
    let acted = try acted(kind, seed: 3)
    for milliseconds in [4001, 4500, 4999, 5000] {
      var (during, after) = (acted, acted)
      for stroke in acted.strokes {
        let isDone = try during.act(stroke, at: .milliseconds(milliseconds))
        #expect(try after.act(stroke, at: .seconds(5)) == isDone)
        #expect(during.directive == after.directive)
        (during, after) = (acted, acted)
      }
    }
  }

  @Test(arguments: ActedKind.all)
  func `undoing every act goes back through exactly the directives of before`(kind: ActedKind)
    throws
  {
    var dice = Dice(seed: 4)
    var acted = try kind.begun()
    var seen = [acted.directive]
    for _ in 0..<30 where try acted.actAtRandom(&dice) { seen.append(acted.directive) }
    #expect(seen.count > 5)
    for directive in seen.reversed() {
      #expect(acted.directive == directive)
      try acted.undo()
    }
  }

  @Test(arguments: ActedKind.all)
  func `the rest of a directive stays as it was written`(kind: ActedKind) throws {
    let body = "# a comment\n\(kind.body.isEmpty ? "" : kind.body + "\n")history: merge\n# the end"
    var acted = try ActedScene(
      kind.name,
      kind.name == "transform" || kind.name == "delta-sync"
        ? body.replacing("merge", with: "A send") : body)
    try acted.act(.act("s"))
    try acted.act(.act("a"))
    try acted.act(.character("x"))
    #expect(acted.directive.body.hasPrefix("# a comment\n\(kind.body)"))
    #expect(acted.directive.body.hasSuffix("\n# the end"))
    #expect(acted.entries.count > 1)
  }

  @Test(arguments: ["history: [A increment,\n  A send]", "history: A increment,\n  A send"])
  func `a history that is written in several lines becomes one line`(history: String) throws {
    var acted = try ActedScene("counter-merge", "\(history)\ntype: g-counter")
    try acted.act(.act("d"), at: .seconds(2))
    #expect(
      acted.directive.body == "history: A increment, A send, deliver 1\ntype: g-counter")
  }

  @Test(arguments: ActedKind.all)
  func `a history of 240 entries is full, and keys do nothing then`(kind: ActedKind) throws {
    let first = kind.name == "law-panel" ? "A first" : try fillers(kind)
    let entries = Array(repeating: first, count: 240).joined(separator: ", ")
    let acted = try ActedScene(kind.name, "\(kind.body)\nhistory: \(entries)")
    for stroke in acted.strokes {
      var next = acted
      #expect(try !next.act(stroke))
    }
    var earlier = acted
    let stroke = Stroke.act("s")
    #expect(try earlier.act(stroke, at: .seconds(239)))
    #expect(earlier.entries.count == 240)
  }

  /// An entry that can be made 240 times, after which sending is possible.
  private func fillers(_ kind: ActedKind) throws -> String {
    switch kind.name {
    case "counter-merge": "A increment"
    case "set-merge": "A add milk"
    case "register-merge": "A set red 1"
    case "siblings": "A read"
    case "escrow": "A sell"
    case "lww-write-conflict": "A write red"
    case "delta-sync": "A add"
    default: "A type x"
    }
  }

  @Test func `one entry more than 240 is refused with its place`() throws {
    let entries = Array(repeating: "merge", count: 241).joined(separator: ", ")
    let error = #expect(throws: Diagnostic.self) {
      try staged("counter-merge", "history: \(entries)")
    }
    #expect(
      error?.description
        == "lessons/02-test.md:10:1690: error: a history has at most 240 entries")
  }

  @Test(arguments: ActedKind.all)
  func `what nobody offers cannot be done`(kind: ActedKind) throws {
    var acted = try kind.begun()
    let keys = (acted.scene.controls?.acts ?? []).map(\.key)
    for key in "abcdefghijklmnopqrstuvwxyz0123456789" where !keys.contains(key) {
      #expect(try !acted.act(.act(key)), "\(key)")
    }
  }

  @Test(arguments: ActedKind.all)
  func `no act has the key of another, nor one that the program needs`(kind: ActedKind) throws {
    let controls = try #require(try kind.begun().scene.controls)
    let keys = controls.acts.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { !"?/mtqzvepnuh[] ,.<>+-=0123456789".contains($0) })
    #expect(controls.endsRun)
    #expect(controls.acts.allSatisfy { !$0.meaning.isEmpty })
  }
}
