/// How long a promised availability lets a service be down, and what that time is spent on.
///
/// Downtime is the number of incidents times the time to recover from each (RTO). Nothing else
/// about the incidents is in it: an availability says nothing about lost data.
public struct DowntimeBudget: Equatable, Sendable {
  /// What may be spent.
  public let total: Duration

  /// The budget of a span, a year unless told otherwise.
  public init(_ availability: Availability, in span: Duration = .year) {
    total = availability.downtime(in: span)
  }

  /// How many incidents of a given RTO fit in; exact for an RTO of a microsecond or more.
  ///
  /// - Parameter rto: above zero.
  public func incidents(of rto: Duration) -> Int {
    precondition(rto >= .nanoseconds(1), "an incident that costs nothing fits in without end")
    // The quotient of the doubles, rounded, is right or one too many.
    let incidents = Int((total / rto).rounded())
    return left(after: incidents, of: rto) < .zero ? incidents - 1 : incidents
  }

  /// The longest RTO with which so many incidents fit in.
  ///
  /// - Parameter incidents: at least 1.
  public func rto(for incidents: Int) -> Duration {
    precondition(incidents > 0, "no incident needs no RTO")
    return total / incidents
  }

  /// What is left after some incidents; below zero when they were too many.
  public func left(after incidents: Int, of rto: Duration) -> Duration {
    total - rto * incidents
  }
}
