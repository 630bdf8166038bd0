import GeoModel
import Scenes
import TestSupport
import Testing

/// The local view can sell too much, escrow never does, and the picture says by how much.
struct EscrowSceneTests {
  /// What the picture says was sold in one of the two ways.
  private static func sold(_ way: String, in acted: ActedScene) throws -> (sold: Int, stock: Int) {
    let row = try #require(
      acted.rows.first { $0.contains(#/^ +\w+( view)? +sold \d+ of/#) && $0.contains(way) })
    let match = try #require(row.firstMatch(of: #/sold (\d+) of (\d+)/#))
    return (try #require(Int(match.1)), try #require(Int(match.2)))
  }

  /// The numbers behind a word in a row, one for each replica.
  private static func numbers(_ row: String, _ word: String) -> [Int] {
    row.matches(of: #/(sees|holds|sold) (−?)(\d+)/#).filter { $0.1 == word }.compactMap {
      Int($0.3).map { number in number }
    }
  }

  @Test(arguments: [2, 3], (0..<6).map(UInt64.init))
  func `whatever is sold and given, escrow sells no more than the stock`(
    replicas: Int, seed: UInt64
  ) throws {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("escrow", "replicas: \(replicas)\nstock: \(1 + seed % 7)")
    for _ in 0..<60 {
      try acted.actAtRandom(&dice)
      let escrow = try Self.sold("escrow", in: acted)
      #expect(escrow.sold <= escrow.stock)
    }
    try expectModel(acted, replicas, stock: Int(1 + seed % 7))
  }

  /// Replays both ways to sell on the types of the model.
  private func expectModel(_ acted: ActedScene, _ replicas: Int, stock: Int) throws {
    let names: [ReplicaID] = ["A", "B", "C"]
    let shares = (0..<replicas).map { stock / replicas + ($0 < stock % replicas ? 1 : 0) }
    var counter = BoundedCounter()
    for place in 0..<replicas {
      counter.merge(BoundedCounter(stock: [names[place]: shares[place]]))
    }
    let escrow = ReplayedHistory<BoundedCounter>(
      acted.entries, replicas: replicas, from: counter
    ) { words, _ in
      words[0] == "sell" ? .decrement() : .transfer(Int(words[1]) ?? 0, to: ReplicaID(words[2]))
    }
    let held = zip(names, escrow.replicas).map { $1.available(at: $0) }
    let used = zip(names, escrow.replicas).map { $1.used.slots[$0] ?? 0 }
    let row = try #require(acted.rows.first { $0.contains("holds ") })
    #expect(Self.numbers(row, "holds") == held)
    #expect(Self.numbers(row, "sold") == used)
    #expect(try Self.sold("escrow", in: acted).sold == used.reduce(0, +))
    let views = try #require(acted.rows.first { $0.contains("sees ") })
    let local = Self.numbers(views, "sold").reduce(0, +)
    #expect(try Self.sold("local view", in: acted) == (local, stock))
    #expect(acted.text.contains("✘ \(local - stock) OVERSOLD") == (local > stock))
    #expect(acted.text.contains("OVERSOLD") == (local > stock))
  }

  @Test func `two regions that do not hear of each other sell everything twice`() throws {
    var acted = try ActedScene("escrow", "stock: 4")
    try acted.press("c aaaaa B aaaaa c b")
    #expect(acted.text.contains("local view   sold 8 of 4 ✘ 4 OVERSOLD"))
    #expect(acted.text.contains("escrow       sold 4 of 4 ✔"))
    #expect(acted.rows.contains { $0.matches(of: #/sees −4/#).count == 2 })
    #expect(acted.rows.contains { $0.matches(of: #/refused 3/#).count == 2 })
  }

  @Test func `what is given is held by nobody until the message arrives`() throws {
    var acted = try ActedScene("escrow", "stock: 6")
    try acted.press("r")
    #expect(acted.entries == ["A give 2 B"])
    #expect(acted.lastSentence == "A gives 2 to B, who has them when the message arrives.")
    #expect(acted.rows.contains { $0.contains(#/holds 1 .*holds 3/#) })
    try acted.press("s d")
    #expect(acted.rows.contains { $0.contains(#/holds 1 .*holds 5/#) })
  }

  @Test func `nobody gives what is not held`() throws {
    let acted = try ActedScene("escrow", "stock: 2\nhistory: A give 2 B")
    #expect(acted.lastSentence == "A cannot give 2: it does not hold them.")
    var empty = try ActedScene("escrow", "stock: 2\nhistory: A sell")
    #expect(try !empty.act(.act("r")))
  }

  @Test func `a sale says what each way sells of it`() throws {
    let acted = try ActedScene("escrow", "stock: 6\nhistory: A sell 4, A sell")
    #expect(
      Array(acted.scene.sentences.dropFirst()) == [
        "A is asked for 4. The local view sells 4, escrow 3: it holds no more.",
        "A is asked for 1. The local view sells 1, escrow 0: it holds no more.",
      ])
  }
}
