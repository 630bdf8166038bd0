import App
import Content
import Drawing
import GeoModel

/// What an availability allows in a year: what `calc availability` says.
struct AvailabilityReport {
  let availability: Share
  /// How many incidents a year are expected; `nil` when nobody said.
  let incidents: Int?
  /// How long recovery takes; `nil` when nobody said.
  let rto: Duration?

  private var budget: DowntimeBudget { DowntimeBudget(Availability(availability.value)) }

  /// From an automatic failover to people who are woken up.
  private static let usualTimes = [30, 120, 900, 3600].map { Duration.seconds($0) }

  private var times: [Duration] { rto.map { [$0] } ?? Self.usualTimes }

  var json: JSON {
    var members = [
      JSON.Member("availability", .string(availability.text)),
      JSON.Member("downtime_s", .number(seconds(budget.total))),
      JSON.Member("fits", .array(times.map(fit))),
    ]
    if let incidents {
      members += [
        JSON.Member("incidents", .number(Double(incidents))),
        JSON.Member("rto_allowed_s", .number(seconds(budget.rto(for: incidents)))),
      ]
      if let rto {
        let left = budget.left(after: incidents, of: rto)
        members += [
          JSON.Member("left_s", .number(seconds(left))),
          JSON.Member("within_budget", .bool(left >= .zero)),
        ]
      }
    }
    return .object(members)
  }

  private func fit(_ rto: Duration) -> JSON {
    .object([
      JSON.Member("rto_s", .number(seconds(rto))),
      JSON.Member("incidents", .number(Double(budget.incidents(of: rto)))),
    ])
  }

  func text(marks: Marks) -> String {
    let heading =
      "\(availability.text) allows \(exact(budget.total)) of downtime a year, of 365 days."
    let parts = [heading, table(marks: marks), sentences.joined(separator: "\n")]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private func table(marks: Marks) -> String {
    Table(
      columns: [
        Table.Column("time to recover", .decimal), Table.Column("incidents a year", .right),
      ],
      rows: times.map { time in
        [StyledText(exact(time)), StyledText("\(budget.incidents(of: time))")]
      }
    ).text(marks: marks)
  }

  private var sentences: [String] {
    let closing =
      "Availability says nothing about lost data: that is the RPO, a promise of its own."
    return [incidents.map(sentence), closing].compactMap(\.self)
  }

  private func sentence(for incidents: Int) -> String {
    let many = incidents == 1 ? "1 incident a year" : "\(incidents) incidents a year"
    guard let rto else {
      return "\(many) may take \(exact(budget.rto(for: incidents))) each, detection included."
    }
    let left = budget.left(after: incidents, of: rto)
    let take = incidents == 1 ? "takes" : "take"
    let spent = "\(many) of \(exact(rto)) \(take) \(exact(rto * incidents))"
    return left < .zero
      ? "\(spent): \(exact(.zero - left)) too much." : "\(spent); \(exact(left)) are left."
  }
}

/// A time for programs.
func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

/// A time with up to three decimals, in the unit that ``Quantity`` would take: `52.56 min`.
func exact(_ duration: Duration) -> String {
  let units: [(name: String, seconds: Double, below: Double)] = [
    ("s", 1, 120), ("min", 60, 120), ("h", 3600, 48), ("d", 86_400, 730),
  ]
  for unit in units where seconds(duration) / unit.seconds < unit.below {
    return "\(JSON.number(seconds(duration) / unit.seconds).text) \(unit.name)"
  }
  return Quantity.duration(duration).text
}
