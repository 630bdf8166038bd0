import GeoModel
import Testing

/// What one operation becomes after another, and what the properties TP1 and TP2 make of it.
struct TransformationTests {
  static let abc = characters(of: "abc")
  static let letters: [(by: ReplicaID, Unicode.Scalar)] = [("A", "x"), ("B", "y"), ("C", "z")]

  @Test(arguments: [
    // of A, of B on "abc"; the operation of A after that of B
    (insertion("x", 1), insertion("y", 0, by: "B"), insertion("x", 2)),
    (insertion("x", 1), insertion("y", 1, by: "B"), insertion("x", 1)),
    (insertion("x", 1), insertion("y", 2, by: "B"), insertion("x", 1)),
    (insertion("x", 1), .delete(at: 0), insertion("x", 0)),
    (insertion("x", 1), .delete(at: 1), insertion("x", 1)),
    (.delete(at: 1), insertion("y", 1, by: "B"), .delete(at: 2)),
    (.delete(at: 1), insertion("y", 2, by: "B"), .delete(at: 1)),
    (.delete(at: 1), .delete(at: 0), .delete(at: 0)),
    (.delete(at: 1), .delete(at: 1), .none),
    (.delete(at: 1), .delete(at: 2), .delete(at: 1)),
    (.none, .delete(at: 0), .none),
    (.delete(at: 1), .none, .delete(at: 1)),
  ])
  func `an operation moves with what was put and deleted before it`(
    own: TextOperation, other: TextOperation, after: TextOperation
  ) {
    #expect(own.transformed(against: other) == after)
  }

  @Test func `of two characters put at one place the smaller replica's stands left`() {
    let paths = TransformationPaths(
      of: [insertion("y", 1, by: "B"), insertion("x", 1, by: "A")], on: Self.abc)
    #expect(spelled(paths.ahead.text) == "axybc")
    #expect(spelled(paths.behind.text) == "axybc")
  }

  @Test func `a character that two delete is deleted once`() {
    let paths = TransformationPaths(of: [.delete(at: 1), .delete(at: 1)], on: Self.abc)
    #expect(spelled(paths.ahead.text) == "ac")
    #expect(paths.converge)
  }

  @Test(arguments: ["", "a", "ab", "abc", "abcdef"])
  func `two operations end alike in either order`(text: String) {
    let paths = TransformationPaths.all(
      on: characters(of: text), inserting: Array(Self.letters.prefix(2)))
    #expect(paths.count == (2 * text.count + 1) * (2 * text.count + 1))
    #expect(paths.filter { !$0.converge } == [])
  }

  @Test func `three operations do not`() {
    let paths = TransformationPaths.all(on: Self.abc, inserting: Self.letters)
    let failures = paths.filter { !$0.converge }
    #expect(paths.count == 343)
    #expect(failures.count == 6)
    #expect(paths.filter { $0.ahead.operations[2] != $0.behind.operations[2] } == failures)
  }

  @Test func `the third character lands left or right of the first`() {
    let paths = TransformationPaths(
      of: [insertion("x", 1, by: "A"), .delete(at: 0), insertion("z", 0, by: "C")], on: Self.abc)
    #expect(spelled(paths.ahead.text) == "zxbc")
    #expect(spelled(paths.behind.text) == "xzbc")
    #expect(
      paths.ahead.operations == [insertion("x", 1), .delete(at: 0), insertion("z", 0, by: "C")])
    #expect(
      paths.behind.operations == [.delete(at: 0), insertion("x", 0), insertion("z", 1, by: "C")])
  }

  @Test func `three fail only where a deleted character stood between two put ones`() {
    let failures = TransformationPaths.all(on: Self.abc, inserting: Self.letters)
      .filter { !$0.converge }
    for paths in failures {
      let deletions = paths.operations.compactMap(place(ofDeletion:))
      let insertions = paths.operations.compactMap(place(ofInsertion:)).sorted()
      #expect(deletions.map { [$0, $0 + 1] } == [insertions])
    }
    #expect(failures.count == 6)
  }

  private func place(ofDeletion operation: TextOperation) -> Int? {
    if case .delete(let place) = operation { place } else { nil }
  }

  private func place(ofInsertion operation: TextOperation) -> Int? {
    if case .insert(_, let place, _) = operation { place } else { nil }
  }
}

/// Transformations that are wrong, each caught by the property TP1.
struct TransformationMistakeTests {
  static let mistakes: [(name: String, transform: TransformationPaths.Transformation)] = [
    ("no tie-break", { forgettingTies($0, $1) }),
    ("a deletion moves nothing", { forgettingDeletions($0, $1) }),
    ("an insertion moves no deletion", { forgettingInsertions($0, $1) }),
    ("what two delete, both delete", { deletingTwice($0, $1) }),
  ]

  @Test(arguments: mistakes.indices)
  func `a wrong transformation does not end alike`(index: Int) {
    let paths = TransformationPaths.all(
      on: characters(of: "abcd"), inserting: [("A", "x"), ("B", "y")],
      transform: { Self.clamped(Self.mistakes[index].transform($0, $1)) })
    #expect(paths.contains { !$0.converge }, "\(Self.mistakes[index].name)")
  }

  private static func forgettingTies(_ own: TextOperation, _ other: TextOperation) -> TextOperation
  {
    if case .insert(_, let place, _) = own, case .insert(_, place, _) = other {
      own
    } else {
      own.transformed(against: other)
    }
  }

  private static func forgettingDeletions(
    _ own: TextOperation, _ other: TextOperation
  ) -> TextOperation {
    if case .delete = other { own } else { own.transformed(against: other) }
  }

  private static func forgettingInsertions(
    _ own: TextOperation, _ other: TextOperation
  ) -> TextOperation {
    if case .delete = own, case .insert = other { own } else { own.transformed(against: other) }
  }

  private static func deletingTwice(_ own: TextOperation, _ other: TextOperation) -> TextOperation {
    own == other ? own : own.transformed(against: other)
  }

  /// Wrong positions stay in the shortest text there can be, so that they can be carried out.
  private static func clamped(_ operation: TextOperation) -> TextOperation {
    switch operation {
    case .insert(let character, let place, let replica):
      .insert(character, at: min(place, 3), by: replica)
    case .delete(let place): .delete(at: min(place, 2))
    case .none: .none
    }
  }
}

func characters(of text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

func spelled(_ text: [Unicode.Scalar]) -> String {
  var string = String.UnicodeScalarView()
  string.append(contentsOf: text)
  return String(string)
}

func insertion(_ character: Unicode.Scalar, _ place: Int, by replica: ReplicaID = "A")
  -> TextOperation
{
  .insert(character, at: place, by: replica)
}
