import GeoModel

/// An element of the wrong texts below, which are all small trees like that of an RGA.
struct BrokenElement: Equatable, Sendable {
  var predecessor: ElementID?
  var character: Unicode.Scalar
  var isDeleted = false
}

/// In what a wrong text differs from a right one.
protocol BrokenRule: Sendable {
  /// The counter of the next element.
  static func counter(_ elements: SortedMap<ElementID, BrokenElement>, _ replica: ReplicaID) -> Int
  static func delete(_ id: ElementID, from elements: inout SortedMap<ElementID, BrokenElement>)
  static func merge(_ mine: BrokenElement, _ theirs: BrokenElement) -> BrokenElement
}

extension BrokenRule {
  static func counter(
    _ elements: SortedMap<ElementID, BrokenElement>, _ replica: ReplicaID
  ) -> Int { (elements.keys.map(\.counter).max() ?? 0) + 1 }

  static func delete(_ id: ElementID, from elements: inout SortedMap<ElementID, BrokenElement>) {
    elements[id]?.isDeleted = true
  }

  static func merge(_ mine: BrokenElement, _ theirs: BrokenElement) -> BrokenElement {
    mine.isDeleted ? mine : theirs
  }
}

enum ForgetsTextTombstones: BrokenRule {
  static func delete(_ id: ElementID, from elements: inout SortedMap<ElementID, BrokenElement>) {
    elements[id] = nil
  }
}

enum WantsTwoTombstones: BrokenRule {
  static func merge(_ mine: BrokenElement, _ theirs: BrokenElement) -> BrokenElement {
    mine.isDeleted ? theirs : mine
  }
}

enum ReusesIDs: BrokenRule {
  static func counter(
    _ elements: SortedMap<ElementID, BrokenElement>, _ replica: ReplicaID
  ) -> Int { elements.values.count { !$0.isDeleted } + 1 }
}

enum CountsOwnElements: BrokenRule {
  static func counter(
    _ elements: SortedMap<ElementID, BrokenElement>, _ replica: ReplicaID
  ) -> Int { elements.keys.count { $0.replica == replica } + 1 }
}

/// An RGA with one rule that is wrong.
struct Wrapped<Rule: BrokenRule>: Replicated {
  private var elements: SortedMap<ElementID, BrokenElement> = [:]

  private var order: [ElementID] {
    var followers: [ElementID?: ElementID] = [:]
    for (id, element) in elements.entries {
      followers[id] = followers[element.predecessor]
      followers[element.predecessor] = id
    }
    var order: [ElementID] = []
    while let id = followers[order.last], order.count < elements.count { order.append(id) }
    return order
  }

  private var visible: [ElementID] { order.filter { elements[$0]?.isDeleted == false } }

  var value: String {
    visible.reduce(into: "") { text, id in
      if let element = elements[id] { text.unicodeScalars.append(element.character) }
    }
  }

  mutating func apply(_ edit: TextEdit, at replica: ReplicaID) throws(Refusal) {
    let visible = visible
    switch edit {
    case .insert(let position, let text):
      var predecessor = position == 0 ? nil : visible[position - 1]
      for scalar in text.unicodeScalars {
        let id = ElementID(Rule.counter(elements, replica), replica)
        elements[id] = BrokenElement(predecessor: predecessor, character: scalar)
        predecessor = id
      }
    case .delete(let position, let count):
      for id in visible[position..<(position + count)] { Rule.delete(id, from: &elements) }
    }
  }

  mutating func merge(_ other: Self) {
    elements.merge(other.elements, uniquingWith: Rule.merge)
  }
}

/// Replicas that all write under one name.
struct Nameless<Text: Replicated>: Replicated where Text.Update == TextEdit {
  private var text = Text()

  var value: Text.Value { text.value }

  mutating func apply(_ edit: TextEdit, at replica: ReplicaID) throws(Refusal) {
    try text.apply(edit, at: "")
  }

  mutating func merge(_ other: Self) { text.merge(other.text) }
}

/// An RGA that replica B shows with the earlier siblings first.
struct BackwardRGA: Replicated {
  private var text = RGA()
  private var isBackward = false

  static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  var value: String {
    guard isBackward else { return text.value }
    var shown = ""
    append(after: nil, to: &shown)
    return shown
  }

  private func append(after predecessor: ElementID?, to shown: inout String) {
    let children = text.elements.filter { $0.predecessor == predecessor }
    for child in children.sorted(by: { $0.id < $1.id }) {
      if !child.isDeleted { shown.unicodeScalars.append(child.character) }
      append(after: child.id, to: &shown)
    }
  }

  mutating func apply(_ edit: TextEdit, at replica: ReplicaID) throws(Refusal) {
    isBackward = replica == "B"
    try text.apply(edit, at: replica)
  }

  mutating func merge(_ other: Self) { text.merge(other.text) }
}

/// A text whose elements have positions half way between their neighbours, and nothing else.
struct HalfwayText: Replicated {
  private var elements: SortedMap<UInt64, Unicode.Scalar> = [:]

  var value: String { elements.values.reduce(into: "") { $0.unicodeScalars.append($1) } }

  mutating func apply(_ edit: TextEdit, at replica: ReplicaID) throws(Refusal) {
    let positions = elements.keys
    switch edit {
    case .insert(let place, let text):
      var low = place == 0 ? 0 : positions[place - 1]
      let high = place == positions.count ? .max : positions[place]
      for scalar in text.unicodeScalars {
        low += (high - low) / 8
        elements[low] = scalar
      }
    case .delete(let place, let count):
      for position in positions[place..<(place + count)] { elements[position] = nil }
    }
  }

  mutating func merge(_ other: Self) { elements.merge(other.elements, uniquingWith: max) }
}

/// A text that gives way to a longer one.
struct LongerText: Replicated {
  private(set) var value = ""

  mutating func apply(_ edit: TextEdit, at replica: ReplicaID) throws(Refusal) {
    var scalars = Array(value.unicodeScalars)
    switch edit {
    case .insert(let position, let text):
      scalars.insert(contentsOf: text.unicodeScalars, at: position)
    case .delete(let position, let count):
      scalars.removeSubrange(position..<(position + count))
    }
    value = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  mutating func merge(_ other: Self) {
    if other.value.count > value.count { value = other.value }
  }
}
