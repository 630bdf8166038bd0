/// A row of Cassandra that is deleted while one of its three replicas is away.
///
/// A deletion is a tombstone, which hides the row wherever it arrives. After the grace period it is
/// removed along with the row. A replica that never saw it still has the row then, and nothing tells
/// it that the row was deleted: to the others it looks like a row that they miss.
///
/// Times count from the deletion, at which the replica is away already. Compaction is taken to drop
/// tombstones as early as it may, which is the worst case here.
public struct TombstoneRun: Equatable, Sendable {
  /// What one replica holds.
  public enum Cell: Equatable, Sendable { case row, tombstone, nothing }

  public enum Happening: String, Sendable {
    /// The replicas that are there have the tombstone.
    case deleted
    /// What was kept for the one that is away is thrown away.
    case hintsDropped
    case returned
    /// It returned in time to be given what it had missed.
    case hinted
    /// All replicas compare what they hold, and the newest wins.
    case repaired
    /// The grace period is over: tombstones, and the rows below them, are gone.
    case purged
    /// A read finds the row again.
    case cameBack
  }

  public struct Moment: Equatable, Sendable {
    public let time: Duration
    public let happening: Happening
    /// The last one is the replica that is or was away.
    public let cells: [Cell]
  }

  /// In the order of time.
  public let moments: [Moment]

  /// - Parameters:
  ///   - away: how long the replica is away; zero for one that is there.
  ///   - firstRepair: when the first repair after the deletion is; by default a whole interval
  ///     later, as if one had run just before it.
  public init(_ times: StoreTimes, away: Duration, firstRepair: Duration? = nil) {
    let repair = Self.repair(after: away, times, first: firstRepair)
    guard away > .zero else {
      moments = Self.forgotten(
        after: [Moment(time: .zero, happening: .deleted, cells: Self.known)],
        times)
      return
    }
    var moments = [Moment(time: .zero, happening: .deleted, cells: Self.missed)]
    guard away > times.hintWindow else {
      moments.append(Moment(time: away, happening: .hinted, cells: Self.known))
      self.moments = Self.forgotten(after: moments, times)
      return
    }
    moments.append(Moment(time: times.hintWindow, happening: .hintsDropped, cells: Self.missed))
    if let repair, repair <= times.gcGrace {
      moments.append(Moment(time: away, happening: .returned, cells: Self.missed))
      moments.append(Moment(time: repair, happening: .repaired, cells: Self.known))
      self.moments = Self.forgotten(after: moments, times)
      return
    }
    self.moments = moments + Self.comeback(times, away: away, repair: repair)
  }

  private static let known = [Cell.tombstone, .tombstone, .tombstone]
  private static let missed = [Cell.tombstone, .tombstone, .row]
  private static let alone = [Cell.nothing, .nothing, .row]

  private static func forgotten(after moments: [Moment], _ times: StoreTimes) -> [Moment] {
    moments + [
      Moment(time: times.gcGrace, happening: .purged, cells: [.nothing, .nothing, .nothing])
    ]
  }

  private static func comeback(
    _ times: StoreTimes, away: Duration, repair: Duration?
  ) -> [Moment] {
    let isEarly = away < times.gcGrace
    let returned = Moment(time: away, happening: .returned, cells: isEarly ? missed : alone)
    let purged = Moment(time: times.gcGrace, happening: .purged, cells: alone)
    let back = Moment(time: max(away, times.gcGrace), happening: .cameBack, cells: alone)
    let spread = repair.map {
      Moment(time: $0, happening: .repaired, cells: [.row, .row, .row])
    }
    return (isEarly ? [returned, purged] : [purged, returned]) + [back]
      + [spread].compactMap(\.self)
  }

  /// The first repair in which the replica takes part.
  private static func repair(
    after away: Duration, _ times: StoreTimes, first: Duration?
  ) -> Duration? {
    guard let interval = times.repair else { return nil }
    let first = first ?? interval
    guard away > first else { return first }
    let missed = ((away - first) / interval).rounded(.up)
    return first + interval * Int(missed)
  }

  /// When a read finds the row again; `nil` when it stays deleted.
  public var comeback: Duration? { moments.first { $0.happening == .cameBack }?.time }
}

extension StoreTimes {
  /// The longest time that a replica may be away without bringing deleted rows back, wherever in the
  /// interval between repairs it returns.
  ///
  /// A replica that returns within the hint window is told what it missed. A later one must be
  /// repaired before the tombstones go, and the next repair is up to an interval away.
  public var safeAbsence: Duration {
    max(hintWindow, repair.map { gcGrace - $0 } ?? .zero)
  }

  /// For how long a replica that is away is kept a deletion: a hint never outlives its tombstone.
  public var hintWindow: Duration { min(hints, gcGrace) }
}
