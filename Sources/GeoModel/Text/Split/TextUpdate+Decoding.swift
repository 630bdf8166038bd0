extension TextUpdate {
  /// Reads what ``encoded`` gave.
  ///
  /// - Throws: where the bytes are not those of an update, whatever they are.
  public init(decoding bytes: [UInt8]) throws(TextDecodingFault) {
    var reader = ByteReader(bytes)
    guard bytes.starts(with: Self.mark) else { throw reader.fault(.unknownFormat) }
    _ = try reader.bytes(Self.mark.count)
    try readAuthors(&reader)
    try readText(&reader)
    try readInsertions(&reader)
    try readDeletions(&reader)
    guard reader.left == 0 else { throw reader.fault(.tooManyBytes) }
  }

  private mutating func readAuthors(_ reader: inout ByteReader) throws(TextDecodingFault) {
    for _ in 0..<(try reader.number(upTo: reader.left)) {
      let name = try reader.text(try reader.number(upTo: reader.left))
      authors.append(
        Author(
          replica: ReplicaID(name),
          before: KnownOperations(
            inserted: try reader.number(upTo: Self.greatestCounter),
            deleted: try reader.number(upTo: Self.greatestCounter))))
    }
  }

  private mutating func readText(_ reader: inout ByteReader) throws(TextDecodingFault) {
    let text = try reader.text(try reader.number(upTo: reader.left))
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar) }
  }

  private mutating func readInsertions(_ reader: inout ByteReader) throws(TextDecodingFault) {
    var left = scalars.count
    var last = Reference(author: 0, counter: 0)
    for _ in 0..<(try reader.number(upTo: reader.left)) {
      let head = try reader.number(upTo: 8 * left)
      let count = head >> 3 + 1
      guard count <= left else { throw reader.fault(.wrongLength) }
      left -= count
      let author = try readAuthor(&reader, ifSet: head & 1, else: last.author)
      let foreign = head & 2 == 0 ? author + 1 : try reader.number(upTo: authors.count)
      let counter =
        head & 4 == 0 ? last.counter + 1 : try reader.counter(from: last.counter + 1)
      guard counter + count <= Self.greatestCounter else { throw reader.fault(.numberTooGreat) }
      let first = Reference(author: author, counter: counter)
      insertions.append(
        Insertion(
          first: first, count: count,
          predecessor: try readPredecessor(of: first, by: foreign, &reader)))
      last = Reference(author: author, counter: max(last.counter, counter + count - 1))
    }
    guard left == 0 else { throw reader.fault(.wrongLength) }
  }

  /// - Parameter author: the place of the predecessor's author plus 1, 0 where there is none.
  private func readPredecessor(
    of first: Reference, by author: Int, _ reader: inout ByteReader
  ) throws(TextDecodingFault) -> Reference? {
    guard author > 0 else { return nil }
    let zigzag = try reader.number(upTo: 4 * Self.greatestCounter)
    let counter = first.counter - ((zigzag >> 1) ^ -(zigzag & 1))
    return Reference(author: author - 1, counter: counter)
  }

  private func readAuthor(
    _ reader: inout ByteReader, ifSet flag: Int, else author: Int
  ) throws(TextDecodingFault) -> Int {
    let author = flag == 0 ? author : try reader.number(upTo: authors.count)
    guard author < authors.count else { throw reader.fault(.unknownAuthor) }
    return author
  }

  private mutating func readDeletions(_ reader: inout ByteReader) throws(TextDecodingFault) {
    var author = 0
    var last = Reference(author: 0, counter: 0)
    for _ in 0..<(try reader.number(upTo: reader.left)) {
      let head = try reader.number(upTo: 8 * Self.greatestCounter)
      author = try readAuthor(&reader, ifSet: head & 1, else: author)
      last.author = try readAuthor(&reader, ifSet: head & 2, else: last.author)
      last.counter = try reader.counter(from: last.counter)
      deletions.append(
        Deletion(
          author: author, first: last, count: head >> 3 + 1, isBackward: head & 4 != 0))
    }
  }
}
