import GeoModel

/// A reader of one population loads what an author of another one wrote.
struct TimelineReading: Equatable, Sendable {
  let reader: String
  let author: String
  /// Where the reader's request is served, and the nearest region that has the author's texts.
  let from: RegionID
  let to: RegionID
  let roundTrip: Duration
}

extension Design {
  /// Every population reading every one, each from the nearest copy that answers requests; where no
  /// store does, there is no reading.
  ///
  /// The server of the reader fetches what it shows: a person who publishes to the world is no
  /// transfer, nor is a reader an importer (EDPB Guidelines 05/2021).
  var timelineReadings: [TimelineReading] {
    let text = FieldName(entity: "tweet", field: "text")
    let serving = Reach(self).copies.filter { $0.field == text && $0.store.engine.answersRequests }
      .map(\.store)
    return populations.flatMap { reader in
      populations.compactMap { author in
        let regions = serving.flatMap { self.regions(of: $0.placement, for: author) }
        let trips = regions.map { ($0, topology.roundTrip(reader.home[0], $0)) }
        return trips.min { $0.1 < $1.1 }.map { nearest in
          TimelineReading(
            reader: reader.name, author: author.name, from: reader.home[0], to: nearest.0,
            roundTrip: nearest.1)
        }
      }
    }
  }
}

extension Store.Engine {
  /// Whether a timeline can be read from it.
  fileprivate var answersRequests: Bool {
    switch self {
    case .cassandra, .postgres, .redis, .cdn, .search, .objectStore: true
    case .kafka, .clickhouse, .log, .backup, .support, .processor, .fulfilment: false
    }
  }
}
