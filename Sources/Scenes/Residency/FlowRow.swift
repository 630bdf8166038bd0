import Content
import GeoModel

/// A store as a branch of the tree of flows.
struct FlowRow {
  /// The lines of the tree before it: `│ ├ `.
  let branch: String
  /// The lines that pass below it: `│ │`.
  let trunk: String
  /// What brings the data; `nil` where the application writes them.
  let flow: Flow?
  let store: Store
  let findings: [ResidencyFinding]
  /// The rows that lead to it, from the first one.
  let ancestors: [Int]
  /// Whether nothing that arrives can be told of a person.
  let isAnonymous: Bool

  /// `cdc → events`, or the store alone.
  var text: String { flow.map { "\($0.words) → \(store.name)" } ?? store.name }

  /// The flows of personal data as a forest: every store that the application writes to is a root,
  /// every flow one branch. What a store sends on is shown where it is named first.
  static func rows(of audit: ResidencyAudit) -> [FlowRow] {
    var forest = Forest(audit)
    for store in audit.design.stores where forest.isRoot(store) {
      forest.add(store, over: nil, branch: "", indent: "", ancestors: [])
    }
    return forest.rows
  }
}

private struct Forest {
  private let audit: ResidencyAudit
  private let copies: [DataCopy]
  private var expanded: [String] = []
  private(set) var rows: [FlowRow] = []

  init(_ audit: ResidencyAudit) {
    self.audit = audit
    copies = Reach(audit.design).copies
  }

  func isRoot(_ store: Store) -> Bool {
    copies.contains { $0.flows.isEmpty && $0.store.name == store.name }
  }

  mutating func add(
    _ store: Store, over flow: Flow?, branch: String, indent: String, ancestors: [Int]
  ) {
    let flows = expanded.contains(store.name) ? [] : personalFlows(from: store)
    rows.append(
      FlowRow(
        branch: branch, trunk: indent + (flows.isEmpty ? "" : "│"), flow: flow, store: store,
        findings: audit.findings.filter { finding in
          finding.path.store == store.name && finding.path.lastFlow == flow
        }, ancestors: ancestors,
        isAnonymous: copies.filter { $0.store.name == store.name }
          .allSatisfy { $0.form.group >= audit.design.leastGroup }))
    expanded.append(store.name)
    let path = ancestors + [rows.count - 1]
    for (index, flow) in flows.enumerated() {
      guard let target = audit.design.store(named: flow.to) else { continue }
      let isLast = index == flows.count - 1
      add(
        target, over: flow, branch: indent + (isLast ? "└ " : "├ "),
        indent: indent + (isLast ? "  " : "│ "), ancestors: path)
    }
  }

  private func personalFlows(from store: Store) -> [Flow] {
    let fields = copies.filter { $0.store.name == store.name }.map(\.field)
    return audit.design.flows.filter { flow in
      flow.from == store.name && fields.contains(where: flow.carries)
    }
  }
}

extension DataPath {
  fileprivate var lastFlow: Flow? {
    if case .flow(let flow)? = hops.last?.arrival { flow } else { nil }
  }
}
