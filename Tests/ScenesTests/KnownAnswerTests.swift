import Scenes
import Testing

/// The course's own questions, worked by hand.
struct KnownAnswerTests {
  static let three = "leader: us-east\nvoters: us-east, eu-west, ap-southeast\n"

  @Test(arguments: [
    // what is added to a group of us-east, eu-west and ap-southeast, led by us-east; the commit
    ("", "85 ms"),
    ("rule: all", "140 ms"),
    ("rule: any", "85 ms"),
    ("lost: eu-west", "140 ms"),
    ("lost: ap-southeast", "85 ms"),
    ("non-voters: ap-southeast", "85 ms"),
    ("non-voters: eu-west, ap-southeast", "0 ms"),
    ("client: eu-west", "128 ms"),
  ])
  func `a write commits when enough voters have it`(line: String, commit: String) throws {
    let scene = try staged("commit-latency", Self.three + line)
    #expect(scene.finalText.contains("commit at \(commit)"))
  }

  @Test func `a fourth voter makes the commit wait for a second answer`() throws {
    let scene = try staged(
      "commit-latency", "leader: us-east\nvoters: us-east, eu-west, ap-southeast, sa-east")
    #expect(scene.finalText.contains("commit at 90 ms"))
    #expect(
      scene.sentences == [
        "us-east has its own vote and asks the others; it needs 2 more.",
        "eu-west answers; 2 of 4 have the entry, 1 more needed.",
        "sa-east answers; 3 of 4 have the entry; the leader commits.",
        "ap-southeast answers too; the write was done 50 ms ago.",
      ])
  }

  @Test(arguments: [
    ("commit-latency", "lost", "2 of 3 must have the entry, but only 1 is up: nothing commits."),
    ("quorum-write", "crash", "No more than 1 of 3 has the entry: nothing commits."),
  ])
  func `a leader without followers commits nothing`(
    name: String, argument: String, sentence: String
  ) throws {
    let scene = try staged(name, Self.three + "\(argument): eu-west, ap-southeast")
    #expect(scene.sentences.contains(sentence))
  }

  @Test(arguments: [
    ("commit-latency", "lost", "us-east is lost; nothing commits until another voter leads."),
    ("quorum-write", "crash", "The leader is lost: nothing commits."),
  ])
  func `a group whose leader is lost commits nothing`(
    name: String, argument: String, sentence: String
  ) throws {
    let scene = try staged(name, Self.three + "\(argument): us-east")
    #expect(scene.sentences.contains(sentence))
  }

  @Test func `answers that are too few are shown and told`() throws {
    let scene = try staged(
      "commit-latency",
      "leader: us-east\nvoters: us-east, eu-west, sa-east, ap-southeast\nlost: eu-west, sa-east")
    #expect(
      scene.sentences.last == "ap-southeast answers; 2 of 4 have the entry, which is not enough.")
    #expect(scene.finalText.contains("not enough"))
  }

  @Test func `a client far from the leader waits for both ways`() throws {
    let scene = try staged(
      "quorum-write",
      "client: us-east\nleader: eu-west\nvoters: us-east, eu-west, ap-southeast")
    #expect(scene.finalText.contains("answer 170 ms"))
  }

  @Test(arguments: [
    ("warm", "85 ms"), ("quic-resumed", "85 ms"), ("tls-1.3", "255 ms"), ("tls-1.2", "340 ms"),
  ])
  func `a connection costs its round trips`(connection: String, cost: String) throws {
    let scene = try staged(
      "connection", "from: us-east\nto: eu-west\nconnection: \(connection)")
    #expect(scene.finalText.contains("answer \(cost)"))
  }

  @Test func `one row takes as many writes as there are commits in a second`() throws {
    let scene = try staged("hot-row", Self.three + "writes: 4")
    #expect(
      scene.sentences.last == "The last one waited 255 ms: this row takes 11.8 per second.")
  }

  @Test(arguments: [
    ("same", ["One write wants one row and locks it."]),
    ("different", ["One write wants one row and locks it."]),
  ])
  func `a single write waits for nobody`(rows: String, opening: [String]) throws {
    let scene = try staged("hot-row", Self.three + "writes: 1\nrows: \(rows)")
    #expect(
      scene.sentences == opening + ["It commits after 85 ms: this row takes 11.8 per second."])
  }

  @Test func `the handout is faster than light to Singapore and nowhere near it to Dublin`() throws
  {
    let scene = try staged(
      "light-floor", "pairs: [us-east - ap-southeast, us-east - eu-west]")
    let claims = scene.sentences.filter { $0.hasPrefix("The handout says") }
    #expect(
      claims == [
        "The handout says 85 ms to Dublin and back.",
        "The handout says 140 ms to Singapore and back: faster than light!",
      ])
  }
}
