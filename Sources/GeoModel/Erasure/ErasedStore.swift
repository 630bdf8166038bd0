/// The copies of one store of a design, with everything that ends them.
struct ErasedStore {
  private let store: Store
  private let design: Design
  private let circumstances: ErasureCircumstances
  /// Under which keys a store has personal data.
  private let keys: (String) -> [String?]

  init(
    _ store: Store, in design: Design, _ circumstances: ErasureCircumstances,
    keys: @escaping (String) -> [String?]
  ) {
    self.store = store
    self.design = design
    self.circumstances = circumstances
    self.keys = keys
  }

  var copies: [StoredCopy] {
    keys(store.name).flatMap { key in
      let lasting = StoreRule(store).copies(
        in: store.name, deleted: design.deletes(from: store.name) ? .zero : nil)
      return (lasting + resurrected).map { sealed($0, with: key) }
    }
      + restored
  }

  /// A key that is gone closes a copy, at the earliest when the copy comes to be.
  private func sealed(_ copy: StoredCopy, with key: String?) -> StoredCopy {
    guard let key else { return copy }
    let death = design.death(ofKey: key).map { Death(.keyDeath, at: max($0, copy.birth)) }
    return StoredCopy(
      store: copy.store, layer: copy.layer, birth: copy.birth, key: key,
      ends: copy.ends + [death].compactMap(\.self))
  }

  /// What a replica brings back that was away when the row was deleted.
  private var resurrected: [StoredCopy] {
    guard store.engine == .cassandra, design.deletes(from: store.name),
      let comeback = TombstoneRun(StoreTimes(store), away: circumstances.away).comeback
    else { return [] }
    let ends = store.ttl.map { [Death(.retention, at: max($0, comeback))] } ?? []
    return [StoredCopy(store: store.name, layer: .resurrected, birth: comeback, ends: ends)]
  }

  /// What comes back when a backup of the store is restored that is older than the request.
  private var restored: [StoredCopy] {
    guard let restore = circumstances.restore, restore <= circumstances.backupAge else { return [] }
    let backups = design.flows.filter { $0.from == store.name }.map(\.to)
      .compactMap { design.store(named: $0) }
      .filter { backup in
        backup.engine == .backup
          && backup.retention.map { $0 >= circumstances.backupAge } != false
      }
    return backups.flatMap { backup in
      keys(backup.name).map { key in
        let ends = design.hasLedger ? [Death(.deletion, at: restore)] : []
        return sealed(
          StoredCopy(store: store.name, layer: .restored, birth: restore, ends: ends), with: key)
      }
    }
  }
}
