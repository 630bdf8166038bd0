import Content
import GeoModel
import TestSupport
import Testing

struct ModelExpressionTests {
  @Test(arguments: [
    ("commit us-east of us-east, eu-west, ap-southeast", "85 ms"),
    ("waits-for us-east of us-east, eu-west, ap-southeast", "eu-west"),
    ("write from ap-southeast led by us-east of us-east, eu-west, ap-southeast", "305 ms"),
    ("round-trip us-east to eu-west", "85 ms"),
    ("one-way us-east to eu-west", "40 ms"),
    ("one-way eu-west to us-east", "45 ms"),
    ("floor us-east to ap-southeast", "152 ms"),
    ("distance us-east to ap-southeast", "15,529 km"),
    ("stretch us-east to ap-southeast", "1.45×"),
    ("stretch us-east to ap-southeast in module:p90", "1.80×"),
    ("cold us-east to eu-west", "255 ms"),
    ("warm us-east to eu-west", "85 ms"),
    ("hot-row us-east to eu-west", "11.8 per second"),
    ("light over 1000", "9.79 ms"),
    ("majority of 4", "3"),
    ("fault-tolerance of 4", "1"),
    ("local", "1 ms"),
    ("access", "5 ms"),
    ("round-trip us-east to eu-west in module:p90", "100 ms"),
    ("local in module:p90", "1 ms"),
    ("user-write read-replicas from eu-west home eu-west of us-east, eu-west", "90 ms"),
    ("user-write home-region from us-east home eu-west of us-east, eu-west", "90 ms"),
    ("user-write active-active from eu-west home us-east of us-east, eu-west", "5 ms"),
    ("user-read from eu-west of us-east, eu-west", "5 ms"),
    ("user-read from eu-west of us-east", "90 ms"),
    ("sale from eu-west of us-east, eu-west", "175 ms"),
    ("visible us-east to eu-west lag 500 ms", "540 ms"),
    (
      "missed read-replicas from eu-west home eu-west lag 505 ms at 6 a minute "
        + "of us-east, eu-west", "4.88 %"
    ),
    (
      "missed home-region from eu-west home eu-west lag 505 ms at 6 a minute "
        + "of us-east, eu-west", "0 %"
    ),
    ("downtime at 99.99%", "52.6 min"),
    ("downtime at 0.999", "8.76 h"),
    ("downtime at 99 %", "3.65 d"),
    ("incidents of 120 s at 99.99%", "26"),
    ("incidents of 30s at 99.99 %", "105"),
    ("rto for 4 incidents at 99.99%", "13.1 min"),
    ("left after 1 of 45 min at 99.99%", "7.56 min"),
    ("detection every 30 s misses 3 timeout 10 s", "85 s"),
    ("earliest-detection every 30 s misses 3 timeout 10 s", "70 s"),
    ("latest-detection every 30s misses 3 timeout 10s", "100 s"),
    ("false-failover every 30 s misses 3 loss 1%", "351 d"),
    ("false-failover every 30 s misses 2 loss 1%", "3.51 d"),
    ("false-failover every 30 s misses 3 loss 0.1%", "952 years"),
    ("agreement 2 of 3 loss 1%", "0.03 %"),
    ("agreement 3 of 5 loss 1%", "0.001 %"),
    ("series 99.9% 99.9%", "99.8001 %"),
    ("parallel 99.9 % 99.9%", "99.9999 %"),
    ("available 2 of 3 at 99.9%", "99.9997 %"),
    ("pair at 99.9% sharing 5%", "99.9949 %"),
    ("pair-downtime at 99.9% sharing 0%", "31.5 s"),
    ("pair-downtime at 99.9% sharing 5%", "26.8 min"),
    ("failover-pair fails 4 covers 90% rto 2 min repair 4 h", "103 min"),
    ("backup-loss every 24 h taking 2 h", "26 h"),
    ("mean-backup-loss every 24 h taking 2 h", "14 h"),
    ("drain after 60 s writing 900 applying 1000", "9 min"),
    ("cost of warm-standby", "55 %"),
    ("recovery by warm-standby in module", "10 min"),
    (
      "placed region at us-east of us-east, eu-west, ap-southeast",
      "us-east, us-east, eu-west, eu-west, ap-southeast"
    ),
    ("copied zone at us-east of us-east, eu-west, ap-southeast", "eu-west, ap-southeast"),
    ("placed-write zone from eu-west at us-east of us-east, eu-west, ap-southeast", "86 ms"),
    ("placed-write region from us-east at us-east of us-east, eu-west, ap-southeast", "85 ms"),
    ("voters-left region at us-east losing us-east of us-east, eu-west, ap-southeast", "3"),
    ("voters-left zone at us-east losing eu-west of us-east, eu-west, ap-southeast", "3"),
    (
      "write-after region from us-east at us-east losing eu-west of us-east, eu-west, ap-southeast",
      "220 ms"
    ),
    ("global-lead offset 500 ms", "800 ms"),
    ("global-lead offset 250 ms", "550 ms"),
    ("global-write from eu-west offset 250 ms of us-east, eu-west", "595 ms"),
    ("follower-staleness", "4.2 s"),
    ("freshest us-east to eu-west", "3.24 s"),
    ("round-trip\n us-east  to eu-west", "85 ms"),
  ])
  func `a number of the model`(text: String, shown: String) throws {
    let topology = try Samples.topology()
    let expression = try ModelExpression(
      parsing: text, topology: topology, atlas: try Samples.atlas())
    #expect(expression.value(in: topology).text == shown)
  }

  @Test(arguments: [
    ("", "no number is called ''; it must be"),
    ("comit us-east of us-east", "no number is called 'comit'; did you mean 'commit'?"),
    ("commit us-east", "this number is written {commit REGION of REGIONS}"),
    ("commit us-east from us-east", "this number is written {commit REGION of REGIONS}"),
    ("local us-east", "this number is written {local}"),
    ("round-trip us-east to mars", "no region is called 'mars'; it must be"),
    ("round-trip us-east to eu-wset", "no region is called 'eu-wset'; did you mean 'eu-west'?"),
    ("commit us-east of us-east,", "no region is called ''"),
    (
      "commit us-east of eu-west",
      "the leader is in us-east, but no voter is; add us-east to the voters"
    ),
    ("majority of 0", "0 voters; there must be 1 to 99"),
    ("light over 50000", "50000 kilometres; there must be 1 to 40000"),
    ("downtime at 99.99", "'99.99' is not read here; it must be a share such as 99.99% or 0.9999"),
    ("downtime at 101%", "'101%' is not read here; it must be a share"),
    ("downtime at 1", "'1' is not read here; it must be a share"),
    ("downtime 99.99%", "this number is written {downtime at SHARE}"),
    ("incidents of 120 at 99.99%", "'120' is not read here; it must be a time such as 30 s"),
    ("incidents of 0 s at 99.99%", "'0' is not read here; it must be a time such as 30 s"),
    ("rto for 0 incidents at 99%", "0; there must be 1 to 1000000"),
    ("series", "this number is written {series SHARES}"),
    ("available 3 of 2 at 99%", "3 of 2 cannot be; there must be 1 of 1 to 99 of them"),
    (
      "false-failover every 30 s misses 9 loss 0.1%", "that does not happen in a million years"
    ),
    (
      "drain after 60 s writing 1000 applying 900",
      "a replica that applies 900 a second never catches up with 1000"
    ),
    (
      "placed zoen at us-east of us-east, eu-west",
      "no survival goal is called 'zoen'; did you mean 'zone'?"
    ),
    ("placed region at us-east of us-east, eu-west", "surviving a region takes at least 3 regions"),
    ("copied zone at us-east of eu-west", "us-east is not in the database, whose regions are"),
    (
      "write-after zone from eu-west at us-east losing us-east of us-east, eu-west",
      "without us-east no quorum is left, so nobody writes"
    ),
    ("cost of warm", "no strategy is called 'warm'; it must be"),
    (
      "user-write home-regio from us-east home us-east of us-east",
      "no pattern is called 'home-regio'; did you mean 'home-region'?"
    ),
    ("sale from us-east", "this number is written {sale from REGION of REGIONS}"),
    ("majority of some", "some voters; there must be 1 to 99"),
    ("local in modul", "no topology is called 'modul'; did you mean 'module'?"),
    (
      "stretch us-east to us-east",
      "us-east and us-east are in one place; stretch needs a distance"
    ),
  ])
  func `a mistake in a number`(text: String, message: String) throws {
    let error = #expect(throws: ExpressionError.self) {
      try ModelExpression(
        parsing: text, topology: Samples.topology(), atlas: Samples.atlas())
    }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "accepted")")
  }

  @Test func `the document for authors lists every number, and each parses`() throws {
    let text = try #require(Repository.files(in: "docs")["docs/lesson-format.md"])
    let course = try Course(files: Repository.courseFiles())
    let topology = try course.atlas.topology(named: "module")
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `{") }
    let expressions = try rows.map { row in
      let begin = try #require(row.firstIndex(of: "{"))
      let end = try #require(row.firstIndex(of: "}"))
      return try ModelExpression(
        parsing: String(row[row.index(after: begin)..<end]), topology: topology,
        atlas: course.atlas)
    }
    #expect(Set(expressions.map(\.function)) == Set(ModelFunction.allCases))
    for (row, expression) in zip(rows, expressions) {
      #expect(row.contains("| \(expression.value(in: topology).text) |"))
    }
  }
}

struct QuantityTests {
  @Test(
    arguments: [
      (.duration(.zero), "0 ms"),
      (.duration(.microseconds(85_000)), "85 ms"),
      (.duration(.microseconds(69_650)), "69.7 ms"),
      (.duration(.microseconds(999_600)), "1 s"),
      (.duration(.microseconds(500)), "500 µs"),
      (.duration(.nanoseconds(12)), "12 ns"),
      (.duration(.milliseconds(1_500)), "1.5 s"),
      (.duration(.milliseconds(43_400)), "43.4 s"),
      (.duration(.seconds(119)), "119 s"),
      (.duration(.seconds(120)), "2 min"),
      (.duration(.seconds(7200)), "2 h"),
      (.duration(.seconds(86_400 * 30)), "30 d"),
      (.duration(.seconds(3600 * 84)), "3.5 d"),
      (.duration(.seconds(86_400 * 800)), "2 years"),
      (.share(0.999_9), "99.99 %"),
      (.share(0.999_999_999), "99.9999999 %"),
      (.share(0.999), "99.9 %"),
      (.share(0.555_55), "55.6 %"),
      (.share(0.000_298), "0.03 %"),
      (.share(0.000_000_3), "0.00003 %"),
      (.share(0), "0 %"),
      (.share(1), "100 %"),
      (.share(1.4), "140 %"),
      (.duration(.milliseconds(-40)), "-40 ms"),
      (.distance(kilometres: 15_528.4), "15,528 km"),
      (.distance(kilometres: 999.6), "1,000 km"),
      (.distance(kilometres: 7), "7 km"),
      (.ratio(1.8), "1.80×"),
      (.ratio(9.996), "10.0×"),
      (.ratio(1.005), "1.00×"),
      (.rate(perSecond: 11.764), "11.8 per second"),
      (.rate(perSecond: 1000), "1000 per second"),
      (.rate(perSecond: 12), "12 per second"),
      (.count(3), "3"),
      (.regions(["eu-west", "us-east"]), "eu-west, us-east"),
    ] as [(Quantity, String)])
  func `a quantity has three significant digits at most, and its unit`(
    quantity: Quantity, text: String
  ) {
    #expect(quantity.text == text)
  }
}
