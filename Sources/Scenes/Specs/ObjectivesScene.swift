import Content
import Drawing
import GeoModel

/// A year's downtime as a budget that incidents use up, one after the other.
///
/// The time of the run is the downtime spent so far. Arguments: `availability`, `rto`,
/// `incidents`.
struct ObjectivesScene: Scene {
  private let availability: Share
  private let rto: Duration
  private let incidents: Int

  init(_ scene: SceneArguments) throws(Diagnostic) {
    var arguments = try Arguments(scene.directive)
    availability = try arguments.share("availability")
    guard (0.5..<1).contains(availability.value) else {
      throw arguments.failure(
        "availability", "availability is \(availability.text); it must be 50% to below 100%")
    }
    rto = try arguments.time("rto")
    incidents = try arguments.integer("incidents", in: 1...40)
    try arguments.finish()
  }

  private var budget: DowntimeBudget { DowntimeBudget(Availability(availability.value)) }

  var question: String { "How much of the year's downtime is used up?" }

  /// Slow enough to count the incidents, and never long.
  var playingTime: Duration { .milliseconds(1000 + 14_000 * incidents / (incidents + 10)) }

  func idealHeight(width: Int) -> Int { ObjectivesPicture.idealHeight }

  func draw(at time: Duration, into canvas: inout Canvas) {
    ObjectivesPicture(
      availability: availability, budget: budget, rto: rto, incidents: incidents
    ).draw(at: min(time, rto * incidents), into: &canvas)
  }

  var events: [SceneEvent] {
    let opening = SceneEvent(
      time: .zero,
      sentence: "\(availability.text) allows \(text(budget.total)) a year; "
        + "each incident takes \(text(rto)) of it.")
    return [opening]
      + (1...incidents).map { SceneEvent(time: rto * $0, sentence: sentence(after: $0)) }
  }

  private func sentence(after count: Int) -> String {
    let left = budget.left(after: count, of: rto)
    let isFirstOver = left < .zero && budget.left(after: count - 1, of: rto) >= .zero
    if isFirstOver { return "Incident \(count) is OVER BUDGET: \(text(.zero - left)) too much." }
    if left < .zero { return "Incident \(count): \(text(.zero - left)) too much now." }
    return count == incidents
      ? "\(count == 1 ? "One incident" : "\(count) incidents") in the year, and "
        + "\(text(left)) left."
      : "Incident \(count) is over; \(text(left)) left."
  }
}
