import Content
import GeoModel
import TestSupport
import Testing

struct ErasureExpressionTests {
  @Test(arguments: [
    ("law-of eu-west-2 in aws-2025", "United Kingdom"),
    ("left-by none", "personal"), ("left-by pseudonymise", "personal"),
    ("left-by aggregate 9", "personal"), ("left-by aggregate 10", "anonymous"),
    ("gone-from cassandra", "11 d"), ("gone-from cdn", "0 ms"),
    ("gone-by-age kafka keeping 3 d", "10 d"), ("gone-by-age backup keeping 35 d", "35 d"),
    ("safe-absence grace 10 d repair 7 d", "3 d"), ("safe-absence grace 10 d repair 20 d", "3 h"),
    ("comeback grace 10 d repair 7 d away 12 d", "12 d"),
    ("comeback grace 10 d repair 7 d away 8 d", "10 d"),
    ("last-copy of feed", "30 d"), ("last-copy-with-keys of feed", "35 d"),
  ])
  func `numbers of erasure`(text: String, shown: String) throws {
    #expect(try value(of: text) == shown)
  }

  @Test(arguments: [
    (
      "left-by hashing",
      "no transform is called 'hashing'; it must be none, pseudonymise or aggregate"
    ),
    ("gone-from casandra", "no engine is called 'casandra'; did you mean 'cassandra'?"),
    ("gone-from log", "log deletes nothing of one person"),
    ("comeback grace 10 d repair 7 d away 2 d", "the row does not come back"),
    ("last-copy of fed", "no design is called 'fed'; did you mean 'feed'?"),
    ("last-copy feed", "this number is written {last-copy of DESIGN}"),
  ])
  func `mistakes in numbers of erasure`(text: String, message: String) throws {
    let error = #expect(throws: ExpressionError.self) { try value(of: text) }
    #expect(error?.message == message)
  }

  private func value(of text: String) throws -> String {
    let atlas = try Course(files: Repository.courseFiles()).atlas
    let topology = try atlas.topology(named: "module")
    return try ModelExpression(parsing: text, topology: topology, atlas: atlas)
      .value(in: topology).text
  }

  @Test func `the times of a store reach its copies`() throws {
    let design = try DesignFile.parse(
      """
      accounts:
        eu: {jurisdiction: EEA, home: eu-central-1}
      entities:
        user: {subject: user, fields: {email: personal}}
      stores:
        people: {engine: cassandra, regions: home, holds: user, gc-grace: 2 d, rewrite: 3 d, snapshots: 40 d}
        events: {engine: kafka, regions: home, holds: user, retention: 1 d, segment: 12 h}
      erasure: [delete people]
      """, file: "d.yaml", atlas: try DesignSamples.atlas())
    let deaths = ErasureReport(design).copies.map { $0.death?.time }
    #expect(deaths == [.days(5), .days(40), .hours(36)])
  }
}
