import Content
import Foundation
import GeoModel
import TestSupport
import Testing

/// The schema that editors complete design files by says what the reader reads.
///
/// The reader is asked for what it knows by a name that nobody has: it answers with all there are.
struct DesignSchemaTests {
  private static let text = """
    accounts:
      eu: {jurisdiction: EEA, home: eu-central-1}
    entities:
      user: {subject: user, fields: {email: personal}}
    stores:
      profiles: {engine: postgres, regions: home, holds: user, key: k}
      other: {engine: postgres, regions: home}
    flows:
      - {from: profiles, to: other, kind: cdc}
    keys:
      k: {scope: subject, regions: home}
    bases:
      other: scc
    services:
      s: {keeps: stock, serves: eu, replication: active, regions: [eu-west-1, eu-west-3]}
    inventory: {method: consensus, at: s}
    """

  @Test(arguments: [
    // the object in the schema, a place in the file, and what is put there
    ("", "accounts:", "zzzzzzzz: 1\naccounts:"),
    ("accounts", "jurisdiction:", "zzzzzzzz: 1, jurisdiction:"),
    ("entities", "subject:", "zzzzzzzz: 1, subject:"),
    (
      "stores", "engine: postgres, regions: home, holds",
      "zzzzzzzz: 1, engine: postgres, regions: home, holds"
    ),
    ("flows", "from:", "zzzzzzzz: 1, from:"),
    ("keys", "scope:", "zzzzzzzz: 1, scope:"),
  ])
  func `the schema has the keys of the reader`(object: String, place: String, unknown: String)
    throws
  {
    let keys = try properties(of: object).keys.sorted()
    #expect(try alternatives(place, unknown).sorted() == keys)
  }

  /// Each replication has keys of its own, and the reader knows of no others.
  @Test func `the schema has the keys that services have in one replication or another`() throws {
    let one = "replication: active, regions: [eu-west-1, eu-west-3]"
    let replications =
      [
        one, "replication: consensus, voters: eu-west-1",
        "replication: snapshots, primary: eu-west-1, into: eu-west-3, every: 1 h, restore: 1 h",
      ]
      + ["any", "synchronous", "semi-synchronous"].map {
        "replication: \($0), primary: eu-west-1, standbys: eu-west-3"
      }
    let keys = try replications.flatMap { try alternatives(one, "\($0), zzzzzzzz: 1") }
    #expect(try Set(keys) == Set(properties(of: "services").keys))
  }

  @Test(arguments: [
    ("", "policy", "accounts:", "policy: zzzzzzzz\naccounts:"),
    ("", "routing", "accounts:", "routing: zzzzzzzz\naccounts:"),
    (
      "stores", "engine", "engine: postgres, regions: home, holds",
      "engine: zzzzzzzz, regions: home, holds"
    ),
    ("stores", "contract", "regions: home, holds", "contract: zzzzzzzz, regions: home, holds"),
    ("flows", "kind", "kind: cdc", "kind: zzzzzzzz"),
    ("keys", "scope", "scope: subject", "scope: zzzzzzzz"),
    ("services", "keeps", "keeps: stock", "keeps: zzzzzzzz"),
    ("services", "replication", "replication: active", "replication: zzzzzzzz"),
    ("services", "promotion", "keeps: stock", "promotion: zzzzzzzz, keeps: stock"),
    ("services", "routing", "keeps: stock", "routing: zzzzzzzz, keeps: stock"),
    ("inventory", "method", "method: consensus", "method: zzzzzzzz"),
    ("entities", "fields", "email: personal", "email: zzzzzzzz"),
    ("", "bases", "other: scc", "other: zzzzzzzz"),
  ])
  func `the schema has the values of the reader`(
    object: String, key: String, place: String, unknown: String
  ) throws {
    let value = try #require(try properties(of: object)[key] as? [String: Any])
    let entry = value["additionalProperties"] as? [String: Any] ?? value
    let choices = try #require(entry["enum"] as? [String])
    #expect(try alternatives(place, unknown).sorted() == choices.sorted())
  }

  /// What the reader says that there is, where it is given what there is not.
  private func alternatives(_ place: String, _ unknown: String) throws -> [String] {
    let range = try #require(Self.text.firstRange(of: place))
    let text = Self.text.replacingCharacters(in: range, with: unknown)
    let error = try #require(throws: Diagnostics.self) {
      try DesignFile.parse(text, file: "d.yaml", atlas: try DesignSamples.atlas())
    }
    let list = try #require(error.description.firstRange(of: "it must be "))
    return error.description[list.upperBound...].replacing(" or ", with: ", ").split(
      separator: ", "
    )
    .map(String.init)
  }

  private func properties(of object: String) throws -> [String: Any] {
    let text =
      try Repository.files(in: "assets/schema")["assets/schema/design-v1.schema.json"] ?? ""
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let all = try #require(schema["properties"] as? [String: Any])
    guard !object.isEmpty else { return all }
    let value = try #require(all[object] as? [String: Any])
    let entry = value["additionalProperties"] as? [String: Any] ?? value["items"] as? [String: Any]
    return try #require((entry ?? value)["properties"] as? [String: Any])
  }
}
