extension Failover {
  /// Decides who is the primary, one epoch after another.
  struct Coordinator: Sendable {
    /// What does not change.
    struct Rules: Equatable, Sendable {
      var agree: Int
      /// What a person takes to decide; `nil` where nobody is asked.
      var operatorDelay: Delay?
      /// The lease, stretched by how far clocks may run apart.
      var leaseWait: Delay?
      var isFencing: Bool
      /// How long it waits for the answers of standbys that need not answer.
      var patience: Delay
      /// How many standbys have to answer before one of them can be chosen in the second epoch.
      var needed: Int
      /// The only one that can be chosen in the second epoch.
      var named: NodeID?
      /// Whether standbys that answer leave the first primary with too few to go on.
      var isRuleAFence: Bool
      var tick: Delay
    }

    enum Phase: Equatable, Sendable {
      case watching
      /// A person has been called.
      case alarmed
      case fencing
      case promoting
    }

    let rules: Rules
    /// The most preferred first.
    let databases: [NodeID]
    let observers: [NodeID]
    let clients: [NodeID]

    private(set) var phase = Phase.watching
    private(set) var epoch = 1
    /// Of the epoch; while fencing, that of the epoch before.
    private(set) var primary: NodeID
    private var suspects: [Bool]
    /// By database: the end of its log, once it has promised not to follow an older epoch.
    private var answers: [Answer?]
    private var isLeaseOver = false
    private var areAnswersDue = false
    private var observersTold: [Bool]
    private var clientsTold: [Bool]

    private struct Answer: Equatable, Sendable {
      let epoch: Int
      let length: Int
    }

    init(
      rules: Rules, primary: NodeID, databases: [NodeID], observers: [NodeID], clients: [NodeID]
    ) {
      self.rules = rules
      self.primary = primary
      self.databases = databases
      self.observers = observers
      self.clients = clients
      suspects = observers.map { _ in false }
      answers = databases.map { _ in nil }
      observersTold = observers.map { _ in true }
      clientsTold = clients.map { _ in true }
    }

    mutating func start(into outbox: inout Outbox) {
      outbox.remind(of: .coordinator(.tick), after: rules.tick)
    }

    /// What it decided is on its disk; its reminders have to be set again.
    mutating func restart(into outbox: inout Outbox) {
      start(into: &outbox)
      switch phase {
      case .watching, .promoting: break
      case .alarmed: callOperator(into: &outbox)
      case .fencing: setDeadlines(into: &outbox)
      }
    }

    mutating func receive(
      _ message: CoordinatorMessage, from sender: NodeID, into outbox: inout Outbox
    ) {
      switch message {
      case .tick: tick(into: &outbox)
      case .renew(let of, let asked): renew(of: of, asked: asked, by: sender, into: &outbox)
      case .suspect(let of): suspect(of: of, by: sender, into: &outbox)
      case .trust(let of):
        if of == epoch { mark(sender, of: observers, in: &suspects, as: false) }
      case .watching(let of):
        if of == epoch { mark(sender, of: observers, in: &observersTold, as: true) }
      case .decide(let of): if of == epoch { decide(into: &outbox) }
      case .fenced(let new, let of, let length):
        fenced(new, by: sender, Answer(epoch: of, length: length), into: &outbox)
      case .leaseIsOver(let new):
        guard new == epoch else { return }
        isLeaseOver = true
        chooseIfPossible(into: &outbox)
      case .answersAreDue(let new):
        guard new == epoch else { return }
        areAnswersDue = true
        chooseIfPossible(into: &outbox)
      case .opened(let new): if new == epoch { open(into: &outbox) }
      case .routed(let of):
        if of == epoch { mark(sender, of: clients, in: &clientsTold, as: true) }
      }
    }

    private func mark(_ node: NodeID, of nodes: [NodeID], in list: inout [Bool], as value: Bool) {
      guard let index = nodes.firstIndex(of: node) else { return }
      list[index] = value
    }

    // MARK: - Suspicion

    private mutating func suspect(
      of: Int, by observer: NodeID, into outbox: inout Outbox
    ) {
      guard of == epoch, phase == .watching || phase == .promoting else { return }
      mark(observer, of: observers, in: &suspects, as: true)
      guard isAgreed else { return }
      if phase == .watching, rules.operatorDelay != nil {
        phase = .alarmed
        callOperator(into: &outbox)
      } else {
        beginEpoch(into: &outbox)
      }
    }

    private var isAgreed: Bool { suspects.count { $0 } >= rules.agree }

    private func callOperator(into outbox: inout Outbox) {
      guard let delay = rules.operatorDelay else { return }
      outbox.remind(of: .coordinator(.decide(epoch: epoch)), after: delay)
    }

    private mutating func decide(into outbox: inout Outbox) {
      guard phase == .alarmed else { return }
      if isAgreed { beginEpoch(into: &outbox) } else { phase = .watching }
    }

    // MARK: - A new epoch

    private mutating func beginEpoch(into outbox: inout Outbox) {
      epoch += 1
      phase = .fencing
      isLeaseOver = false
      areAnswersDue = false
      for index in answers.indices { answers[index] = nil }
      askForAnswers(into: &outbox)
      setDeadlines(into: &outbox)
    }

    private func setDeadlines(into outbox: inout Outbox) {
      outbox.remind(of: .coordinator(.answersAreDue(epoch: epoch)), after: rules.patience)
      guard let wait = rules.leaseWait else { return }
      outbox.remind(of: .coordinator(.leaseIsOver(epoch: epoch)), after: wait)
    }

    /// Where there is neither lease nor fencing, nobody tells the old primary.
    private func askForAnswers(into outbox: inout Outbox) {
      let tellsPrimary = rules.isFencing || rules.leaseWait != nil
      for (index, node) in databases.enumerated()
      where answers[index] == nil && (tellsPrimary || node != primary) {
        outbox.send(.database(.fence(epoch: epoch)), to: node)
      }
    }

    private mutating func fenced(
      _ new: Int, by database: NodeID, _ answer: Answer, into outbox: inout Outbox
    ) {
      guard new == epoch, phase == .fencing, let index = databases.firstIndex(of: database) else {
        return
      }
      answers[index] = answer
      chooseIfPossible(into: &outbox)
    }

    private mutating func chooseIfPossible(into outbox: inout Outbox) {
      guard phase == .fencing, isPrimarySilenced, let chosen = best() else { return }
      primary = chosen
      phase = .promoting
      for index in suspects.indices { suspects[index] = false }
      for index in observersTold.indices { observersTold[index] = false }
      outbox.send(.database(.promote(epoch: epoch)), to: chosen)
      tellObservers(into: &outbox)
    }

    private var isPrimarySilenced: Bool {
      let hasAnswered = databases.firstIndex(of: primary).map { answers[$0] != nil } ?? false
      if hasAnswered || (!rules.isFencing && rules.leaseWait == nil) { return true }
      return rules.leaseWait != nil ? isLeaseOver : epoch == 2 && rules.isRuleAFence
    }

    /// The database with the newest log among those that have answered, once they are enough.
    private func best() -> NodeID? {
      let candidates = databases.indices.filter { databases[$0] != primary }
      let heard = candidates.filter { answers[$0] != nil }
      let isFirst = epoch == 2
      guard heard.count >= (isFirst ? rules.needed : 1),
        heard.count == candidates.count || areAnswersDue
      else { return nil }
      if isFirst, let named = rules.named {
        return heard.contains { databases[$0] == named } ? named : nil
      }
      let newest = heard.max { left, right in
        let (a, b) = (answers[left], answers[right])
        return (a?.epoch ?? 0, a?.length ?? 0, right) < (b?.epoch ?? 0, b?.length ?? 0, left)
      }
      return newest.map { databases[$0] }
    }

    private mutating func open(into outbox: inout Outbox) {
      guard phase == .promoting else { return }
      phase = .watching
      for index in clientsTold.indices { clientsTold[index] = false }
      tellClients(into: &outbox)
    }

    // MARK: - What may have been lost is said again

    private mutating func tick(into outbox: inout Outbox) {
      outbox.remind(of: .coordinator(.tick), after: rules.tick)
      switch phase {
      case .watching, .alarmed: break
      case .fencing: askForAnswers(into: &outbox)
      case .promoting: outbox.send(.database(.promote(epoch: epoch)), to: primary)
      }
      tellObservers(into: &outbox)
      if phase == .watching || phase == .alarmed { tellClients(into: &outbox) }
    }

    private func tellObservers(into outbox: inout Outbox) {
      guard phase != .fencing else { return }
      for (index, observer) in observers.enumerated() where !observersTold[index] {
        outbox.send(.observer(.watch(primary, epoch: epoch)), to: observer)
      }
    }

    private func tellClients(into outbox: inout Outbox) {
      for (index, client) in clients.enumerated() where !clientsTold[index] {
        outbox.send(.client(.route(primary, epoch: epoch)), to: client)
      }
    }

    // MARK: - Leases

    private func renew(
      of: Int, asked: Instant, by database: NodeID, into outbox: inout Outbox
    ) {
      if of == epoch, database == primary, phase != .fencing {
        outbox.send(.database(.granted(epoch: of, asked: asked)), to: database)
      } else if of < epoch {
        outbox.send(.database(.fence(epoch: epoch)), to: database)
      }
    }
  }
}
