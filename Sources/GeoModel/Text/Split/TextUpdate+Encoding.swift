extension TextUpdate {
  /// The first bytes of every encoded update, the last of them the version of the format.
  static let mark = Array("RGA1".utf8)
  /// No counter is greater: so many elements are never made.
  static let greatestCounter = 1 << 48

  /// The update as bytes.
  ///
  /// After ``mark`` four lists follow, each behind its length. Numbers are varints: seven bits in a
  /// byte, the lowest first, the eighth bit says that more follow. Differences are zigzagged: 0, -1,
  /// 1, -2 ... are 0, 1, 2, 3 ...
  ///
  /// - **authors**: the length of the name and its UTF-8; how many insertions, and how many
  ///   deletions, must be known already.
  /// - **text**: the scalars of all insertions as UTF-8; the length counts bytes.
  /// - **insertions**: the count less 1, shifted by 3, with flags. 1: the author is another one than
  ///   before, whose place follows. 2: the predecessor is not by the same author; its author's place
  ///   plus 1 follows, or 0 for the beginning of the text. 4: the counter is not the next one after
  ///   the greatest so far; the difference follows. Last, unless at the beginning, how much less the
  ///   counter of the predecessor is.
  /// - **deletions**: the same with 1 for the author, 2 for the author of the elements, 4 for a
  ///   backward one; then the least counter, as the difference from the one of the deletion before.
  public var encoded: [UInt8] {
    var bytes = Self.mark
    bytes.reserveCapacity(scalars.count + 4 * (insertions.count + deletions.count) + 64)
    appendAuthors(to: &bytes)
    appendText(to: &bytes)
    appendInsertions(to: &bytes)
    appendDeletions(to: &bytes)
    return bytes
  }

  private func appendAuthors(to bytes: inout [UInt8]) {
    bytes.append(number: authors.count)
    for author in authors {
      let name = author.replica.name.utf8
      bytes.append(number: name.count)
      bytes.append(contentsOf: name)
      bytes.append(number: author.before.inserted)
      bytes.append(number: author.before.deleted)
    }
  }

  private func appendText(to bytes: inout [UInt8]) {
    bytes.append(number: scalars.reduce(0) { $0 + UTF8.width($1) })
    for scalar in scalars { bytes.append(utf8: scalar) }
  }

  private func appendInsertions(to bytes: inout [UInt8]) {
    bytes.append(number: insertions.count)
    var last = Reference(author: 0, counter: 0)
    for insertion in insertions {
      let (author, counter) = (insertion.first.author, insertion.first.counter)
      let isForeign = insertion.predecessor?.author != author
      bytes.append(
        count: insertion.count, author != last.author, isForeign, counter != last.counter + 1)
      if author != last.author { bytes.append(number: author) }
      if isForeign { bytes.append(number: (insertion.predecessor?.author ?? -1) + 1) }
      if counter != last.counter + 1 { bytes.append(difference: counter - last.counter - 1) }
      if let predecessor = insertion.predecessor {
        bytes.append(difference: counter - predecessor.counter)
      }
      last = Reference(
        author: author, counter: max(last.counter, counter + insertion.count - 1))
    }
  }

  private func appendDeletions(to bytes: inout [UInt8]) {
    bytes.append(number: deletions.count)
    var author = 0
    var last = Reference(author: 0, counter: 0)
    for deletion in deletions {
      bytes.append(
        count: deletion.count, deletion.author != author, deletion.first.author != last.author,
        deletion.isBackward)
      if deletion.author != author { bytes.append(number: deletion.author) }
      if deletion.first.author != last.author { bytes.append(number: deletion.first.author) }
      bytes.append(difference: deletion.first.counter - last.counter)
      (author, last) = (deletion.author, deletion.first)
    }
  }
}

extension [UInt8] {
  /// Adds a number from 0 on.
  fileprivate mutating func append(number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  fileprivate mutating func append(difference: Int) {
    append(number: (difference << 1) ^ (difference >> (Int.bitWidth - 1)))
  }

  fileprivate mutating func append(count: Int, _ one: Bool, _ two: Bool, _ four: Bool) {
    append(number: (count - 1) << 3 | (one ? 1 : 0) | (two ? 2 : 0) | (four ? 4 : 0))
  }
}
