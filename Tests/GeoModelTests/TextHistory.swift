import GeoModel

/// What replicas of a text do and see, played with any kind of replicated text.
///
/// Every scalar that is inserted is inserted once only, so that the oracle can follow it.
struct TextHistory<Text: Replicated> where Text.Update == TextEdit, Text.Value == String {
  private(set) var replicas: [Text]
  private(set) var copies: [Text] = []
  /// Every text that a replica has shown, scalar by scalar.
  private(set) var shown: [[Unicode.Scalar]] = []
  /// Every scalar that was inserted, in the order of time.
  private(set) var inserted: [Unicode.Scalar] = []
  private(set) var deleted: [Unicode.Scalar] = []
  /// The states before and after each update.
  private(set) var updates: [(before: Text, after: Text)] = []

  static var names: [ReplicaID] { ["A", "B", "C"] }

  init(replicas count: Int) {
    replicas = Array(repeating: Text(), count: count)
  }

  init(replicas count: Int, _ steps: [TextStep]) throws {
    self.init(replicas: count)
    for step in steps { try take(step) }
  }

  mutating func take(_ step: TextStep) throws {
    switch step {
    case .insert(let place, let replica, let count): try insert(at: place, replica, count)
    case .delete(let place, let replica, let count): try delete(at: place, replica, count)
    case .merge(let from, let into): merge(replicas[from], into: into)
    case .keep(let replica): copies.append(replicas[replica])
    case .redeliver(let copy, let into):
      if !copies.isEmpty { merge(copies[copy % copies.count], into: into) }
    }
  }

  private mutating func merge(_ state: Text, into replica: Int) {
    replicas[replica].merge(state)
    shown.append(text(of: replica))
  }

  private mutating func insert(at place: Int, _ replica: Int, _ count: Int) throws {
    let added = (0..<count).compactMap { Unicode.Scalar(0x4E00 + inserted.count + $0) }
    inserted += added
    let position = place % (text(of: replica).count + 1)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: added)
    try update(.insert(at: position, String(view)), replica)
  }

  private mutating func delete(at place: Int, _ replica: Int, _ count: Int) throws {
    let text = text(of: replica)
    guard !text.isEmpty else { return }
    let position = place % text.count
    let range = position..<min(text.count, position + count)
    deleted += text[range]
    try update(.delete(at: position, count: range.count), replica)
  }

  private mutating func update(_ edit: TextEdit, _ replica: Int) throws {
    let before = replicas[replica]
    try replicas[replica].apply(edit, at: Self.names[replica])
    updates.append((before, replicas[replica]))
    shown.append(text(of: replica))
  }

  private func text(of replica: Int) -> [Unicode.Scalar] {
    Array(replicas[replica].value.unicodeScalars)
  }
}

/// What can be wrong with a history of a replicated text.
enum TextFault: Equatable {
  case law(Law)
  /// Replicas that know the same do not show the same.
  case diverges
  /// A scalar is gone, is there twice, or has come back.
  case wrongScalars
  /// Somebody saw two scalars in another order than they have in the end.
  case wrongOrder
}

extension TextHistory {
  /// Laws and oracle: the first thing that is wrong, `nil` where all is well.
  func fault() -> TextFault? {
    for (before, after) in updates
    where Law.counterexample(updating: before, to: after) != nil { return .law(.inflationary) }
    let states = Array((replicas + copies).prefix(6))
    for law in Law.allCases where law.counterexample(among: states) != nil { return .law(law) }
    return outcomeFault()
  }

  /// The oracle alone: everybody merges everything, each in another order.
  func outcomeFault() -> TextFault? {
    let finals = replicas.indices.map { first in
      (replicas[first...] + replicas[..<first]).dropFirst().reduce(replicas[first]) {
        $0.merged(with: $1)
      }
    }
    let texts = finals.map { Array($0.value.unicodeScalars) }
    guard finals.allSatisfy({ $0 == finals[0] }), texts.allSatisfy({ $0 == texts[0] }) else {
      return .diverges
    }
    let survivors = Set(inserted).subtracting(deleted)
    guard texts[0].count == survivors.count, Set(texts[0]) == survivors else {
      return .wrongScalars
    }
    return shown.allSatisfy { Self.agrees($0, with: texts[0]) } ? nil : .wrongOrder
  }

  private static func agrees(_ early: [Unicode.Scalar], with text: [Unicode.Scalar]) -> Bool {
    let places = Dictionary(uniqueKeysWithValues: zip(text, 0...))
    let found = early.compactMap { places[$0] }
    return zip(found, found.dropFirst()).allSatisfy { $0 < $1 }
  }
}
