extension SplitRGA {
  public var version: TextVersion {
    var version: TextVersion = [:]
    for author in authors where author.inserted + author.deleted > 0 {
      version[author.replica] = KnownOperations(
        inserted: author.inserted, deleted: author.deleted)
    }
    return version
  }

  /// Everything that is known here and was not known at a version.
  ///
  /// - Complexity: O(*m*) for the *m* entries of the logs that have come since.
  public func update(since version: TextVersion = [:]) -> TextUpdate {
    update(
      since: authors.map { author in
        let known = version[author.replica, default: KnownOperations()]
        return KnownOperations(
          inserted: min(known.inserted, author.inserted),
          deleted: min(known.deleted, author.deleted))
      })
  }

  /// How many operations of each author are known here, by the author's number.
  var knownOperations: [KnownOperations] {
    authors.map { KnownOperations(inserted: $0.inserted, deleted: $0.deleted) }
  }

  /// - Parameter known: of every author.
  func update(since known: [KnownOperations]) -> TextUpdate {
    var writer = UpdateWriter(text: self, known: known)
    writer.writeInsertions()
    writer.writeDeletions()
    return writer.update
  }
}

/// Collects what is not known at a version.
private struct UpdateWriter {
  let text: SplitRGA
  /// By the author's number in the text.
  let known: [KnownOperations]
  /// The place in the update's list of authors, once there is one.
  var places: [Int?]
  var update = TextUpdate()

  init(text: SplitRGA, known: [KnownOperations]) {
    (self.text, self.known) = (text, known)
    places = Array(repeating: nil, count: known.count)
  }

  mutating func writeInsertions() {
    var start = Start(text.authors.map(\.inserted), known.map(\.inserted), text.insertions.count)
    start.goBack { place in
      (
        Int(text.insertions[place].author),
        text.end(ofInsertion: place) - Int(text.insertions[place].first)
      )
    }
    for place in start.place..<text.insertions.count {
      let insertion = text.insertions[place]
      let end = text.end(ofInsertion: place)
      let skipped = start.skip(Int(insertion.author), end - Int(insertion.first))
      write(insertion, from: Int(insertion.first) + skipped, to: end)
    }
  }

  private mutating func write(_ insertion: SplitRGA.Insertion, from first: Int, to end: Int) {
    guard first < end else { return }
    let reference = reference(to: first, in: insertion)
    var predecessor: TextUpdate.Reference?
    if first > insertion.first {
      predecessor = TextUpdate.Reference(author: reference.author, counter: reference.counter - 1)
    } else if insertion.predecessor > 0 {
      predecessor = self.reference(to: Int(insertion.predecessor) - 1)
    }
    update.insertions.append(
      TextUpdate.Insertion(first: reference, count: end - first, predecessor: predecessor))
    update.scalars.append(contentsOf: text.scalars[first..<end])
  }

  mutating func writeDeletions() {
    var start = Start(text.authors.map(\.deleted), known.map(\.deleted), text.deletions.count)
    start.goBack { (Int(text.deletions[$0].author), Int(text.deletions[$0].count)) }
    for place in start.place..<text.deletions.count {
      let deletion = text.deletions[place]
      let skipped = start.skip(Int(deletion.author), Int(deletion.count))
      let first = Int(deletion.first)
      let end = first + Int(deletion.count)
      write(
        deletion, deletion.isBackward ? first..<(end - skipped) : (first + skipped)..<end)
    }
  }

  /// Elements with neighbouring numbers can have come with several insertions.
  private mutating func write(_ deletion: SplitRGA.Deletion, _ elements: Range<Int>) {
    guard !elements.isEmpty else { return }
    let author = place(of: Int(deletion.author))
    var parts: [TextUpdate.Deletion] = []
    var first = elements.lowerBound
    var insertion = text.insertion(of: first)
    while first < elements.upperBound {
      let end = min(elements.upperBound, text.end(ofInsertion: insertion))
      let reference = reference(to: first, in: text.insertions[insertion])
      if parts.last?.isFollowed(by: reference) == true {
        parts[parts.count - 1].count += end - first
      } else {
        parts.append(
          TextUpdate.Deletion(
            author: author, first: reference, count: end - first,
            isBackward: deletion.isBackward))
      }
      (first, insertion) = (end, insertion + 1)
    }
    update.deletions.append(contentsOf: deletion.isBackward ? parts.reversed() : parts)
  }

  private mutating func reference(to element: Int) -> TextUpdate.Reference {
    reference(to: element, in: text.insertions[text.insertion(of: element)])
  }

  private mutating func reference(
    to element: Int, in insertion: SplitRGA.Insertion
  ) -> TextUpdate.Reference {
    TextUpdate.Reference(
      author: place(of: Int(insertion.author)),
      counter: insertion.counter + element - Int(insertion.first))
  }

  private mutating func place(of author: Int) -> Int {
    if let place = places[author] { return place }
    let place = update.authors.count
    places[author] = place
    update.authors.append(
      TextUpdate.Author(replica: text.authors[author].replica, before: known[author]))
    return place
  }
}

extension TextUpdate.Deletion {
  fileprivate func isFollowed(by reference: TextUpdate.Reference) -> Bool {
    first.author == reference.author && first.counter + count == reference.counter
  }
}

/// Where in a log the operations begin that are not known.
private struct Start {
  /// Of each author, how many operations come before the place.
  var before: [Int]
  let known: [Int]
  var place: Int

  init(_ total: [Int], _ known: [Int], _ end: Int) {
    (before, self.known, place) = (total, known, end)
  }

  /// - Parameter entry: the author and the count of the operations at a place of the log.
  mutating func goBack(_ entry: (Int) -> (author: Int, count: Int)) {
    var missing = zip(before, known).reduce(0) { $0 + $1.0 - $1.1 }
    while missing > 0 {
      place -= 1
      let (author, count) = entry(place)
      missing -= max(0, min(count, before[author] - known[author]))
      before[author] -= count
    }
  }

  /// Goes over an entry.
  ///
  /// - Returns: how many of its operations are known.
  mutating func skip(_ author: Int, _ count: Int) -> Int {
    let skipped = min(count, max(0, known[author] - before[author]))
    before[author] += count
    return skipped
  }
}
