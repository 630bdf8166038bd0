/// Copies that are made every now and then and can be restored once they are finished.
public struct BackupSchedule: Equatable, Sendable {
  /// From the start of one backup to the start of the next.
  public let interval: Duration
  /// Until a backup is finished and elsewhere.
  public let duration: Duration

  /// - Parameter interval: above zero.
  public init(interval: Duration, duration: Duration) {
    precondition(interval > .zero && duration >= .zero, "time runs forwards")
    self.interval = interval
    self.duration = duration
  }

  /// The loss just before a backup is finished: everything since the last one was *started*.
  public var worstLoss: Duration { interval + duration }

  /// The loss at a random moment, on average.
  public var meanLoss: Duration { interval / 2 + duration }

  /// The loss when everything stops at a moment: the time since the newest finished backup was
  /// started, where the first one is started at zero.
  ///
  /// - Returns: `nil` as long as no backup is finished.
  public func loss(at moment: Duration) -> Duration? {
    guard moment >= duration else { return nil }
    let started = interval * Int(((moment - duration) / interval).rounded(.down))
    let loss = moment - started
    // The quotient of a whole number of intervals may be a hair too small.
    return loss - interval >= duration ? loss - interval : loss
  }
}
