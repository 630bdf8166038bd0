import Content
import Drawing
import GeoModel

/// Scarce stock sold in several regions: by what each believes is left, and by what each holds.
///
/// Arguments: those of ``ReplicaScene``, and `stock`; a client can `sell`, `sell 3` and `give 2 B`.
struct EscrowScene: ReplicaSubject {
  private static let mostStock = 99

  private let stock: Int
  private let names: [ReplicaID]

  static func stage(_ scene: SceneArguments) throws(Diagnostic) -> any Scene {
    var arguments = try Arguments(scene.directive)
    let stock = try arguments.integer("stock", in: 1...mostStock, default: 6)
    let replicas = try arguments.replicaNames()
    let staged = try ReplicaScene(EscrowScene(stock: stock, names: replicas), &arguments)
    try arguments.finish()
    return staged
  }

  let question = "Who may sell the last one?"

  var opening: String {
    "\(stock) units. By the local view all see them; by escrow each holds a part of them."
  }

  var initial: Shop { Shop(stock: stock, replicas: names) }

  // MARK: - Acting

  let acts = [
    Act("a", "sell one at the replica", word: "sell"),
    Act("r", "give half of what it holds to the next replica", word: "give"),
  ]
  let usage = "sell, sell N or give N REPLICA"

  func update(_ words: [String], at site: ReplicaSite<Shop>) -> Shop.Update? {
    let amount = words.count > 1 ? Int(words[1]) : 1
    guard let amount, (1...Self.mostStock).contains(amount) else { return nil }
    return switch (words[0], words.count) {
    case ("sell", 1...2): .sell(amount)
    case ("give", 3) where site.others.contains(ReplicaID(words[2])):
      .give(amount, to: ReplicaID(words[2]))
    default: nil
    }
  }

  func words(for stroke: Stroke, with targets: [Knob], at site: ReplicaSite<Shop>) -> String? {
    let held = site.state.escrow.available(at: ReplicaID(site.name))
    let next = names[(site.place + 1) % names.count]
    return switch stroke {
    case .act("a"): "sell"
    case .act("r"): held > 0 ? "give \((held + 1) / 2) \(next)" : nil
    default: nil
    }
  }

  func sentence(of deed: ReplicaDeed<Shop>) -> String {
    let (name, replica) = (deed.site.name, ReplicaID(deed.site.name))
    switch deed.update {
    case .give(let amount, let receiver):
      return deed.after == deed.site.state
        ? "\(name) cannot give \(amount): it does not hold them."
        : "\(name) gives \(amount) to \(receiver), who has them when the message arrives."
    case .sell(let amount):
      let refused = deed.after.refused(at: replica) - deed.site.state.refused(at: replica)
      let sold = deed.after.soldLocally(at: replica) - deed.site.state.soldLocally(at: replica)
      return "\(name) is asked for \(amount). The local view sells \(sold), escrow "
        + (refused == 0 ? "as well." : "\(amount - refused): it holds no more.")
    }
  }

  // MARK: - Drawing

  func rows(of place: Int, in gossip: Gossip<Shop>) -> [StyledText] {
    let (state, name) = (gossip.replicas[place], gossip.names[place])
    let refused = state.refused(at: name)
    return [
      StyledText("local view  ", style: .faint)
        + StyledText("sees \(Quantity.count(state.local.value).text)".padded(to: 9))
        + StyledText("sold \(state.soldLocally(at: name))"),
      StyledText("escrow      ", style: .faint)
        + StyledText("holds \(state.escrow.available(at: name))".padded(to: 9))
        + StyledText("sold \(state.soldByEscrow(at: name))"),
      refused == 0
        ? "" : StyledText("            refused \(refused)"),
    ]
  }

  func label(of state: Shop) -> String { "\(Quantity.count(state.local.value).text) left" }

  func conclusions(on gossip: Gossip<Shop>) -> [StyledText] {
    let owners = zip(gossip.names, gossip.replicas)
    let local = owners.reduce(0) { $0 + $1.1.soldLocally(at: $1.0) }
    let escrow = owners.reduce(0) { $0 + $1.1.soldByEscrow(at: $1.0) }
    let over = local - stock
    return [
      StyledText("local view   sold \(local) of \(stock) ")
        + (over > 0
          ? StyledText("✘ \(over) OVERSOLD", style: Style(.lost, isBold: true))
          : StyledText("✔", style: Style(.healthy))),
      StyledText("escrow       sold \(escrow) of \(stock) ")
        + StyledText("✔", style: Style(.healthy)),
    ]
  }
}

/// The same stock, counted in two ways.
struct Shop: Replicated {
  /// What a replica believes to be left; it sells while that is above 0.
  private(set) var local = PNCounter()
  /// What a replica may sell without asking.
  private(set) var escrow = BoundedCounter()
  private var refusals = GCounter()

  enum Update: Equatable {
    case sell(Int)
    case give(Int, to: ReplicaID)
  }

  init() {}

  /// - Parameter replicas: among whom the stock is divided, the first ones taking the rest.
  init(stock: Int, replicas: [ReplicaID]) {
    for (place, replica) in replicas.enumerated() {
      let share = stock / replicas.count + (place < stock % replicas.count ? 1 : 0)
      local.apply(.increment(by: share), at: replica)
      escrow.merge(BoundedCounter(stock: [replica: share]))
    }
  }

  var value: Int { escrow.value }

  func soldLocally(at replica: ReplicaID) -> Int { local.decrements.slots[replica] ?? 0 }
  func soldByEscrow(at replica: ReplicaID) -> Int { escrow.used.slots[replica] ?? 0 }
  func refused(at replica: ReplicaID) -> Int { refusals.slots[replica] ?? 0 }

  /// Sells unit by unit, as long as there seem to be any; gives only what is held.
  mutating func apply(_ update: Update, at replica: ReplicaID) {
    switch update {
    case .sell(let amount):
      for _ in 0..<amount { sellOne(at: replica) }
    case .give(let amount, let receiver):
      try? escrow.apply(.transfer(amount, to: receiver), at: replica)  // the sentence tells it
    }
  }

  private mutating func sellOne(at replica: ReplicaID) {
    if local.value > 0 { local.apply(.decrement(), at: replica) }
    do {
      try escrow.apply(.decrement(), at: replica)
    } catch {
      refusals.increment(at: replica)
    }
  }

  mutating func merge(_ other: Shop) {
    local.merge(other.local)
    escrow.merge(other.escrow)
    refusals.merge(other.refusals)
  }
}
