import Content
import Drawing
import Scenes
import Testing

/// The scenes `residency-map` and `audit`.
struct ResidencySceneTests {
  @Test func `the map tells region by region where the data come to be`() throws {
    #expect(
      try staged("residency-map", "design: forgotten-backup").sentences == [
        "Rows of eu accounts, under the law of the EEA, are written in eu-central-1.",
        "profiles brings them to eu-west-1, which is in the EEA.",
        "snapshots in us-west-2 has 7 fields: no transfer basis (LAW), outside the EEA (POLICY).",
        "mailer brings them to eu-west-3, which is in the EEA.",
        "They are in 4 regions, and must not be in us-west-2.",
      ])
  }

  @Test(arguments: [
    // design, policy, population, the last sentence
    ("feed", "strict-eu", "eu", "They are in 3 regions, and may be in each."),
    ("london", "strict-eu", "eu", "They are in 3 regions, and must not be in eu-west-2."),
    ("london", "none", "eu", "They are in 3 regions, and may be in each."),
    ("cache-abroad", "none", "eu", "They are in 4 regions, and must not be in us-east-1."),
    ("cache-abroad", "strict-eu", "us", "They are in 4 regions, and may be in each."),
  ])
  func `law and policy are two things, and so are populations`(
    design: String, policy: String, population: String, total: String
  ) throws {
    let body = "design: \(design)\npolicy: \(policy)\npopulation: \(population)"
    #expect(try staged("residency-map", body).sentences.last == total)
  }

  @Test func `what must not be is marked on the map and in the list, by a sign and a word`() throws
  {
    let scene = try staged("residency-map", "design: forgotten-backup")
    let lines = frame(of: scene, at: scene.duration).lines
    #expect(lines.contains { $0.contains("us-west-2 LAW") })
    #expect(lines.contains { $0.contains("✘ us-west-2") })
    #expect(lines.contains { $0.hasSuffix("LAW no transfer basis") })
    #expect(lines.contains { $0.hasSuffix("POLICY outside the EEA") })
    #expect(lines.contains { $0.contains("⣿⣿ the EEA   ⠭⠭ adequate   ⡇⡇ adequate for some") })
    #expect(!frame(of: scene, at: .zero).lines.joined().contains("✘"))
  }

  @Test func `on a basis that holds is no breach, and no matter of course`() throws {
    let scene = try staged("residency-map", "design: london\npolicy: none")
    #expect(scene.finalText.contains("§ eu-west-2"))
    #expect(scene.finalText.contains("adequate"))
  }

  @Test func `every flow is followed once, in the order of the tree`() throws {
    #expect(
      try staged("audit", "design: hashed-ids").sentences == [
        "The application writes personal data into profiles (home).",
        "By log, pseudonymise: logs (home) has it too, and may.",
        "By backup: snapshots (home) has it too, and may.",
        "By support: help-desk (home) has it too, and may.",
        "By export: mailer (eu-west-3) has it too, and may.",
        "The application writes personal data into posts (home).",
        "By cdc: events (home) has it too, and may.",
        "warehouse in eu-central-1 has 3 fields: not anonymous (LAW).",
        "By cache: timelines (home) has it too, and may.",
        "By cache: edge (home) has it too, and may.",
        "By export: finder (home) has it too, and may.",
        "By backup: snapshots (home) has it too, and may.",
        "1 found by law, 0 by policy.",
      ])
  }

  @Test func `numbers about groups are said to be anonymous`() throws {
    let scene = try staged("audit", "design: feed")
    #expect(scene.finalText.contains("export, aggregate 50 → warehouse"))
    #expect(scene.finalText.contains("✔ anonymous"))
    #expect(scene.sentences.last == "Nothing was found in 12 steps.")
  }

  @Test func `nothing is found before it is followed`() throws {
    let scene = try staged("audit", "design: cache-abroad")
    #expect(!frame(of: scene, at: .seconds(7)).lines.joined().contains("✘"))
    #expect(frame(of: scene, at: .seconds(8)).lines.joined().contains("✘ LAW no transfer basis"))
  }

  @Test(arguments: 4...16)
  func `where rows are few, what was found stays`(height: Int) throws {
    let scene = try staged("audit", "design: hashed-ids")
    var canvas = Canvas(size: Size(width: 80, height: height))
    scene.draw(at: scene.duration, into: &canvas)
    let text = canvas.lines.joined(separator: "\n")
    #expect(text.contains("✘ LAW not anonymous") || height < 5)
    #expect(text.contains("more in which nothing is found") == (5..<13 ~= height))
  }

  @Test func `no size of canvas is too small`() throws {
    let scenes = [
      try staged("audit", "design: consent"), try staged("residency-map", "design: consent"),
    ]
    for scene in scenes {
      for (width, height) in [(0, 0), (1, 1), (20, 3), (300, 1), (40, 12)] {
        var canvas = Canvas(size: Size(width: width, height: height))
        scene.draw(at: scene.duration, into: &canvas)
      }
    }
  }

  @Test(arguments: [
    ("residency-map", "", "9:1: error: 'design' is missing; it must be a text"),
    ("audit", "design: fed", "10:9: error: no design is called 'fed'; did you mean 'feed'?"),
    (
      "audit", "design: feed\npolicy: strict",
      "11:9: error: policy is strict; it must be none or strict-eu"
    ),
    (
      "residency-map", "design: feed\npopulation: usa",
      "11:13: error: no population is called 'usa'; did you mean 'us'?"
    ),
  ])
  func `a mistake is answered with its place`(name: String, body: String, message: String) throws {
    let error = try #require(throws: Diagnostic.self) { try staged(name, body) }
    #expect(error.description == "lessons/02-test.md:\(message)")
  }
}
