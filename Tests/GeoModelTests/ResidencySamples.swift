import GeoModel

/// A small world for designs: two regions of the EEA, and one each of other laws.
enum ResidencyWorld {
  static let regions: [(id: RegionID, jurisdiction: String)] = [
    ("eu-central-1", "EEA"), ("eu-west-1", "EEA"), ("eu-west-2", "United Kingdom"),
    ("us-east-1", "US"), ("ap-south-1", "India"), ("ap-southeast-1", "Singapore"),
    ("ca-central-1", "Canada"), ("sa-east-1", "Brazil"),
  ]

  static let topology = Topology(
    name: "world", source: "made up", local: .milliseconds(1), access: .milliseconds(5),
    regions: regions.enumerated().map { index, region in
      Region(
        id: region.id, name: region.id.name, city: region.id.name,
        place: Coordinate(latitude: 0, longitude: Double(index) * 10), country: "XX",
        jurisdiction: region.jurisdiction)
    }, roundTrips: [])

  static let laws = Laws(
    day: day("2026-11-25"),
    jurisdictions: [
      Jurisdiction(name: "EEA", transfers: .needsBasis),
      Jurisdiction(name: "India", transfers: .freeExcept(["Singapore"]), keepsPayments: true),
      Jurisdiction(name: "US", adequacy: Adequacy(scope: .certified, from: day("2023-07-10"))),
      Jurisdiction(name: "Canada", adequacy: Adequacy(scope: .commercial, from: day("2001-12-20"))),
      Jurisdiction(
        name: "United Kingdom",
        adequacy: Adequacy(
          scope: .everyone, from: day("2021-06-28"), until: day("2031-12-27"))),
      Jurisdiction(name: "Brazil", adequacy: Adequacy(scope: .everyone, from: day("2026-01-26"))),
    ])

  static func day(_ text: String) -> CalendarDay {
    guard let day = CalendarDay(text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  static let eu = Population(name: "eu", jurisdiction: "EEA", home: ["eu-central-1"])
  static let india = Population(name: "india", jurisdiction: "India", home: ["ap-south-1"])
  static let us = Population(name: "us", jurisdiction: "US", home: ["us-east-1"])

  static let email = FieldName(entity: "user", field: "email")
  static let card = FieldName(entity: "user", field: "card")

  static let user = Entity(
    name: "user", subject: "user",
    fields: [
      .init(name: "email", dataClass: .personal), .init(name: "card", dataClass: .payment),
      .init(name: "plan", dataClass: .none),
    ])

  /// Profiles at home, and another store in one region with a flow to it.
  static func design(
    _ other: Store.Engine = .postgres, in region: RegionID, kind: Flow.Kind = .export,
    transform: Flow.Transform = .none, ground: TransferBasis.Ground? = nil,
    policy: ResidencyPolicy = .none, of population: Population = eu
  ) -> Design {
    var profiles = Store(name: "profiles", engine: .postgres, placement: .home)
    profiles.holds = [email, card]
    var design = Design(
      topology: topology, laws: laws, policy: policy, populations: [population],
      entities: [user],
      stores: [
        profiles, Store(name: "other", engine: other, placement: Placement(regions: [region])),
      ],
      flows: [Flow(from: "profiles", to: "other", kind: kind, transform: transform)])
    design.bases = ground.map { [TransferBasis($0, for: .region(region))] } ?? []
    return design
  }
}

extension Design {
  /// The rules that it breaks, in the order of the findings.
  var brokenRules: [ResidencyRule] { ResidencyAudit(self).findings.map(\.rule) }
}
