import GeoModel
import Testing

/// What the law and the policy say of one store beside the profiles.
struct ResidencyAuditTests {
  @Test(
    arguments: [
      // where, on what grounds, what is wrong by law
      ("eu-west-1", nil, nil),
      ("us-east-1", nil, .transferWithoutBasis),
      ("us-east-1", TransferBasis.Ground.none, .transferWithoutBasis),
      ("us-east-1", .dataPrivacyFramework, nil),
      ("us-east-1", .contractualClauses, nil),
      ("us-east-1", .adequacy, .adequacyOutOfScope),
      ("us-east-1", .consent, .consentAsBasis),
      ("us-east-1", .derogation, .derogationAsRoutine),
      ("us-east-1", .anonymous, .calledAnonymous),
      ("eu-west-1", .anonymous, .calledAnonymous),
      ("eu-west-2", nil, nil),
      ("eu-west-2", .dataPrivacyFramework, .adequacyOutOfScope),
      ("ca-central-1", nil, .transferWithoutBasis),
      ("ca-central-1", .adequacy, nil),
      ("ap-southeast-1", .adequacy, .adequacyNotInForce),
      ("ap-southeast-1", .contractualClauses, nil),
      ("sa-east-1", .adequacy, nil),
    ] as [(RegionID, TransferBasis.Ground?, ResidencyRule?)])
  func `a place abroad needs a basis that holds`(
    region: RegionID, ground: TransferBasis.Ground?, rule: ResidencyRule?
  ) {
    let design = ResidencyWorld.design(in: region, ground: ground)
    #expect(design.brokenRules == (rule.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      ("sa-east-1", "2026-01-25", TransferBasis.Ground?.none, ResidencyRule.transferWithoutBasis),
      ("sa-east-1", "2026-01-25", .adequacy, .adequacyNotInForce),
      ("sa-east-1", "2026-01-26", nil, nil),
      ("eu-west-2", "2031-12-27", nil, nil),
      ("eu-west-2", "2031-12-28", .adequacy, .adequacyNotInForce),
      ("us-east-1", "2023-07-09", .dataPrivacyFramework, .adequacyNotInForce),
    ] as [(RegionID, String, TransferBasis.Ground?, ResidencyRule?)])
  func `a decision holds from its first day to its last`(
    region: RegionID, day: String, ground: TransferBasis.Ground?, rule: ResidencyRule?
  ) {
    var design = ResidencyWorld.design(in: region, ground: ground)
    design.day = ResidencyWorld.day(day)
    #expect(design.brokenRules == (rule.map { [$0] } ?? []))
  }

  @Test(
    arguments: [
      ("eu-west-1", nil, nil),
      ("us-east-1", TransferBasis.Ground.dataPrivacyFramework, .outsideEEA),
      ("eu-west-2", nil, .regionNameTakenForEU),
      ("sa-east-1", nil, .outsideEEA),
    ] as [(RegionID, TransferBasis.Ground?, ResidencyRule?)])
  func `the policy forbids what the law allows`(
    region: RegionID, ground: TransferBasis.Ground?, rule: ResidencyRule?
  ) {
    let lawful = ResidencyWorld.design(in: region, ground: ground)
    let strict = ResidencyWorld.design(in: region, ground: ground, policy: .strictEU)
    #expect(lawful.brokenRules == [])
    #expect(strict.brokenRules == (rule.map { [$0] } ?? []))
  }

  @Test(arguments: [
    (Flow.Transform.none, true), (.pseudonymise, true), (.aggregate(9), true),
    (.aggregate(10), false), (.aggregate(50), false), (.encrypt("key"), true),
  ])
  func `only groups that are large enough are anonymous`(
    transform: Flow.Transform, isPersonal: Bool
  ) {
    let claimed = ResidencyWorld.design(in: "us-east-1", transform: transform, ground: .anonymous)
    #expect(claimed.brokenRules.contains(.calledAnonymous) == isPersonal)
    let silent = ResidencyWorld.design(in: "us-east-1", transform: transform)
    #expect(silent.brokenRules.contains(.transferWithoutBasis) == isPersonal)
  }

  @Test func `groups below the threshold are found where they are made`() {
    var design = ResidencyWorld.design(.clickhouse, in: "eu-west-1", transform: .aggregate(5))
    #expect(design.brokenRules == [.groupTooSmall])
    design.leastGroup = 5
    #expect(design.brokenRules == [])
  }

  @Test(arguments: [
    (Store.Engine.processor, Store.Contract?.none, true), (.processor, .signed, false),
    (.log, nil, false), (.log, Store.Contract.none, true), (.log, .signed, false),
  ])
  func `another company needs a contract`(
    engine: Store.Engine, contract: Store.Contract?, isMissing: Bool
  ) {
    var design = ResidencyWorld.design(engine, in: "eu-west-1")
    design.stores[1].contract = contract
    #expect(design.brokenRules == (isMissing ? [.processorWithoutContract] : []))
  }

  @Test(arguments: [(Flow.Transform.none, true), (.pseudonymise, false), (.aggregate(50), false)])
  func `the policy keeps names out of logs`(transform: Flow.Transform, isFound: Bool) {
    let design = ResidencyWorld.design(
      .log, in: "eu-west-1", kind: .log, transform: transform, policy: .strictEU)
    #expect(design.brokenRules == (isFound ? [.personalDataInLogs] : []))
  }

  @Test func `the grounds of a store come before those of its region`() {
    var design = ResidencyWorld.design(in: "us-east-1", ground: .dataPrivacyFramework)
    design.bases.append(TransferBasis(.consent, for: .store("other")))
    #expect(design.brokenRules == [.consentAsBasis])
  }

  // MARK: - Other laws

  @Test(
    arguments: [
      ("ap-south-1", Duration?.none, []),
      ("eu-west-1", nil, [.paymentDataAbroad]),
      ("eu-west-1", .seconds(86_400), []),
      ("eu-west-1", .seconds(86_401), [.paymentDataAbroad]),
      ("ap-southeast-1", .seconds(60), [.restrictedCountry]),
    ] as [(RegionID, Duration?, [ResidencyRule])])
  func `Indian payments stay in India, and other data go where no list forbids it`(
    region: RegionID, ttl: Duration?, rules: [ResidencyRule]
  ) {
    var design = ResidencyWorld.design(
      in: region, policy: .strictEU, of: ResidencyWorld.india)
    design.stores[1].ttl = ttl
    #expect(design.brokenRules == rules)
    let fields = ResidencyAudit(design).findings.first { $0.rule == .paymentDataAbroad }?.fields
    #expect(fields == nil || fields == [ResidencyWorld.card])
  }

  @Test func `where no rule is known none is broken`() {
    let design = ResidencyWorld.design(
      .processor, in: "ap-south-1", policy: .strictEU, of: ResidencyWorld.us)
    #expect(design.brokenRules == [])
  }

  // MARK: - Routing

  @Test(arguments: [AccountRouting.geoDNS, .nearest])
  func `where requests decide, rows stray to the homes of others`(routing: AccountRouting) {
    var design = ResidencyWorld.design(in: "eu-west-1", policy: .strictEU)
    design.populations.append(ResidencyWorld.us)
    #expect(design.brokenRules == [])
    design.routing = routing
    let findings = ResidencyAudit(design).findings
    #expect(findings.map(\.rule) == [.transferWithoutBasis, .keyedOnRequest])
    let path = DataPath(hops: [.init("profiles", "us-east-1", .written)])
    #expect(findings.map(\.path) == [path, path])
  }

  @Test func `a home abroad is told once, with the fields of all stores`() {
    var design = ResidencyWorld.design(in: "eu-west-1", policy: .strictEU)
    design.populations[0].home = ["eu-central-1", "eu-west-2"]
    var second = Store(name: "cards", engine: .postgres, placement: .home)
    second.holds = [ResidencyWorld.card]
    design.stores[0].holds = [ResidencyWorld.email]
    design.stores.append(second)
    let findings = ResidencyAudit(design).findings
    #expect(findings.map(\.rule) == [.regionNameTakenForEU])
    #expect(findings[0].fields == [ResidencyWorld.email, ResidencyWorld.card])
    #expect(
      findings[0].path
        == DataPath(hops: [
          .init("profiles", "eu-central-1", .written), .init("profiles", "eu-west-2", .replicated),
        ]))
  }
}

/// Days of the calendar.
struct CalendarDayTests {
  @Test(arguments: ["2026-01-26", "2024-02-29", "2000-02-29", "0001-12-31"])
  func `a day is written as it is read`(text: String) {
    #expect(CalendarDay(text)?.description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-1-26", "26-01-2026",
    "2026-01-26 ", "", "2026-+1-26", "0000-01-01",
  ])
  func `what no calendar has is no day`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func `days are in the order of time`() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map {
      try #require(CalendarDay($0))
    }
    #expect(days.reversed().sorted() == days)
    #expect([days[2], days[0], days[3], days[1]].sorted() == days)
  }
}
