import Content
import GeoModel
import Testing

private enum Mode: String, CaseIterable { case synchronous, asynchronous }

struct ArgumentsTests {
  @Test func `every kind of argument is read`() throws {
    let topology = try Samples.topology()
    var arguments = try Arguments(
      Samples.directive(
        """
        ask: How long?
        w: 2
        share: 0.25
        strict: true
        lease: 1.5 s
        mode: asynchronous
        list: [a b, c]
        commas: a b, c
        home: eu-west
        voters: us-east, us-east
        mistakes: {furthest: "all, not most", zero: none}
        """))
    #expect(try arguments.string("ask") == "How long?")
    #expect(try arguments.optionalString("hint") == nil)
    #expect(try arguments.integer("w", in: 1...3) == 2)
    #expect(try arguments.integer("r", in: 1...3, default: 1) == 1)
    #expect(try arguments.decimal("share", in: 0...1) == 0.25)
    #expect(try arguments.flag("strict", default: false))
    #expect(try arguments.duration("lease") == .milliseconds(1500))
    #expect(try arguments.choice("mode") == Mode.asynchronous)
    #expect(try arguments.strings("list") == ["a b", "c"])
    #expect(try arguments.strings("commas") == ["a b", "c"])
    #expect(try arguments.optionalStrings("faults") == nil)
    #expect(try arguments.region("home", of: topology) == "eu-west")
    #expect(try arguments.region("away", of: topology, default: "us-east") == "us-east")
    #expect(try arguments.regions("voters", of: topology) == ["us-east", "us-east"])
    #expect(try arguments.optionalRegions("lost", of: topology) == nil)
    let pairs = try arguments.pairs("mistakes")
    #expect(pairs.map(\.key) == ["furthest", "zero"])
    #expect(pairs.map(\.value) == ["all, not most", "none"])
    try arguments.finish()
  }

  @Test func `an empty body has no arguments`() throws {
    try Arguments(Samples.directive("")).finish()
    try Arguments(Samples.directive("# only a comment")).finish()
  }

  @Test(arguments: [
    // body, the entries, where each of them begins
    ("history: A send, merge", ["A send", "merge"], ["11:10", "11:18"]),
    ("history:   A send ,  merge", ["A send", "merge"], ["11:12", "11:22"]),
    ("history: [A send, merge]", ["A send", "merge"], ["11:11", "11:19"]),
    ("w: 1\nhistory:\n  - A send\n  - merge", ["A send", "merge"], ["13:5", "14:5"]),
    ("history: merge", ["merge"], ["11:10"]),
  ])
  func `every entry of a list knows its place`(
    body: String, texts: [String], places: [String]
  ) throws {
    var arguments = try Arguments(Samples.directive(body))
    let items = try #require(try arguments.items("history"))
    #expect(items.map(\.text) == texts)
    #expect(
      items.map { arguments.failure(at: $0, "wrong").description }
        == places.map { "lessons/02-x.md:\($0): error: wrong" })
    #expect(try arguments.items("nothing")?.count == nil)
  }

  @Test func `the topology is the named one, or else the lesson's`() throws {
    let atlas = try Samples.atlas()
    var named = try Arguments(Samples.directive("topology: module:p90"))
    #expect(try named.topology(from: atlas, default: "module").percentile == "p90")
    var unnamed = try Arguments(Samples.directive(""))
    #expect(try unnamed.topology(from: atlas, default: "module").percentile == nil)
  }

  @Test func `an argument knows its place, and one that is not given has the fence's`() throws {
    let arguments = try Arguments(Samples.directive("a: 1\nlonger: 2"))
    #expect(arguments.location(of: "longer") == (12, 9))
    #expect(arguments.location(of: "missing") == (10, 1))
    #expect(
      arguments.failure("a", "wrong").description == "lessons/02-x.md:11:4: error: wrong")
  }

  @Test(arguments: [
    ("quorun: 2", "11:9: error: no argument is called 'quorun'; did you mean 'quorum'?"),
    ("zeal: 2", "11:7: error: no argument is called 'zeal'; it must be quorum or leader"),
  ])
  func `an argument that nobody reads is refused`(body: String, message: String) {
    let mistake = Samples.mistake(in: body) { (arguments) throws(Diagnostic) in
      _ = try arguments.optionalString("quorum")
      _ = try arguments.optionalString("leader")
    }
    #expect(mistake == message)
  }

  @Test(arguments: [
    ("", "10:1: error: 'w' is missing; it must be 1 to 3"),
    ("w: 9", "11:4: error: w is 9; it must be 1 to 3"),
    ("w: two", "11:4: error: w is two; it must be 1 to 3, a whole number"),
    ("w:", "11:3: error: w has no value; give it one or remove the line"),
    ("w: [1]", "11:4: error: w must be one value; put quotes around a text with brackets"),
    ("w: 1\nw: 2", "11:1: error: 'w' is given again below; keep one of the two"),
    ("- 1", "11:1: error: this must be lines such as 'key: value'"),
    (
      "v: a: b",
      "11:5: error: this is not YAML: mapping values are not allowed in this context; "
        + "put quotes around a value with a colon in it"
    ),
    ("w: *x", "11:4: error: this is not YAML: found undefined alias"),
  ])
  func `a mistake in a whole number`(body: String, message: String) {
    let mistake = Samples.mistake(in: body) { (arguments) throws(Diagnostic) in
      _ = try arguments.integer("w", in: 1...3)
    }
    #expect(mistake == message)
  }

  @Test(arguments: [
    ("", "10:1: error: 'lease' is missing; it must be a time such as 40 ms, 1.5 s or 2 min"),
    ("leas: 1", "11:7: error: 'lease' is missing; is it meant by 'leas'?"),
    ("lease: 40", "11:8: error: lease is 40; it must be a time such as 40 ms, 1.5 s or 2 min"),
  ])
  func `a mistake in a time`(body: String, message: String) {
    let mistake = Samples.mistake(in: body) { (arguments) throws(Diagnostic) in
      _ = try arguments.duration("lease")
    }
    #expect(mistake == message)
  }

  @Test(arguments: [
    ("", "10:1: error: 'mode' is missing; it must be synchronous or asynchronous"),
    ("mode: asynchronus", "11:7: error: mode is asynchronus; did you mean 'asynchronous'?"),
    ("mode: eager", "11:7: error: mode is eager; it must be synchronous or asynchronous"),
  ])
  func `a mistake in a choice`(body: String, message: String) {
    let mistake = Samples.mistake(in: body) { (arguments) throws(Diagnostic) in
      _ = try arguments.choice("mode") as Mode
    }
    #expect(mistake == message)
  }

  @Test(arguments: [
    ("", "10:1: error: 'voters' is missing; it must be regions of Three regions"),
    (
      "voters: us-east, eu-wset",
      "11:18: error: no region is called 'eu-wset'; did you mean 'eu-west'?"
    ),
    (
      "voters: [us-east,\n  mars]",
      "12:3: error: no region is called 'mars'; it must be us-east, eu-west or ap-southeast"
    ),
    (
      "voters: us-east,, eu-west",
      "11:9: error: voters has an empty entry; divide entries by one comma"
    ),
    ("voters:\n  - {a: b}", "12:3: error: entry 1 of voters is not a text; put quotes around it"),
  ])
  func `a mistake in a list of regions`(body: String, message: String) throws {
    let topology = try Samples.topology()
    let mistake = Samples.mistake(in: body) { (arguments) throws(Diagnostic) in
      _ = try arguments.regions("voters", of: topology)
    }
    #expect(mistake == message)
  }

  @Test(arguments: [
    ("right: 1", "11:8: error: right must be a mapping such as {a: text}"),
    (
      "right: {a: [1]}",
      "11:8: error: right must map names to texts; put quotes around a text with brackets"
    ),
  ])
  func `a mistake in a nested mapping`(body: String, message: String) {
    let mistake = Samples.mistake(in: body) { (arguments) throws(Diagnostic) in
      _ = try arguments.pairs("right")
    }
    #expect(mistake == message)
  }

  @Test(arguments: [
    ("flag: yes", "11:7: error: flag is yes; it must be true or false"),
    ("share: 2", "11:8: error: share is 2; it must be 0.0 to 1.0"),
    ("topology: modul", "11:11: error: no topology is called 'modul'; did you mean 'module'?"),
  ])
  func `a mistake in other values`(body: String, message: String) throws {
    let atlas = try Samples.atlas()
    let mistake = Samples.mistake(in: body) { (arguments) throws(Diagnostic) in
      _ = try arguments.flag("flag", default: true)
      _ = try arguments.decimal("share", in: 0...1, default: 0)
      _ = try arguments.topology(from: atlas, default: "module")
    }
    #expect(mistake == message)
  }
}

struct AuthoredDurationTests {
  @Test(
    arguments: [
      ("40 ms", .milliseconds(40)), ("40ms", .milliseconds(40)), ("1.5 s", .milliseconds(1500)),
      ("2 min", .seconds(120)), ("1.5 h", .seconds(5400)), ("7 d", .seconds(604_800)),
      ("0.5 µs", .nanoseconds(500)), ("3 us", .microseconds(3)), ("0 ms", .zero),
    ] as [(String, Duration)])
  func `a time with its unit is exact`(text: String, duration: Duration) {
    #expect(Duration(authored: text) == duration)
  }

  @Test(arguments: [
    "", "40", "ms", "-1 ms", "1,5 s", "1.5.2 s", ". s", "1. s", "1e3 ms", "40 mss", "0.1 ns",
    "9999999999 s", "0.123456789 d", "٣ ms",
  ])
  func `anything else is no time`(text: String) {
    #expect(Duration(authored: text) == nil)
  }
}
