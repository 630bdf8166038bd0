import GeoModel

/// What a client asks the replica of its region to do.
public struct TableRequest: Equatable, Sendable {
  /// A client numbers its requests; a retried one keeps its number.
  public struct ID: Hashable, Sendable {
    public var client: NodeID
    public var number: Int
  }

  public var id: ID
  public var task: TableTask
}

/// One request of the API of a table.
public enum TableTask: Equatable, Sendable {
  /// - Parameter strong: whether it must be the latest version, or the one at hand will do.
  case read(String, strong: Bool)
  case write(TableWrite)
  /// All or nothing, in the region where it is asked for.
  case transact([TableWrite])
}

/// What a replica answers.
public enum TableAnswer: Equatable, Sendable {
  case value(Int?)
  /// The write is done, and this is what the item was then.
  case written(Int?)
  case conditionFailed
  /// The item is being modified in another region (ReplicatedWriteConflictException). The client may
  /// try again: a write that had come through after all is recognised.
  case conflict
  /// A table in this mode has no such request.
  case unsupported
}

/// What travels between clients and replicas, and among replicas.
public enum TableMessage: Equatable, Sendable {
  // Between a client and its replica.
  case request(TableRequest)
  case answer(TableRequest.ID, TableAnswer)
  /// A new item appeared at the replica: a record of its stream.
  case record(String)

  // Replicas that tell each other later.
  case ship(Shipment)
  case received(Int)

  // Replicas that agree first.
  case propose(TableProposal)
  case accepted(TableSlot, ballot: Int)
  /// Another proposal has come first.
  case busy(TableSlot)
  /// The slot was decided long ago; here is what came of it.
  case behind(TableSlot, TableItem)
  case decided(TableSlot, TableItem)
  case heard(TableSlot)
  case prepare(TableSlot, ballot: Int, base: TableItem)
  case promise(TableSlot, ballot: Int, TableProposal?)
  case collect(TableRequest.ID, String)
  case state(TableRequest.ID, TableSlotState)

  // Reminders of nodes to themselves.
  case due
  case dispatch(Int)
  case retry
  case settle(TableSlot)
  case tell(String)
  case collectAgain(TableRequest.ID)
  case expire(TableRequest.ID)
}

/// A version of an item on its way to the other replicas.
public struct Shipment: Equatable, Sendable {
  /// Counts the shipments of one replica.
  public var number: Int
  public var key: String
  public var item: TableItem
  public var stamp: TableStamp
}

/// When a version was written, and where: the greater one wins.
public struct TableStamp: Comparable, Sendable {
  public var time: Instant
  public var region: NodeID

  public static func < (left: TableStamp, right: TableStamp) -> Bool {
    (left.time, left.region) < (right.time, right.region)
  }
}

/// The place of a version in the history of an item: the first write is number 1.
public struct TableSlot: Equatable, Sendable {
  public var key: String
  public var number: Int
}

/// A version that a replica wants in a slot.
public struct TableProposal: Equatable, Sendable {
  public var slot: TableSlot
  /// 0 where the first proposal wins; above it in a round that settles a stalemate.
  public var ballot: Int
  /// Who proposed it first.
  public var proposer: NodeID
  public var item: TableItem
  /// The version before it, which is decided.
  public var base: TableItem
}

/// What one replica knows of an item.
public struct TableSlotState: Equatable, Sendable {
  /// How many writes of the item are decided, as far as this replica has heard.
  public internal(set) var version = 0
  /// The last of them.
  public internal(set) var item = TableItem()
  /// No proposal below this ballot is accepted any more.
  public internal(set) var promised = 0
  /// What was accepted for the next slot.
  public internal(set) var accepted: TableProposal?
}
