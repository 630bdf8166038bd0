import App
import Content
import Drawing
import GeoModel

/// What light allows between two regions, and what is measured: what `calc floor` says.
struct FloorReport {
  let topologyName: String
  let topology: Topology
  let from: RegionID
  let to: RegionID

  private var isEstimate: Bool { topology.isEstimate(from, to) }
  private var roundTrip: Duration { topology.roundTrip(from, to) }
  private var floor: Duration { topology.floor(from, to) }
  private var isFasterThanLight: Bool { roundTrip < floor }

  var json: JSON {
    .object([
      JSON.Member("distance_km", .number(topology.distanceKilometres(from, to).rounded())),
      JSON.Member("floor_ms", .number(tenths(floor.milliseconds))),
      JSON.Member("measured_ms", .number(tenths(roundTrip.milliseconds))),
      JSON.Member("stretch", .optional(stretch)),
      JSON.Member("estimate", .bool(isEstimate)),
      JSON.Member("faster_than_light", .bool(isFasterThanLight)),
    ])
  }

  /// To two decimals.
  private var stretch: Double? {
    topology.stretch(from, to).map { ($0 * 100).rounded() / 100 }
  }

  private func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }

  func text(marks: Marks) -> String {
    let distance = Quantity.distance(kilometres: topology.distanceKilometres(from, to)).text
    let doubt = isEstimate ? "estimate: nobody measured it" : "measured"
    let rows = [
      ["distance", distance, "along the great circle"],
      ["floor", tenthsText(floor), "light in straight fibre, there and back"],
      ["round trip", tenthsText(roundTrip), doubt],
    ]
    let columns = [Table.Column(""), Table.Column("", .decimal), Table.Column("")]
    let table = Table(columns: columns, rows: rows.map { $0.map { StyledText($0) } })
    let heading = "\(from) to \(to), topology \(topologyName)"
    let parts = [heading, table.rowsText(marks: marks), sentence]
    return parts.joined(separator: "\n\n").lowered(to: marks) + "\n"
  }

  private func tenthsText(_ duration: Duration) -> String {
    JSON.number(tenths(duration.milliseconds)).text + " ms"
  }

  private var sentence: String {
    guard let stretch = topology.stretch(from, to) else {
      return "Both are the same place: distance sets no floor."
    }
    let times = Quantity.ratio(stretch).text
    if isFasterThanLight {
      return "The round trip is faster than light, \(times) its floor of \(tenthsText(floor)): "
        + "the source is wrong."
    }
    return isEstimate
      ? "The estimate is \(times) the floor, as most measured pairs are."
      : "The round trip is \(times) its floor."
  }
}
