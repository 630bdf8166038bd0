/// What becomes of every copy of a person's data once he asks for erasure.
public struct ErasureReport: Equatable, Sendable {
  /// A store whose data stay, because a law wants them kept or allows it (GDPR, article 17(3)).
  public struct Kept: Equatable, Sendable {
    public let store: String
    public let reason: String
  }

  /// The time in which an erasure must be done: one month (GDPR, article 12(3)), here of 30 days;
  /// two more are possible where requests are many or difficult.
  public static let month = Duration.days(30)

  public let design: Design
  public let circumstances: ErasureCircumstances
  /// In the order of the design's stores; those that are kept are left out.
  public let copies: [StoredCopy]
  public let kept: [Kept]

  public init(_ design: Design, _ circumstances: ErasureCircumstances = ErasureCircumstances()) {
    self.design = design
    self.circumstances = circumstances
    let reach = Reach(design)
    let keys = { (store: String) in reach.keys(in: store, leastGroup: design.leastGroup) }
    kept = design.erasure.compactMap { action in
      guard case .keep(let store, let reason) = action, !keys(store).isEmpty else {
        return nil
      }
      return Kept(store: store, reason: reason)
    }
    let keptStores = kept.map(\.store)
    copies = design.stores.filter { !keptStores.contains($0.name) }.flatMap {
      ErasedStore($0, in: design, circumstances, keys: keys).copies
    }
  }

  /// The time at which the last copy is gone; `nil` when one never goes, zero without copies.
  public var end: Duration? {
    let deaths = copies.map(\.death?.time)
    return deaths.contains(nil) ? nil : deaths.compactMap(\.self).max() ?? .zero
  }

  /// The copies that are there to the last.
  public var lastCopies: [StoredCopy] { copies.filter { $0.death?.time == end } }

  /// The copies that can be read at a moment after the request.
  public func readable(at time: Duration) -> [StoredCopy] {
    copies.filter { $0.isReadable(at: time) }
  }

  /// The stores with data that are encrypted with a key, or with one that it wraps.
  public func stores(sealedWith key: String) -> [String] {
    copies.filter { copy in
      copy.key.map { $0 == key || design.key(named: $0)?.wrappedBy == key } ?? false
    }.map(\.store).reduce(into: []) { stores, store in
      if stores.last != store { stores.append(store) }
    }
  }

  /// Whether a copy is put beyond use: a backup that nobody reads unless it is restored, and what is
  /// restored is erased again.
  ///
  /// Authorities accept that such a copy waits for its end (ICO, "Right to erasure").
  public func isBeyondUse(_ copy: StoredCopy) -> Bool {
    design.store(named: copy.store)?.engine == .backup && design.hasLedger
  }
}

extension Design {
  /// Whether erasures are written into a list that every restore replays.
  public var hasLedger: Bool { erasure.contains(.ledger) }

  /// The keys that the erasure destroys.
  public var destroyedKeys: [EncryptionKey] {
    keys.filter { erasure.contains(.destroy(key: $0.name)) }
  }

  /// The same design, erasing without the destruction of keys.
  public var withoutShredding: Design {
    var design = self
    design.erasure.removeAll { if case .destroy = $0 { true } else { false } }
    return design
  }

  /// Whether the erasure tells a store to delete.
  func deletes(from store: String) -> Bool {
    erasure.contains { action in
      switch action {
      case .delete(store), .purge(store), .notify(store): true
      case .delete, .purge, .notify, .destroy, .keep, .ledger: false
      }
    }
  }
}
