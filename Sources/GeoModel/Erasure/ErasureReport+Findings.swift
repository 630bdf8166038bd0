extension ErasureReport {
  /// What is wrong with the erasure: copies first, then stores, then keys.
  public var findings: [ErasureFinding] {
    copies.compactMap(finding) + design.stores.flatMap(findings) + keyFindings
  }

  private func finding(on copy: StoredCopy) -> ErasureFinding? {
    guard copy.layer != .restored, copy.layer != .resurrected else { return nil }
    guard let death = copy.death?.time else { return .neverDies(copy) }
    return death > Self.month && !isBeyondUse(copy) ? .late(copy, death: death) : nil
  }

  private func findings(on store: Store) -> [ErasureFinding] {
    let held = copies.filter { $0.store == store.name }
    guard !held.isEmpty else { return [] }
    let rule = StoreRule(store)
    let isDeleted = design.deletes(from: store.name)
    var findings: [ErasureFinding] = []
    if isDeleted, !rule.canDelete { findings.append(.noEffect(store: store.name)) }
    let open = held.filter { $0.key.flatMap { design.death(ofKey: $0) } == nil }
    guard !open.isEmpty else { return findings }
    if store.engine == .cassandra, isDeleted,
      rule.times.safeAbsence <= rule.times.hintWindow
        || open.contains(where: { $0.layer == .resurrected })
    {
      findings.append(.resurrection(store: store.name, safeAbsence: rule.times.safeAbsence))
    }
    if store.engine == .backup, !design.hasLedger { findings.append(.restore(store: store.name)) }
    return findings
  }

  private var keyFindings: [ErasureFinding] {
    design.destroyedKeys.flatMap { key in
      let backup = key.backup.map { ErasureFinding.keyBackup(key: key.name, kept: $0) }
      let shared = key.scope == .region ? ErasureFinding.sharedKey(key: key.name) : nil
      return [backup, shared].compactMap(\.self)
    }
  }
}
