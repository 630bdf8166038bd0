/// What is wrong with where a design keeps personal data: by law, and by the company's own policy.
///
/// It follows every personal field of every population to all stores and regions that it reaches,
/// and asks at each what the rules say. A simplification: the law of an account is that of its
/// population; that the GDPR also holds for what an establishment in the Union does with other
/// people's data (article 3(1)) is left out.
public struct ResidencyAudit: Sendable {
  public let design: Design
  /// By population, store and region in the order of the design.
  public let findings: [ResidencyFinding]

  public init(_ design: Design) {
    self.design = design
    findings = design.populations.flatMap { population in
      let copies = Reach(design.ofAccounts(in: population)).copies
      var audit = PopulationAudit(design, population)
      for store in design.stores {
        audit.look(at: store, with: copies.filter { $0.store.name == store.name })
      }
      return audit.findings
    }
  }
}

/// The audit of one population, store by store.
private struct PopulationAudit {
  private let design: Design
  private let population: Population
  private let law: Jurisdiction
  /// Findings about regions of the home: each is told once, at the first store, for it follows at
  /// all others.
  private var ofHome: [(rule: ResidencyRule, region: RegionID, index: Int)] = []
  private(set) var findings: [ResidencyFinding] = []

  init(_ design: Design, _ population: Population) {
    self.design = design
    self.population = population
    law = design.laws.jurisdiction(named: population.jurisdiction)
  }

  mutating func look(at store: Store, with copies: [DataCopy]) {
    let personal = copies.filter { $0.form.group < design.leastGroup }
    let regions = design.regions(of: store.placement, for: population)
    guard let home = regions.first, !personal.isEmpty else { return }
    for region in regions { look(at: region, of: store, with: personal) }
    guard law.transfers == .needsBasis else { return }
    if let claimed = regions.first(where: { design.ground(for: store, in: $0) == .anonymous }) {
      add(.calledAnonymous, personal, claimed)
    }
    if store.isProcessor, store.contract != .signed {
      add(.processorWithoutContract, personal, home)
    }
    add(.groupTooSmall, personal.filter { isTooSmallGroup($0) }, home)
    if store.engine == .log, design.policy == .strictEU {
      add(.personalDataInLogs, personal.filter { !$0.form.isPseudonymous }, home)
    }
  }

  /// Whether it was just made into numbers about groups of too few people.
  private func isTooSmallGroup(_ copy: DataCopy) -> Bool {
    if case .aggregate(let size)? = copy.flows.last?.transform {
      size < design.leastGroup
    } else {
      false
    }
  }

  private mutating func look(at region: RegionID, of store: Store, with copies: [DataCopy]) {
    let place = design.jurisdiction(of: region)
    let isAbroad = place.name != law.name
    switch law.transfers {
    case .free: break
    case .freeExcept(let restricted):
      if restricted.contains(place.name) { add(.restrictedCountry, copies, region, of: store) }
    case .needsBasis: if isAbroad { lookAtTransfer(to: region, of: store, with: copies) }
    }
    if law.keepsPayments, isAbroad, !store.forgetsWithinADay {
      let payments = copies.filter { design.dataClass(of: $0.field) == .payment }
      add(.paymentDataAbroad, payments, region, of: store)
    }
  }

  private mutating func lookAtTransfer(
    to region: RegionID, of store: Store, with copies: [DataCopy]
  ) {
    let ground = design.ground(for: store, in: region)
    if let defect = design.defect(of: ground, in: design.jurisdiction(of: region)) {
      add(defect, copies, region, of: store)
    }
    if design.policy == .strictEU {
      add(policyRule(for: region, of: store), copies, region, of: store)
    }
  }

  private func policyRule(for region: RegionID, of store: Store) -> ResidencyRule {
    if design.isStray(region, of: store.placement, for: population) { return .keyedOnRequest }
    return region.soundsEuropean ? .regionNameTakenForEU : .outsideEEA
  }

  /// Notes what is wrong in a region of a store, or where the region came with the home and it was
  /// noted before, adds the fields to that.
  private mutating func add(
    _ rule: ResidencyRule, _ copies: [DataCopy], _ region: RegionID, of store: Store
  ) {
    guard store.placement.includesHome, !store.placement.regions.contains(region) else {
      return add(rule, copies, region)
    }
    if let told = ofHome.first(where: { $0.rule == rule && $0.region == region }) {
      let fields = findings[told.index].fields
      findings[told.index].fields += copies.fields.filter { !fields.contains($0) }
    } else if !copies.isEmpty {
      ofHome.append((rule, region, findings.count))
      add(rule, copies, region)
    }
  }

  private mutating func add(_ rule: ResidencyRule, _ copies: [DataCopy], _ region: RegionID) {
    guard let shortest = copies.min(by: { $0.flows.count < $1.flows.count }) else { return }
    findings.append(
      ResidencyFinding(
        rule: rule, population: population.name, fields: copies.fields,
        path: design.path(of: shortest, to: region, for: population)))
  }
}

extension [DataCopy] {
  /// The fields in their order, each once.
  fileprivate var fields: [FieldName] {
    reduce(into: []) { fields, copy in
      if !fields.contains(copy.field) { fields.append(copy.field) }
    }
  }
}
