/// A replicated text whose elements say behind which other they were put ([Roh et al. 2011]).
///
/// The elements form a tree, each a child of its predecessor, and the text is the tree read depth
/// first, later siblings before earlier ones. Elements only come, and only become tombstones: the
/// state is a map that grows, and the merge is the union. Since an insertion needs its predecessor,
/// a tombstone can be forgotten only when no replica can refer to it any more; none is here.
///
/// The definition for reading: an edit costs O(*n* log *n*). ``SplitRGA`` is the same type for
/// long texts.
///
/// [Roh et al. 2011]: https://doi.org/10.1016/j.jpdc.2010.12.006
public struct RGA: Replicated {
  struct Node: Equatable, Sendable {
    let predecessor: ElementID?
    let character: Unicode.Scalar
    var isDeleted = false
  }

  private(set) var nodes: SortedMap<ElementID, Node> = [:]

  public init() {}

  public var value: String {
    var text = String.UnicodeScalarView()
    for element in elements where !element.isDeleted { text.append(element.character) }
    return String(text)
  }

  public mutating func apply(_ edit: TextEdit, at replica: ReplicaID) throws(Refusal) {
    let visible = elements.filter { !$0.isDeleted }
    try edit.requireWithin(length: visible.count)
    switch edit {
    case .insert(let position, let text):
      insert(text, after: position == 0 ? nil : visible[position - 1].id, at: replica)
    case .delete(let position, let count):
      for element in visible[position..<(position + count)] { nodes[element.id]?.isDeleted = true }
    }
  }

  private mutating func insert(
    _ text: String, after predecessor: ElementID?, at replica: ReplicaID
  ) {
    var predecessor = predecessor
    for character in text.unicodeScalars {
      let id = ElementID((nodes.entries.last?.key.counter ?? 0) + 1, replica)
      nodes[id] = Node(predecessor: predecessor, character: character)
      predecessor = id
    }
  }

  public mutating func merge(_ other: RGA) {
    nodes.merge(other.nodes) { mine, theirs in mine.isDeleted ? mine : theirs }
  }
}

extension RGA {
  /// All elements in the order of the text, tombstones as well.
  ///
  /// Going through the ids from the least, each element is put right behind its predecessor: so it
  /// stands before all earlier siblings and what follows them.
  public var elements: [TextElement] {
    var followers: [ElementID?: ElementID] = [:]
    for (id, node) in nodes.entries {
      followers[id] = followers[node.predecessor]
      followers[node.predecessor] = id
    }
    var elements: [TextElement] = []
    while let id = followers[elements.last?.id], let node = nodes[id] {
      elements.append(
        TextElement(
          id: id, predecessor: node.predecessor, character: node.character,
          isDeleted: node.isDeleted))
    }
    return elements
  }
}
