import GeoModel

/// One breach, without the way on which it came about.
struct Breach: Hashable, CustomStringConvertible {
  let rule: ResidencyRule
  let population: String
  let region: RegionID
  let field: FieldName

  var description: String { "\(rule.rawValue) of \(population) in \(region): \(field)" }
}

/// What is where, by trying every flow on everything until nothing new comes about.
///
/// It is written from the words of `docs/design-files.md`, not from the model, and has no order.
struct ResidencyOracle {
  struct Fact: Hashable {
    let store: String
    let field: FieldName
    let form: DataForm
  }

  /// Mistakes that an auditor can make.
  enum Mistake: CaseIterable { case none, onlyOneStep, noTransforms, requestIsAccount }

  let design: Design
  var mistake = Mistake.none

  var facts: Set<Fact> {
    var facts: Set<Fact> = []
    for store in design.stores {
      for field in store.holds where design.dataClass(of: field) != .none {
        facts.insert(Fact(store: store.name, field: field, form: DataForm(key: store.key)))
      }
    }
    var isGrowing = true
    while isGrowing {
      let arrived = facts.flatMap { fact in design.flows.compactMap { arrival(of: fact, over: $0) }
      }
      isGrowing = !facts.isSuperset(of: arrived) && mistake != .onlyOneStep
      facts.formUnion(arrived)
    }
    return facts
  }

  private func arrival(of fact: Fact, over flow: Flow) -> Fact? {
    guard flow.from == fact.store, flow.fields?.contains(fact.field) != false else {
      return nil
    }
    var (isPseudonymous, group) = (fact.form.isPseudonymous, fact.form.group)
    var isReadable = [.cache, .log, .export, .support].contains(flow.kind)
    var key: String?
    if mistake != .noTransforms {
      switch flow.transform {
      case .none: break
      case .pseudonymise: (isPseudonymous, isReadable) = (true, true)
      case .aggregate(let size): (group, isReadable) = (size > group ? size : group, true)
      case .encrypt(let name): key = name
      }
    }
    let own = design.stores.first { $0.name == flow.to }?.key
    let form = DataForm(
      isPseudonymous: isPseudonymous, group: group,
      key: own ?? key ?? (isReadable ? nil : fact.form.key))
    return Fact(store: flow.to, field: fact.field, form: form)
  }

  /// Every breach of the law of the EEA that has to do with places, and of the policy.
  var breaches: Set<Breach> {
    let facts = facts.filter { $0.form.group < design.leastGroup }
    var breaches: Set<Breach> = []
    for population in design.populations where population.jurisdiction == "EEA" {
      for fact in facts {
        guard let store = design.stores.first(where: { $0.name == fact.store }) else { continue }
        for region in regions(of: store, population) {
          for rule in rules(for: store, region, population) {
            breaches.insert(
              Breach(
                rule: rule, population: population.name, region: region, field: fact.field))
          }
        }
      }
    }
    return breaches
  }

  private func regions(of store: Store, _ population: Population) -> Set<RegionID> {
    var regions = Set(store.placement.regions)
    guard store.placement.includesHome else { return regions }
    regions.formUnion(population.home)
    if design.routing != .account, mistake != .requestIsAccount {
      for other in design.populations { regions.formUnion(other.home) }
    }
    return regions
  }

  private func rules(
    for store: Store, _ region: RegionID, _ population: Population
  ) -> [ResidencyRule] {
    let place = ResidencyWorld.regions.first { $0.id == region }?.jurisdiction ?? ""
    guard place != "EEA" else { return [] }
    let claim = design.bases.first { $0.subject == .region(region) }?.ground ?? .none
    var rules: [ResidencyRule] = []
    let isAdequate = ["United Kingdom", "Brazil"].contains(place)
    switch claim {
    case .none where !isAdequate: rules = [.transferWithoutBasis]
    case .consent: rules = [.consentAsBasis]
    case .dataPrivacyFramework where place != "US": rules = [.adequacyOutOfScope]
    default: break
    }
    guard design.policy == .strictEU else { return rules }
    let isNamed = population.home.contains(region) || store.placement.regions.contains(region)
    if !isNamed { return rules + [.keyedOnRequest] }
    return rules + [region == "eu-west-2" ? .regionNameTakenForEU : .outsideEEA]
  }
}

/// Small designs, each one of its seed.
struct RandomDesign {
  private var source: SplitMix64

  init(seed: UInt64) {
    source = SplitMix64(seed: seed)
  }

  mutating func next() -> Design {
    let names = (0..<source.integer(in: 1...5)).map { "s\($0)" }
    var design = Design(
      topology: ResidencyWorld.topology, laws: ResidencyWorld.laws,
      policy: pick([.none, .strictEU]), populations: populations(),
      routing: pick([.account, .account, .geoDNS]), entities: [ResidencyWorld.user],
      stores: names.map { store($0) })
    design.stores[0].holds = [ResidencyWorld.email]
    design.keys = [EncryptionKey(name: "k", scope: .subject, placement: .home)]
    for _ in 0..<source.integer(in: 0...8) where names.count > 1 {
      let from = pick(names)
      design.flows.append(
        Flow(
          from: from, to: pick(names.filter { $0 != from }), kind: pick(Flow.Kind.allCases),
          transform: pick([
            .none, .none, .pseudonymise, .aggregate(3), .aggregate(50), .encrypt("k"),
          ]),
          fields: source.happens(0.3) ? [pick([ResidencyWorld.email, ResidencyWorld.card])] : nil))
    }
    for region in ["us-east-1", "eu-west-2", "sa-east-1"] as [RegionID] where source.happens(0.5) {
      let ground: TransferBasis.Ground = pick([
        .none, .dataPrivacyFramework, .contractualClauses, .consent,
      ])
      design.bases.append(TransferBasis(ground, for: .region(region)))
    }
    return design
  }

  private mutating func populations() -> [Population] {
    var eu = ResidencyWorld.eu
    if source.happens(0.2) { eu.home.append(pick(["eu-west-1", "eu-west-2"])) }
    return source.happens(0.5) ? [eu, ResidencyWorld.us] : [eu]
  }

  private mutating func store(_ name: String) -> Store {
    let regions = ResidencyWorld.regions.map(\.id)
    let named = (0..<source.integer(in: 1...2)).map { _ in pick(regions) }
    var store = Store(
      name: name, engine: pick([.postgres, .redis, .kafka]),
      placement: pick([
        .home, .home, Placement(regions: named), Placement(includesHome: true, regions: named),
      ]))
    if source.happens(0.3) { store.key = "k" }
    if source.happens(0.2) { store.holds = [ResidencyWorld.card] }
    return store
  }

  private mutating func pick<T>(_ items: [T]) -> T {
    items[source.integer(in: 0...items.count - 1)]
  }
}
