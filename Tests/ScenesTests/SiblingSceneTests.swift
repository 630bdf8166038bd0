import GeoModel
import Scenes
import TestSupport
import Testing

/// What the picture of a cell shows is what the cells of the model keep.
struct SiblingSceneTests {
  /// A cell and what the client beside it has read.
  private struct Cell: Replicated {
    enum Update { case read, write(String), add(String) }

    var dotted = SiblingSet<String>()
    var vector = VectorSiblingSet<String>()
    var read = VersionVector()
    var vectorRead = VersionVector()

    var value: [String] { dotted.value }

    mutating func apply(_ update: Update, at replica: ReplicaID) {
      switch update {
      case .read: (read, vectorRead) = (dotted.context, vector.vector)
      case .write(let content): write(content, read, vectorRead, at: replica)
      case .add(let content): write(content, VersionVector(), VersionVector(), at: replica)
      }
    }

    private mutating func write(
      _ content: String, _ read: VersionVector, _ vectorRead: VersionVector, at replica: ReplicaID
    ) {
      dotted.write(content, context: read, at: replica)
      vector.write(content, context: vectorRead, at: replica)
    }

    mutating func merge(_ other: Cell) {
      dotted.merge(other.dotted)
      vector.merge(other.vector)
    }
  }

  @Test(arguments: [2, 3], (0..<8).map(UInt64.init))
  func `the siblings with dots and with one vector are those of the model`(
    replicas: Int, seed: UInt64
  ) throws {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("siblings", "replicas: \(replicas)")
    for _ in 0..<14 { try acted.actAtRandom(&dice) }
    if seed.isMultiple(of: 2) { try acted.press("b b") }
    let model = ReplayedHistory<Cell>(acted.entries, replicas: replicas) { words, _ in
      switch words[0] {
      case "read": .read
      case "write": .write(words[1])
      default: .add(words[1])
      }
    }
    for (name, contents) in [
      (
        "dots    ",
        model.replicas.map {
          $0.dotted.siblings.entries.map { "\($0.value) \($0.key.replica)\($0.key.counter)" }
        }
      ),
      ("vector  ", model.replicas.map(\.vector.value)),
    ] {
      let row = try #require(acted.rows.first { $0.hasPrefix("  \(name)") })
      for list in contents {
        let cell = name + (list.isEmpty ? "·" : list.joined(separator: ", "))
        #expect(row.contains(cell.prefix(30)), "\(acted.entries)")
      }
    }
    let counts = model.replicas.map { $0.vector.value.count - $0.dotted.siblings.count }
    let surplus = model.agree(\.dotted) ? counts[0] : 0
    #expect(acted.text.contains("✘ \(surplus) more") == (surplus > 0))
  }

  @Test func `writes of clients that have not read stay side by side`() throws {
    let acted = try ActedScene("siblings", "history: A write tea, B write milk, merge")
    #expect(acted.rows.contains { $0.matches(of: /tea A1, milk B1/).count == 2 })
    #expect(
      acted.text.contains("Siblings: nobody who wrote had read the other. A client must decide."))
  }

  @Test func `a client that has read both replaces both`() throws {
    let acted = try ActedScene(
      "siblings", "history: A write tea, B write milk, merge, A read, A write rice, merge")
    #expect(acted.rows.contains { $0.matches(of: /dots    rice A2(?!,)/).count == 2 })
    #expect(acted.text.contains("One value: whoever wrote it had read the others."))
  }

  @Test func `with one vector for all, what was replaced stays beside what replaced it`() throws {
    let acted = try ActedScene(
      "siblings",
      "history: A write tea, A read, B write milk, merge, A write rice, merge")
    #expect(acted.rows.contains { $0.matches(of: /dots    rice A2, milk B1/).count == 2 })
    #expect(acted.rows.contains { $0.matches(of: /vector  tea, rice, milk/).count == 2 })
    #expect(acted.text.contains("✘ 1 more with one version vector for all"))
  }

  @Test func `what the client of a replica has read stays as it was when others come`() throws {
    let acted = try ActedScene("siblings", "history: A write tea, A read, B write milk, merge")
    #expect(acted.rows.contains { $0.contains(/client  has read tea .*client  has read nothing/) })
  }

  @Test func `the first six writes have six names, however they are merged`() throws {
    var acted = try ActedScene("siblings")
    try acted.press("A w b B w A w B a b a A w")
    let written = acted.entries.filter { $0.contains(/write|add/) }.compactMap {
      $0.split(separator: " ").last
    }
    #expect(written == ["tea", "milk", "rice", "salt", "figs", "nuts"])
  }
}
