import GeoModel

extension ResidencyFinding {
  /// The fields, the first three of them by name: `user.email`, `tweet.text and 2 more`.
  package var fieldText: String {
    let names = fields.prefix(3).map(\.description)
    guard fields.count > 3 else { return phrase(names) }
    return "\(names.joined(separator: ", ")) and \(fields.count - 3) more"
  }

  private func phrase(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What is wrong, as a whole sentence.
  package func sentence(in design: Design) -> String {
    let place = design.jurisdiction(of: path.region)
    let there = "\(path.store) in \(path.region)"
    let data = "\(fieldText) of \(population) accounts"
    return switch rule {
    case .transferWithoutBasis:
      "\(data) \(reach) \(there), under the law of \(place.phrase), and no basis is claimed."
    case .adequacyNotInForce:
      "\(data) \(reach) \(there); \(decision(about: place, on: design.day))."
    case .adequacyOutOfScope: "\(data) \(reach) \(there); \(scope(of: place))."
    case .consentAsBasis:
      "\(data) \(reach) \(there) on consent, which is for single transfers, not for a standing copy."
    case .derogationAsRoutine:
      "\(data) \(reach) \(there) on a derogation, which is for single cases, not for a routine."
    case .calledAnonymous:
      "\(data) in \(there) are called anonymous; \(whyPersonal), so they are personal data."
    case .groupTooSmall:
      "\(there) has numbers about groups of \(smallestGroup); below \(design.leastGroup) people, "
        + "\(fieldText) can be told of one of them."
    case .processorWithoutContract:
      "\(data) \(reach) \(there), which another company runs, and there is no contract with it."
    case .restrictedCountry:
      "\(data) \(reach) \(there), and \(place.phrase) is on the list of restricted countries."
    case .paymentDataAbroad:
      "\(data) \(reach) \(there); payment data may be stored only in India."
    case .outsideEEA: "\(data) \(reach) \(there), under the law of \(place.phrase)."
    case .regionNameTakenForEU:
      "\(data) \(reach) \(there), which is in \(place.phrase), not in the EEA, whatever its name."
    case .keyedOnRequest:
      "\(data) \(reach) \(there) when their holders travel, for requests decide where rows lie."
    case .personalDataInLogs: "\(data) \(reach) \(there), where names are rarely needed."
    }
  }

  private var reach: String { fields.count == 1 ? "reaches" : "reach" }

  private func decision(about place: Jurisdiction, on day: CalendarDay) -> String {
    guard let adequacy = place.adequacy else {
      return "the Commission has decided nothing about \(place.phrase)"
    }
    return day < adequacy.from
      ? "the decision about \(place.phrase) holds from \(adequacy.from) on, and it is \(day)"
      : "the decision about \(place.phrase) has ended, and it is \(day)"
  }

  private func scope(of place: Jurisdiction) -> String {
    place.adequacy?.scope == .certified
      ? "the decision about \(place.phrase) covers only recipients that are certified"
      : "dpf covers recipients in the US, and this is \(place.phrase)"
  }

  private var whyPersonal: String {
    path.hops.contains { $0.arrival.transform == .pseudonymise }
      ? "whoever has the table can put the names back" : "nothing was done to them"
  }

  /// The size to which the last flow reduced them.
  private var smallestGroup: Int {
    if case .aggregate(let size)? = path.hops.last?.arrival.transform { size } else { 1 }
  }

  /// One step towards a design without the finding.
  package func remedy(in design: Design) -> String {
    switch rule {
    case .transferWithoutBasis:
      "keep \(path.store) in the EEA, or claim a basis that holds: "
        + (design.jurisdiction(of: path.region).adequacy?.scope.grounds ?? "scc")
    case .adequacyNotInForce: "claim scc with an assessment of the transfer, or stay in the EEA"
    case .adequacyOutOfScope:
      design.jurisdiction(of: path.region).adequacy?.scope == .certified
        ? "claim dpf if the recipient is certified, or scc" : "claim scc, or stay in the EEA"
    case .consentAsBasis, .derogationAsRoutine:
      "claim a basis that can last, such as scc, or keep \(path.store) in the EEA"
    case .calledAnonymous:
      "aggregate to groups of at least \(design.leastGroup), or treat them as personal data"
    case .groupTooSmall: "aggregate to groups of at least \(design.leastGroup)"
    case .processorWithoutContract: "sign the contract of article 28: 'contract: signed'"
    case .restrictedCountry: "keep \(path.store) out of that country"
    case .paymentDataAbroad:
      "store it in India alone; what is processed abroad must be gone within 24 h (a ttl)"
    case .outsideEEA, .regionNameTakenForEU: "choose regions of the EEA for \(path.store)"
    case .keyedOnRequest: "route by the account: 'routing: account'"
    case .personalDataInLogs: "leave the fields out of the flow, or pseudonymise it"
    }
  }
}

extension DataPath.Hop.Arrival {
  fileprivate var transform: Flow.Transform? {
    if case .flow(let flow) = self { flow.transform } else { nil }
  }
}

extension Adequacy.Scope {
  /// What can be claimed where a decision has this scope.
  fileprivate var grounds: String {
    switch self {
    case .everyone: "scc"
    case .certified: "dpf if the recipient is certified, else scc"
    case .commercial: "adequacy if the recipient is a commercial organisation, else scc"
    }
  }
}
