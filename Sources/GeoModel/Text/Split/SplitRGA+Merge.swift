extension SplitRGA {
  public mutating func merge(_ other: SplitRGA) {
    do throws(TextUpdateFault) {
      try merge(other.update(since: version))
    } catch {
      preconditionFailure("two replicas write under one name: \(error)")
    }
  }

  /// Follows an update; what is known already is left out.
  ///
  /// - Throws: at the first operation that cannot be followed; those before it have been.
  /// - Complexity: O(log *n*) for each operation, and for each element that another replica put at
  ///   the same place at the same time.
  public mutating func merge(_ update: TextUpdate) throws(TextUpdateFault) {
    spans.forgetCursor()
    var reader = UpdateReader(update: update, authors: update.authors.map { author($0.replica) })
    var first = 0
    for insertion in update.insertions {
      try follow(insertion, first, &reader)
      first += insertion.count
    }
    for deletion in update.deletions { try follow(deletion, &reader) }
  }

  private mutating func follow(
    _ insertion: TextUpdate.Insertion, _ first: Int, _ reader: inout UpdateReader
  ) throws(TextUpdateFault) {
    let author = reader.authors[insertion.first.author]
    let known = authors[author].inserted
    let skipped = try reader.skip(\.inserted, insertion.first.author, insertion.count, known)
    guard skipped < insertion.count else { return }
    let counter = insertion.first.counter + skipped
    var predecessor = insertion.predecessor
    if skipped > 0 {
      predecessor = TextUpdate.Reference(author: insertion.first.author, counter: counter - 1)
    }
    let element = try predecessor.map { (reference) throws(TextUpdateFault) in
      try self.element(reference, reader)
    }
    guard counter > authors[author].counter, counter > predecessor?.counter ?? 0 else {
      throw .disorder(ElementID(counter, authors[author].replica))
    }
    let place = place(behind: element, for: counter, author)
    let start = scalars.count
    scalars.append(contentsOf: reader.update.scalars[(first + skipped)..<(first + insertion.count)])
    log(insertion.count - skipped, from: start, by: author, counter: counter, after: element)
    spans.append(insertion.count - skipped, after: place)
  }

  private func element(
    _ reference: TextUpdate.Reference, _ reader: UpdateReader
  ) throws(TextUpdateFault) -> Int {
    let author = reader.authors[reference.author]
    if let element = element(reference.counter, by: author) { return element }
    throw .unknown(ElementID(reference.counter, authors[author].replica))
  }

  /// The element behind which a new one goes: its predecessor, or the last of those that have been
  /// put there with greater ids, and what follows them.
  private func place(
    behind predecessor: Int?, for counter: Int, _ author: Int
  ) -> SpanTree.Place? {
    var place = predecessor.map(spans.place(of:))
    guard counter <= clock else { return place }
    while let next = spans.place(after: place) {
      let element = Int(spans.entry(next).first) + next.offset
      let insertion = insertion(of: element)
      guard isGreater(element, in: insertion, than: counter, author) else { break }
      // The rest of an insertion follows its first element, as far as nothing was put between.
      let end = min(spans.entry(next).end, end(ofInsertion: insertion))
      place = next
      place?.offset += end - element - 1
    }
    return place
  }

  private func isGreater(
    _ element: Int, in place: Int, than counter: Int, _ author: Int
  ) -> Bool {
    let insertion = insertions[place]
    let own = insertion.counter + element - Int(insertion.first)
    return own != counter
      ? own > counter : authors[Int(insertion.author)].replica > authors[author].replica
  }

  private mutating func follow(
    _ deletion: TextUpdate.Deletion, _ reader: inout UpdateReader
  ) throws(TextUpdateFault) {
    let author = reader.authors[deletion.author]
    let known = authors[author].deleted
    let skipped = try reader.skip(\.deleted, deletion.author, deletion.count, known)
    var (low, high) = (deletion.first.counter, deletion.first.counter + deletion.count)
    if deletion.isBackward { high -= skipped } else { low += skipped }
    var parts: [Range<Int>] = []
    while low < high {
      let reference = TextUpdate.Reference(author: deletion.first.author, counter: low)
      let first = try element(reference, reader)
      let end = min(first + high - low, end(ofInsertion: insertion(of: first)))
      parts.append(first..<end)
      low += end - first
    }
    for part in deletion.isBackward ? parts.reversed() : parts {
      delete(part, by: author, isBackward: deletion.isBackward)
    }
  }

  private mutating func delete(_ elements: Range<Int>, by author: Int, isBackward: Bool) {
    log(Deletion(elements, author: author, isBackward: isBackward))
    var first = elements.lowerBound
    while first < elements.upperBound {
      let place = spans.place(of: first)
      let span = spans.entry(place)
      let part = min(elements.upperBound, span.end) - first
      if span.measure > 0 { spans.delete(part, at: place) }
      first += part
    }
  }
}

/// Where in an update its reader is.
private struct UpdateReader {
  let update: TextUpdate
  /// The numbers of the update's authors in the text.
  let authors: [Int]
  private var before: [KnownOperations]

  init(update: TextUpdate, authors: [Int]) {
    (self.update, self.authors) = (update, authors)
    before = update.authors.map(\.before)
  }

  /// Goes over operations.
  ///
  /// - Returns: how many of them are known.
  /// - Throws: when others before them are not.
  mutating func skip(
    _ kind: WritableKeyPath<KnownOperations, Int>, _ author: Int, _ count: Int, _ known: Int
  ) throws(TextUpdateFault) -> Int {
    let start = before[author][keyPath: kind]
    guard start <= known else { throw .gap(update.authors[author].replica) }
    before[author][keyPath: kind] += count
    return min(count, known - start)
  }
}
