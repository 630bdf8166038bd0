import Content
import Foundation
import GeoModel
import TestSupport
import Testing

/// The designs of the course: the sound one, and its copies with one mistake each.
struct ShippedDesignTests {
  /// The findings, one line each: rule, population, fields, path.
  private func findings(in design: Design) -> [String] {
    ResidencyAudit(design).findings.map {
      "\($0.rule.rawValue): \($0.population) \($0.fieldText): \($0.path.text)"
    }
  }

  @Test(arguments: ["feed", "key-backup"])
  func `in a sound design nothing is found`(name: String) throws {
    #expect(findings(in: try DesignSamples.design(name)) == [])
  }

  @Test(arguments: [
    (
      "forgotten-backup",
      [
        "transfer-without-basis: eu user.handle, user.email, user.location and 4 more: "
          + "profiles (eu-central-1) → backup → snapshots (us-west-2)",
        "outside-eea: eu user.handle, user.email, user.location and 4 more: "
          + "profiles (eu-central-1) → backup → snapshots (us-west-2)",
      ]
    ),
    (
      "email-in-logs",
      [
        "personal-data-in-logs: eu user.handle, user.email, user.location and 1 more: "
          + "profiles (eu-central-1) → log → logs (eu-central-1)"
      ]
    ),
    (
      "cache-abroad",
      [
        "transfer-without-basis: eu tweet.text and tweet.media: "
          + "posts (eu-central-1) → cache → timelines (us-east-1)",
        "outside-eea: eu tweet.text and tweet.media: "
          + "posts (eu-central-1) → cache → timelines (us-east-1)",
      ]
    ),
    (
      "london",
      [
        "region-name-taken-for-eu: eu user.handle, user.email, user.location and 4 more: "
          + "profiles (eu-central-1) → replica → profiles (eu-west-2)"
      ]
    ),
    (
      "hashed-ids",
      [
        "called-anonymous: eu tweet.text, tweet.media and tweet.likes: posts (eu-central-1) → cdc "
          + "→ events (eu-central-1) → export, pseudonymise → warehouse (eu-central-1)"
      ]
    ),
    (
      "consent",
      [
        "consent-as-basis: eu tweet.text, tweet.media and tweet.likes: posts (eu-central-1) → cdc "
          + "→ events (eu-central-1) → export, pseudonymise → warehouse (us-east-1)",
        "outside-eea: eu tweet.text, tweet.media and tweet.likes: posts (eu-central-1) → cdc "
          + "→ events (eu-central-1) → export, pseudonymise → warehouse (us-east-1)",
      ]
    ),
    (
      "small-groups",
      [
        "group-too-small: eu tweet.text, tweet.media and tweet.likes: posts (eu-central-1) → cdc "
          + "→ events (eu-central-1) → export, aggregate 3 → warehouse (eu-central-1)"
      ]
    ),
  ])
  func `a seeded mistake is found with its path, and nothing else`(
    name: String, expected: [String]
  ) throws {
    #expect(findings(in: try DesignSamples.design(name)) == expected)
  }

  @Test func `without the policy only what the law forbids is found`() throws {
    for (name, _) in try DesignSamples.texts() {
      var design = try DesignSamples.design(name)
      let lawful = ResidencyAudit(design).findings.filter { $0.rule.source == .law }
      design.policy = .none
      #expect(ResidencyAudit(design).findings == lawful)
    }
  }

  @Test func `every mistake is a change of at most three lines`() throws {
    let texts = try DesignSamples.texts()
    let sound = Set(lines(of: texts.first { $0.name == "feed" }?.text ?? ""))
    #expect(texts.count == 9)
    for (name, text) in texts where name != "feed" {
      let added = lines(of: text).filter { !sound.contains($0) }
      #expect((1...4).contains(added.count), "\(name): \(added)")
    }
  }

  private func lines(of text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  @Test func `a chain of flows carries data as far as one flow would`() throws {
    let design = try DesignSamples.feed([
      ("edge: {engine: cdn, regions: home,", "edge: {engine: cdn, regions: [us-east-1],"),
      ("erasure:", "bases: {us-east-1: dpf}\nerasure:"),
    ])
    #expect(
      findings(in: design) == [
        "outside-eea: eu tweet.media: posts (eu-central-1) → cache → timelines (eu-central-1) "
          + "→ cache → edge (us-east-1)"
      ])
  }

  @Test func `every sentence and every remedy is said in words`() throws {
    for (name, _) in try DesignSamples.texts() {
      let design = try DesignSamples.design(name)
      for finding in ResidencyAudit(design).findings {
        let sentence = finding.sentence(in: design)
        #expect(sentence.hasSuffix(".") && sentence.contains(finding.path.store))
        #expect(!finding.remedy(in: design).isEmpty)
      }
    }
    #expect(ResidencyRule.allCases.allSatisfy { $0.title.count <= 22 })
  }

  // MARK: - Mutations

  @Test func `however a file is mutilated, it has findings, or mistakes with their places`() throws
  {
    let atlas = try DesignSamples.atlas()
    let designs = try DesignSamples.texts().map { design in
      design.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    var mutator = TextMutator(seed: 20_261_125)
    var (read, refused) = (0, 0)
    for round in 0..<rounds {
      let text = mutator.mutated(designs[round % designs.count])
      do throws(Diagnostics) {
        let design = try DesignFile.parse(text, file: "d.yaml", atlas: atlas)
        _ = ResidencyAudit(design).findings.map { $0.sentence(in: design) + $0.path.text }
        read += 1
      } catch {
        let lines = text.count { $0 == "\n" } + 1
        #expect(error.all.allSatisfy { (1...lines + 1).contains($0.line) && !$0.message.isEmpty })
        refused += 1
      }
    }
    #expect(read > rounds / 20 && refused > rounds / 2, "\(read) read, \(refused) refused")
  }

  /// As many as there is time for: `ROUNDS=10000 swift test --filter mutilated`.
  private let rounds = ProcessInfo.processInfo.environment["ROUNDS"].flatMap { Int($0) } ?? 1000
}
