import GeoModel
import Yams

extension DesignReader {
  private static let flowForm = "{from: posts, to: warehouse, kind: export, transform: none}"
  private static let mostFlows = 200

  func flows(
    _ arguments: inout Arguments, _ mistakes: inout [Diagnostic]
  ) throws(Diagnostic) -> [Flow] {
    guard let node = arguments.node("flows") else { return [] }
    guard let sequence = node.sequence, sequence.count <= Self.mostFlows else {
      throw arguments.failure(
        "flows", "flows must be at most \(Self.mostFlows) entries such as '- \(Self.flowForm)'")
    }
    let yaml = YAMLReader(file: arguments.file, linesAbove: 0)
    var flows: [Flow] = []
    for node in sequence {
      do throws(Diagnostic) {
        flows.append(try flow(node, yaml))
      } catch {
        mistakes.append(error)
      }
    }
    return flows
  }

  private func flow(_ node: Node, _ yaml: YAMLReader) throws(Diagnostic) -> Flow {
    guard let mapping = node.mapping else {
      throw yaml.failure(node.mark, "a flow is written \(Self.flowForm)")
    }
    var arguments = try Arguments(mapping, yaml)
    let from = try storeName("from", &arguments)
    let to = try storeName("to", &arguments)
    guard from != to else {
      throw arguments.failure(
        "to", "the flow ends where it begins; the regions of \(from) say where its copies are")
    }
    let flow = Flow(
      from: from, to: to, kind: try arguments.choice("kind"),
      transform: try transform(&arguments), fields: try fieldNames("fields", &arguments))
    try arguments.finish()
    return flow
  }

  private func storeName(
    _ key: String, _ arguments: inout Arguments
  ) throws(Diagnostic) -> String {
    guard let item = try arguments.optionalItem(key) else {
      throw arguments.missing(key, "it must be a store")
    }
    return try knownStore(item, arguments)
  }

  private func transform(_ arguments: inout Arguments) throws(Diagnostic) -> Flow.Transform {
    let text = try arguments.value("transform") ?? "none"
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("none", 1): return .none
    case ("pseudonymise", 1): return .pseudonymise
    case ("aggregate", 2):
      if let size = Int(words[1]), (1...1_000_000).contains(size) { return .aggregate(size) }
    case ("encrypt", 2):
      let place = arguments.location(of: "transform")
      let item = Arguments.Item(text: words[1], line: place.line, column: place.column)
      return .encrypt(try keys.known(item, arguments))
    default: break
    }
    throw arguments.failure(
      "transform",
      "transform is \(text); it must be none, pseudonymise, aggregate 50 or encrypt KEY")
  }

  // MARK: - Bases

  /// `{us-east-1: dpf, help-desk: scc}`.
  func bases(_ arguments: inout Arguments) throws(Diagnostic) -> [TransferBasis] {
    guard let node = arguments.node("bases") else { return [] }
    guard let mapping = node.mapping else {
      throw arguments.failure("bases", "bases must be lines such as 'us-east-1: dpf'")
    }
    let names = mapping.keys.compactMap(\.scalar?.string)
    var grounds = try Arguments(mapping, YAMLReader(file: arguments.file, linesAbove: 0))
    var bases: [TransferBasis] = []
    for name in names {
      let ground = try grounds.choice(name, default: TransferBasis.Ground?.none)
      bases.append(TransferBasis(ground, for: try subject(name, grounds)))
    }
    return bases
  }

  private func subject(
    _ name: String, _ arguments: borrowing Arguments
  ) throws(Diagnostic) -> TransferBasis.Subject {
    if topology.index(of: RegionID(name)) != nil { return .region(RegionID(name)) }
    if storeNames.contains(name) { return .store(name) }
    let known = storeNames + topology.regions.map(\.id.name)
    let remedy = nearest(to: name, in: known).map { "did you mean '\($0)'?" }
    throw arguments.failure(
      name,
      "no store and no region is called '\(name)'; \(remedy ?? "a basis is given for one of them")")
  }

  // MARK: - Erasure

  private enum Verb: String, CaseIterable { case delete, purge, destroy, notify, keep, ledger }

  func erasure(
    _ arguments: inout Arguments, _ mistakes: inout [Diagnostic]
  ) throws(Diagnostic) -> [ErasureAction] {
    let items = try arguments.items("erasure") ?? []
    guard items.count <= Self.mostFlows else {
      throw arguments.failure("erasure", "erasure must be at most \(Self.mostFlows) steps")
    }
    var actions: [ErasureAction] = []
    for item in items {
      do throws(Diagnostic) {
        actions.append(try action(item, arguments))
      } catch {
        mistakes.append(error)
      }
    }
    return actions
  }

  private func action(
    _ item: Arguments.Item, _ arguments: borrowing Arguments
  ) throws(Diagnostic) -> ErasureAction {
    let words = item.text.split(separator: " ").map(String.init)
    guard let verb = Verb(rawValue: words[0]) else {
      let remedy = suggestion(for: words[0], in: Verb.allCases.map(\.rawValue))
      throw arguments.failure(at: item, "no step is called '\(words[0])'; \(remedy)")
    }
    let isComplete = verb == .keep ? words.count >= 3 : words.count == (verb == .ledger ? 1 : 2)
    guard isComplete else {
      throw arguments.failure(at: item, "'\(item.text)' must be written \(form(of: verb))")
    }
    guard verb != .ledger else { return .ledger }
    let object = Arguments.Item(
      text: words[1], line: item.line, column: item.column + verb.rawValue.count + 1)
    let name =
      try verb == .destroy
      ? keys.known(object, arguments) : knownStore(object, arguments)
    return switch verb {
    case .delete: .delete(store: name)
    case .purge: .purge(store: name)
    case .destroy: .destroy(key: name)
    case .notify: .notify(store: name)
    case .keep: .keep(store: name, reason: words.dropFirst(2).joined(separator: " "))
    case .ledger: .ledger
    }
  }

  private func form(of verb: Verb) -> String {
    switch verb {
    case .delete, .purge, .notify: "\(verb) STORE"
    case .destroy: "destroy KEY"
    case .keep: "keep STORE and the reason"
    case .ledger: "ledger"
    }
  }
}
