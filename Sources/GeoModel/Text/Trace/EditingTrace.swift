/// How a text was written, edit by edit, by one writer or by several at the same time.
public struct EditingTrace: Equatable, Sendable {
  /// A replacement; positions and counts are in Unicode scalars, as in ``TextEdit``.
  public struct Patch: Equatable, Sendable {
    public let position: Int
    public let deleted: Int
    public let inserted: String

    public init(_ position: Int, _ deleted: Int, _ inserted: String) {
      (self.position, self.deleted, self.inserted) = (position, deleted, inserted)
    }
  }

  /// Patches that one writer made in one go, each in the text that the one before left.
  public struct Transaction: Equatable, Sendable {
    /// The writer, from 0.
    public let agent: Int
    /// What the writer had seen, by the places of the transactions: the newest suffice, and the
    /// writer's own need not be named.
    public let parents: [Int]
    public let patches: [Patch]

    public init(agent: Int = 0, parents: [Int] = [], patches: [Patch]) {
      (self.agent, self.parents, self.patches) = (agent, parents, patches)
    }
  }

  /// How many writers there are.
  public let agents: Int
  /// In an order in which everything comes after what its writer had seen.
  public let transactions: [Transaction]
  /// The text that everybody has in the end.
  public let endContent: String

  public init(agents: Int = 1, transactions: [Transaction], endContent: String) {
    (self.agents, self.transactions, self.endContent) = (agents, transactions, endContent)
  }

  public var patchCount: Int { transactions.reduce(0) { $0 + $1.patches.count } }

  public var insertedCount: Int {
    transactions.reduce(0) { count, transaction in
      transaction.patches.reduce(count) { $0 + $1.inserted.unicodeScalars.count }
    }
  }

  public var deletedCount: Int {
    transactions.reduce(0) { count, transaction in
      transaction.patches.reduce(count) { $0 + $1.deleted }
    }
  }
}

/// Why a trace cannot be replayed.
public enum TraceFault: Error, Equatable, Sendable {
  /// The writer of a transaction is none of the agents.
  case agent(transaction: Int)
  /// A transaction has a parent that does not come before it.
  case parent(transaction: Int)
  /// A patch does not lie within the text, which has so many scalars.
  case outside(transaction: Int, length: Int)
}
