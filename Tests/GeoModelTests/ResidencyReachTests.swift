import GeoModel
import Testing

/// Reachability and the audit against a program that was written without them.
struct ResidencyReachTests {
  private static let seeds: [UInt64] = [1, 2, 3, 5, 8, 13, 21, 34]
  private static let designsPerSeed = 150

  private static func designs(_ seed: UInt64) -> [Design] {
    var random = RandomDesign(seed: seed)
    return (0..<designsPerSeed).map { _ in random.next() }
  }

  @Test(arguments: seeds)
  func `every store is reached in the forms in which trial and error reaches it`(seed: UInt64) {
    for design in Self.designs(seed) {
      let copies = Reach(design).copies
      let facts = copies.map {
        ResidencyOracle.Fact(store: $0.store.name, field: $0.field, form: $0.form)
      }
      #expect(Set(facts) == ResidencyOracle(design: design).facts)
      #expect(Set(facts).count == facts.count, "nothing is told twice")
    }
  }

  @Test(arguments: seeds)
  func `the audit finds what trial and error finds`(seed: UInt64) {
    for design in Self.designs(seed) {
      #expect(Self.breaches(of: design) == ResidencyOracle(design: design).breaches)
    }
  }

  @Test(arguments: ResidencyOracle.Mistake.allCases.filter { $0 != .none })
  func `an auditor who forgets something is caught`(mistake: ResidencyOracle.Mistake) {
    let caught = Self.seeds.flatMap(Self.designs).count { design in
      Self.breaches(of: design) != ResidencyOracle(design: design, mistake: mistake).breaches
    }
    #expect(caught > 20)
  }

  @Test(arguments: seeds)
  func `a path follows flows that carry the field, from where it is written`(seed: UInt64) {
    for design in Self.designs(seed) {
      for finding in ResidencyAudit(design).findings {
        let hops = finding.path.hops
        let origin = design.store(named: hops[0].store)
        #expect(hops[0].arrival == .written)
        #expect(finding.fields.contains { origin?.holds.contains($0) == true })
        for (last, hop) in zip(hops, hops.dropFirst()) {
          switch hop.arrival {
          case .flow(let flow):
            #expect(design.flows.contains(flow))
            #expect(flow.from == last.store && flow.to == hop.store)
            #expect(finding.fields.contains(where: flow.carries))
          case .replicated: #expect(hop.store == last.store && hop.region != last.region)
          case .written: Issue.record("it is written in the middle of its way")
          }
        }
      }
    }
  }

  @Test func `the shortest way is told`() {
    var design = ResidencyWorld.design(in: "us-east-1")
    design.stores.insert(
      Store(name: "between", engine: .kafka, placement: .home), at: 1)
    design.flows.insert(Flow(from: "profiles", to: "between", kind: .cdc), at: 0)
    design.flows.insert(Flow(from: "between", to: "other", kind: .export), at: 1)
    #expect(
      ResidencyAudit(design).findings.map(\.path.hops.count) == [2])
  }

  @Test func `a copy of bytes stays encrypted, and what is read is not`() {
    var design = ResidencyWorld.design(.backup, in: "eu-west-1", kind: .backup)
    design.stores[0].key = "k"
    #expect(Reach(design).copies.map(\.form.key) == ["k", "k", "k", "k"])
    design.flows[0].kind = .cache
    #expect(Reach(design).copies.map(\.form.key) == ["k", nil, "k", nil])
  }

  private static func breaches(of design: Design) -> Set<Breach> {
    let rules: [ResidencyRule] = [.calledAnonymous, .groupTooSmall, .paymentDataAbroad]
    return Set(
      ResidencyAudit(design).findings.filter { !rules.contains($0.rule) }.flatMap { finding in
        finding.fields.map {
          Breach(
            rule: finding.rule, population: finding.population, region: finding.path.region,
            field: $0)
        }
      })
  }
}
