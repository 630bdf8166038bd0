import Content
import Drawing
import Scenes
import TestSupport

/// A scene that a test operates as a learner does: each stroke stages a new directive.
struct ActedScene {
  private(set) var directive: Directive
  private(set) var scene: any Scene
  /// What acts are done to, as they are turned.
  private(set) var targets: [Knob]
  /// The directives before each act.
  private(set) var before: [Directive] = []

  init(_ name: String, _ body: String = "") throws {
    directive = ScenesTests.directive(name, body)
    scene = try Self.stage(directive)
    targets = scene.controls?.targets ?? []
  }

  private static func stage(_ directive: Directive) throws -> any Scene {
    try ShippedCourse.load().catalog.stage(directive, topology: "module")
  }

  /// The entries of the history, as they are written.
  var entries: [String] {
    (directive.text(of: "history") ?? "").split(separator: ",").map {
      String($0.trimmingPrefix(" "))
    }
  }

  mutating func choose(_ value: String, for key: String = "at") {
    targets = targets.map {
      $0.key == key ? Knob(key: key, value: value, choices: $0.choices) : $0
    }
  }

  /// Does something at a moment, or at the end.
  ///
  /// - Returns: whether it could be done.
  @discardableResult
  mutating func act(_ stroke: Stroke, at time: Duration? = nil) throws -> Bool {
    guard
      let changed = scene.directive(
        directive, after: stroke, on: targets, at: time ?? scene.duration(of: entries.count))
    else { return false }
    before.append(directive)
    directive = changed
    scene = try Self.stage(changed)
    return true
  }

  /// Presses keys of acts; an upper-case letter chooses the replica.
  mutating func press(_ keys: String) throws {
    for key in keys where key != " " {
      if key.isUppercase { choose(String(key)) } else { try act(.act(key)) }
    }
  }

  /// Types every character; `⌫ ← →` stand for the keys.
  mutating func type(_ text: String) throws {
    let keys: [Character: Stroke] = ["⌫": .erase, "←": .left, "→": .right]
    for character in text { try act(keys[character] ?? .character(character)) }
  }

  /// Takes the last act back.
  mutating func undo() throws {
    guard let last = before.popLast() else { return }
    directive = last
    scene = try Self.stage(last)
  }

  /// The rows of the picture when all has happened, wide enough for everything.
  var rows: [String] {
    frame(of: scene, at: scene.duration, size: Size(width: 132, height: 36)).lines
  }

  var text: String { rows.joined(separator: "\n") }
  /// What is told of the last entry.
  var lastSentence: String { scene.events.last?.sentence ?? "" }
}

extension Scene {
  /// The moment at which so many entries of a history have happened.
  func duration(of count: Int) -> Duration { .seconds(count) }
}

/// Every kind of scene that is operated, in every variant that acts differently.
struct ActedKind: Sendable, CustomStringConvertible {
  let name: String
  var body = ""

  var description: String { body.isEmpty ? name : "\(name), \(body)" }

  func begun() throws -> ActedScene { try ActedScene(name, body) }

  static let all =
    [
      ActedKind(name: "counter-merge"), ActedKind(name: "counter-merge", body: "replicas: 3"),
      ActedKind(name: "counter-merge", body: "type: g-counter"), ActedKind(name: "set-merge"),
      ActedKind(name: "set-merge", body: "replicas: 3"), ActedKind(name: "register-merge"),
      ActedKind(name: "register-merge", body: "replicas: 3"),
      ActedKind(name: "siblings"), ActedKind(name: "siblings", body: "replicas: 3"),
      ActedKind(name: "escrow"), ActedKind(name: "escrow", body: "replicas: 3\nstock: 2"),
    ] + texts + conflicts + laws + sessions

  /// Those into which one types.
  static let texts = ["rga", "lseq"].flatMap { type in
    ["hidden", "shown"].map { ids in
      ActedKind(name: "text-merge", body: "type: \(type)\nids: \(ids)\nreplicas: 3")
    }
  }

  static let sessions = [
    ActedKind(name: "transform"), ActedKind(name: "delta-sync"),
    ActedKind(name: "delta-sync", body: "items: 0"),
  ]

  static let conflicts = ["wall", "lamport", "hybrid"].map { clock in
    ActedKind(name: "lww-write-conflict", body: "clock: \(clock)\nbehind: 25 ms\nreplicas: 3")
  }

  static let laws = [
    "g-counter", "pn-counter", "or-set", "2p-set", "lww-register", "mv-register", "sum", "maximum",
    "maximum-up-down", "last-writer", "lww-without-id",
  ].map { ActedKind(name: "law-panel", body: "type: \($0)") }
}

extension ActedScene {
  /// Everything that the keyboard can ask for.
  var strokes: [Stroke] {
    let acts = scene.controls?.acts ?? []
    let typed: [Stroke] = Self.typed.map { .character($0) } + [.erase, .erase, .left, .right]
    return acts.map { .act($0.key) } + (acts.contains(where: \.beginsTyping) ? typed : [])
  }

  /// Letters, what divides entries and words, what YAML reads, what no single scalar is.
  static let typed = Array("xyß世٣, #:|'\"-[{&*!%@`\\~🙂👩‍👩‍👧e\u{301}")

  /// A stroke at targets and at a moment that chance chooses, most often at the end.
  ///
  /// - Returns: whether it could be done.
  @discardableResult
  mutating func actAtRandom(_ dice: inout Dice) throws -> Bool {
    for target in targets {
      choose(target.choices.randomElement(using: &dice) ?? target.value, for: target.key)
    }
    // What clients do is most of a history, where there is no typing.
    let own = (scene.controls?.acts ?? []).filter { !"sdbcyox".contains($0.key) }
    let weighted = strokes + (0..<4).flatMap { _ in own.map { .act($0.key) } }
    guard let stroke = weighted.randomElement(using: &dice) else { return false }
    let isAtEnd = Int.random(in: 0..<20, using: &dice) > 0
    let parts = Int.random(in: 0...(10 * entries.count), using: &dice)
    return try act(stroke, at: isAtEnd ? nil : .milliseconds(100 * parts))
  }
}
