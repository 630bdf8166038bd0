extension SplitRGA {
  /// All elements in the order of the text, tombstones as well.
  public var elements: [TextElement] {
    var elements: [TextElement] = []
    elements.reserveCapacity(scalars.count)
    spans.forEachSpan { span in
      for element in Int(span.first)..<span.end {
        elements.append(
          TextElement(
            id: id(of: element), predecessor: predecessor(of: element).map(id),
            character: scalars[element], isDeleted: span.measure < 0))
      }
    }
    return elements
  }

  /// Equal texts of the same elements, whatever the order in which they came.
  public static func == (left: SplitRGA, right: SplitRGA) -> Bool {
    left.version == right.version && left.elements == right.elements
  }

  func id(of element: Int) -> ElementID {
    let insertion = insertions[insertion(of: element)]
    return ElementID(
      insertion.counter + element - Int(insertion.first),
      authors[Int(insertion.author)].replica)
  }

  private func predecessor(of element: Int) -> Int? {
    let insertion = insertions[insertion(of: element)]
    if element > insertion.first { return element - 1 }
    return insertion.predecessor == 0 ? nil : Int(insertion.predecessor) - 1
  }

  /// The insertion with which an element came, by its place in the log.
  func insertion(of element: Int) -> Int {
    var (low, high) = (0, insertions.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if insertions[middle].first <= element { low = middle } else { high = middle }
    }
    return low
  }

  /// The first element behind an insertion.
  func end(ofInsertion place: Int) -> Int {
    place + 1 < insertions.count ? Int(insertions[place + 1].first) : scalars.count
  }

  /// The element that a replica gave a counter; `nil` where it is not known here.
  func element(_ counter: Int, by author: Int) -> Int? {
    let own = authors[author].insertions
    var (low, high) = (0, own.count)
    while low < high {
      let middle = (low + high) / 2
      if insertions[Int(own[middle])].counter <= counter { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let place = Int(own[low - 1])
    let element = Int(insertions[place].first) + counter - insertions[place].counter
    return element < end(ofInsertion: place) ? element : nil
  }
}

extension SplitRGA {
  /// What a text takes.
  public struct Size: Equatable, Sendable {
    /// The scalars that a reader sees.
    public let visible: Int
    /// The elements that were deleted, and are kept because others may refer to them.
    public let tombstones: Int
    /// The runs in which both are kept.
    public let spans: Int
  }

  public var size: Size {
    Size(
      visible: count, tombstones: spans.elementCount - count, spans: spans.spanCount)
  }
}

extension [UInt8] {
  /// Adds a scalar as UTF-8.
  mutating func append(utf8 scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
  }
}
