import Content
import TestSupport
import Testing

struct GlobalTableExpressionTests {
  private static let topology = Result {
    try Course(files: Repository.courseFiles()).atlas.topology(named: "aws-2025")
  }
  private static let sets =
    "US (us-east-1, us-east-2, us-west-2), or of EU (eu-west-1, eu-west-2, eu-west-3, "
    + "eu-central-1), or of AP (ap-northeast-1, ap-northeast-2, ap-northeast-3)"

  @Test(arguments: [
    ("survivors of 50 each every 20 ms apart 10 ms lag 500 ms", "50"),
    ("survivors of 50 each every 1200 ms apart 600 ms lag 500 ms", "100"),
    ("table-cost in 1 regions writes 50% storage 20% transfer 5%", "1.00×"),
    ("table-cost in 3 regions writes 50% storage 20% transfer 5%", "2.50×"),
    ("strong-table of us-east-1, us-east-2, us-west-2", "allowed"),
    (
      "strong-table of us-east-1, us-east-2, us-west-1",
      "us-west-1 is in no Region set; mrsc needs 3 regions of \(sets)"
    ),
    ("jurisdictions of eu-west-1, eu-west-2, eu-central-1", "EEA, United Kingdom"),
    ("jurisdictions of us-east-1, us-east-2", "US"),
  ])
  func `what is known of a global table`(text: String, shown: String) throws {
    let topology = try Self.topology.get()
    let expression = try ModelExpression(parsing: text, topology: topology)
    #expect(expression.value(in: topology).text == shown)
  }

  @Test(arguments: [
    (
      "survivors of 1001 each every 20 ms apart 10 ms lag 500 ms",
      "1001 increments; there must be 1 to 1000"
    ),
    (
      "table-cost in 2 regions writes 70% storage 40% transfer 5%",
      "writes and storage are 110 % of a bill; they must be 100 % at most"
    ),
  ])
  func `what cannot be is refused`(text: String, message: String) throws {
    let topology = try Self.topology.get()
    let error = #expect(throws: ExpressionError.self) {
      try ModelExpression(parsing: text, topology: topology)
    }
    #expect(error?.message == message)
  }
}
