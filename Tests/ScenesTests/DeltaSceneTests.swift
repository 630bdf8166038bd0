import GeoModel
import Scenes
import TestSupport
import Testing

/// The bytes of the picture are those of the encodings that the model sends.
struct DeltaSceneTests {
  /// Two replicas of the model that were told the same, and the bytes that they sent.
  private struct Replay {
    var states: [ORSet<String>]
    var peers: [DeltaSync<ORSet<String>>]
    var parcels: [(from: Int, message: DeltaSync<ORSet<String>>.Message)] = []
    var whole = 0
    var deltas = 0

    init(_ entries: [String], items: Int) {
      var state = ORSet<String>()
      for number in 1...max(1, items) where items > 0 {
        state.apply(.add("item-\(number)"), at: "A")
      }
      var peer = DeltaSync<ORSet<String>>()
      if let message = peer.message(from: state) { peer.acknowledge(message.number) }
      (states, peers) = ([state, state], [peer, peer])
      var added = items
      for entry in entries { take(entry.split(separator: " ").map(String.init), &added) }
    }

    private mutating func take(_ words: [String], _ added: inout Int) {
      let place = words[0] == "B" ? 1 : 0
      switch words.last {
      case "add":
        added += 1
        states[place].apply(.add("item-\(added)"), at: place == 0 ? "A" : "B")
      case "remove":
        if let last = states[place].value.last {
          states[place].apply(.remove(last), at: place == 0 ? "A" : "B")
        }
      case "send":
        guard let message = peers[place].message(from: states[place]) else { return }
        parcels.append((place, message))
        whole += states[place].encodedBytes.count
        deltas += message.delta.encodedBytes.count
      case "duplicate": parcels += parcels.prefix(1)
      case "drop": parcels = Array(parcels.dropFirst())
      default:
        if let first = parcels.first { deliver(first) }
        parcels = Array(parcels.dropFirst())
      }
    }

    private mutating func deliver(_ parcel: (from: Int, message: DeltaSync<ORSet<String>>.Message))
    {
      peers[1 - parcel.from].receive(parcel.message, into: &states[1 - parcel.from])
      peers[parcel.from].acknowledge(parcel.message.number)
    }
  }

  @Test(arguments: [0, 3, 20], (0..<10).map(UInt64.init))
  func `items, bytes of states and bytes sent are those of the model`(
    items: Int, seed: UInt64
  ) throws {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("delta-sync", "items: \(items)")
    for _ in 0..<50 { try acted.actAtRandom(&dice) }
    let model = Replay(acted.entries, items: items)
    let row = acted.rows.first { $0.contains("state  ") } ?? ""
    #expect(
      row.matches(of: /state  (\d+ items, \d+ bytes)/).map { String($0.1) }
        == model.states.map { "\($0.value.count) items, \($0.encodedBytes.count) bytes" })
    #expect(acted.text.contains(try Regex("whole states +\(model.whole) bytes")))
    #expect(acted.text.contains(try Regex("deltas +\(model.deltas) bytes")))
    let label = model.parcels.first.map { "\($0.message.delta.encodedBytes.count) bytes, not " }
    #expect(acted.text.contains(label ?? "Bytes") == (label != nil))
  }

  @Test(arguments: (0..<20).map(UInt64.init))
  func `after losses and copies, two more rounds make both the same`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var acted = try ActedScene("delta-sync")
    for _ in 0..<40 { try acted.actAtRandom(&dice) }
    for _ in 0..<2 {
      try acted.press("A s B s")
      while try acted.act(.act("d")) {}
    }
    let row = acted.rows.first { $0.contains("state  ") } ?? ""
    let states = row.matches(of: /state  (\d+ items, \d+ bytes)/).map { String($0.1) }
    #expect(states.count == 2 && Set(states).count == 1)
    #expect(acted.rows.contains { $0.matches(of: /news   0 bytes/).count == 2 })
  }

  @Test func `a delta is much smaller than the state, and the bars say so`() throws {
    let acted = try ActedScene("delta-sync", "items: 100\nhistory: A add, A send, deliver")
    #expect(acted.scene.sentences[2].contains(/A sends \d\d bytes; its whole state has 1\d{3}\./))
    let bars = acted.rows.map { $0.count { "▒█".contains($0) } }.filter { $0 > 0 }
    #expect(bars.count == 2 && bars[1] < bars[0] / 20)
  }

  @Test func `a delta that was lost is in the next one`() throws {
    let acted = try ActedScene(
      "delta-sync", "items: 0\nhistory: A add, A send, drop, A add, A send, deliver")
    #expect(acted.scene.sentences[3] == "The delta is lost; the next one will hold it as well.")
    #expect(acted.rows.contains { $0.matches(of: /state  2 items/).count == 2 })
  }

  @Test func `a delta that comes again is told to bring nothing`() throws {
    let acted = try ActedScene(
      "delta-sync", "history: A add, A send, duplicate, deliver, deliver")
    #expect(acted.scene.sentences[3] == "It will come twice.")
    #expect(acted.scene.sentences[4] == "B merges the delta of A and acknowledges it.")
    #expect(acted.lastSentence == "B merges the delta of A: it knew that already.")
  }

  @Test func `what would change nothing cannot be done`() throws {
    var acted = try ActedScene("delta-sync", "items: 0")
    for key in "rsdyx" { #expect(try !acted.act(.act(key)), "\(key)") }
    try acted.press("a s d")
    #expect(try !acted.act(.act("s")))
  }

  @Test(arguments: [
    ("A remove", "A has nothing to remove."), ("A send", "A has nothing that the other lacks."),
    ("deliver", "No message is under way."), ("duplicate", "No message is under way."),
    ("drop", "No message is under way."), ("A add", "A adds item-1."),
    ("A add, A remove", "A removes item-1."),
  ])
  func `what happened is told, and that nothing did`(history: String, sentence: String) throws {
    #expect(
      try ActedScene("delta-sync", "items: 0\nhistory: \(history)").lastSentence == sentence)
  }
}
