import Content
import Drawing
import GeoModel
import Scenes
import Testing

/// The scenes `survival-goal`, `table-locality` and `follower-read`.
struct MultiRegionSceneTests {
  private static let regions = "regions: us-east, eu-west, ap-southeast\n"

  @Test(arguments: [
    // survive, lost, the last sentence, words of the last picture
    (
      "zone", "none", "A write takes 1 ms from us-east and 141 ms from ap-southeast.",
      "3 of 3 voters are up, 2 needed: writes go on"
    ),
    (
      "zone", "zone", "A write takes 1 ms from us-east and 141 ms from ap-southeast.",
      "2 of 3 voters are up, 2 needed: writes go on"
    ),
    (
      "zone", "us-east",
      "No write is answered. Old values can be read in eu-west and ap-southeast.",
      "0 of 3 voters are up, 2 needed: NO WRITES"
    ),
    (
      "region", "us-east", "A write takes 130 ms from eu-west and 260 ms from ap-southeast.",
      "3 of 5 voters are up, 3 needed: writes go on"
    ),
    (
      "region", "eu-west", "A write takes 140 ms from us-east and 280 ms from ap-southeast.",
      "3 of 5 voters are up, 3 needed: writes go on"
    ),
    (
      "region", "ap-southeast", "A write takes 85 ms from us-east and 170 ms from eu-west.",
      "4 of 5 voters are up, 3 needed: writes go on"
    ),
  ])
  func `the picture of a loss says who still writes, and how fast`(
    survive: String, lost: String, sentence: String, words: String
  ) throws {
    let scene = try staged(
      "survival-goal", "\(Self.regions)survive: \(survive)\nlost: \(lost)")
    #expect(scene.sentences.last == sentence)
    #expect(scene.finalText.contains(words))
  }

  @Test func `between a loss and an election nobody writes`() throws {
    let scene = try staged("survival-goal", "\(Self.regions)survive: region\nlost: us-east")
    let loss = try #require(scene.events.first { $0.sentence.contains("LOST") })
    let election = try #require(scene.events.first { $0.sentence.contains("is elected") })
    let text = frame(of: scene, at: (loss.time + election.time) / 2).lines.joined()
    #expect(text.contains("3 needed: an election first"))
    #expect(text.count { $0 == "●" } == 1, "only the legend has a leader's mark")
  }

  @Test(arguments: [
    ("by-table", "home: us-east", ["0 ms", "85 ms", "140 ms", "1 ms", "86 ms", "141 ms"]),
    ("by-table", "home: eu-west", ["85 ms", "0 ms", "130 ms", "86 ms", "1 ms", "131 ms"]),
    ("by-row", "home: own", ["0 ms", "0 ms", "0 ms", "1 ms", "1 ms", "1 ms"]),
    (
      "by-row", "home: own\nsurvive: region",
      ["0 ms", "0 ms", "0 ms", "85 ms", "85 ms", "130 ms"]
    ),
    ("global", "max-offset: 250 ms", ["0 ms", "0 ms", "0 ms", "550 ms", "593 ms", "620 ms"]),
  ])
  func `the bars of a locality are the model's latencies`(
    locality: String, lines: String, times: [String]
  ) throws {
    let scene = try staged(
      "table-locality", "\(Self.regions)locality: \(locality)\n\(lines)")
    let rows = frame(of: scene, at: scene.duration).lines.filter { $0.contains("▏") }
    #expect(rows.count == times.count)
    for (row, time) in zip(rows, times) { #expect(row.contains(" \(time) ▏"), "\(row)") }
  }

  @Test func `a GLOBAL write is done long after its commit`() throws {
    let scene = try staged("table-locality", "\(Self.regions)locality: global")
    #expect(
      scene.sentences.contains(
        "us-east has written after 800 ms: 800 ms ahead, though it was committed after 1 ms."))
  }

  @Test func `behind a cut one kind of read stops after the other`() throws {
    let scene = try staged(
      "follower-read", "\(Self.regions)client: ap-southeast\ncut: 8 s\nmax-staleness: 10 s")
    #expect(scene.events.map(\.time) == [.zero, .milliseconds(1001), .milliseconds(6801)])
    let answers = [0, 900, 1100, 6700, 6900].map { milliseconds in
      frame(of: scene, at: .milliseconds(milliseconds)).lines
        .count { $0.contains("NO ANSWER") }
    }
    #expect(answers == [1, 1, 2, 2, 3])
  }

  @Test func `without a cut all are answered, the leaseholder's answer last`() throws {
    let scene = try staged("follower-read", "\(Self.regions)client: ap-southeast")
    #expect(scene.duration == .milliseconds(140))
    for part in ["140 ms, now", "0 ms, 4.2 s old", "0 ms, 3.27 s old"] {
      #expect(scene.finalText.contains(part))
    }
  }

  @Test(arguments: [
    ("survival-goal", "survive: zon", "survive is zon; did you mean 'zone'?"),
    (
      "survival-goal", "home: sa-east",
      "sa-east is not in the database, whose regions are us-east, eu-west, ap-southeast"
    ),
    (
      "survival-goal", "survive: region\nplacement: restricted",
      "restricted placement keeps every voter in the home region, so its loss takes them all; "
        + "survive zones, or take default placement"
    ),
    (
      "table-locality", "locality: local",
      "locality is local; it must be by-table, by-row or global"
    ),
    (
      "table-locality", "home: us-east",
      "'locality' is missing; it must be by-table, by-row or global"
    ),
    (
      "follower-read", "client: eu-west\nplacement: restricted",
      "eu-west has no copy; it must be a region with one"
    ),
    ("follower-read", "client: us-east", "client is the home, us-east; it must be another region"),
    (
      "follower-read", "client: eu-west\ncut: 5 min", "cut is 5 min; it must be none or 1 s to 60 s"
    ),
  ])
  func `a mistake is told with its remedy`(name: String, lines: String, message: String) throws {
    #expect {
      _ = try staged(name, Self.regions + lines)
    } throws: { ($0 as? Diagnostic)?.message == message }
  }
}
