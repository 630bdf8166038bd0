import GeoModel

extension Arguments {
  /// A workload, every argument of it: those of `docs/workloads.md` but the topology.
  package mutating func workload(in topology: Topology) throws(Diagnostic) -> Workload {
    var workload = Workload(
      topology: topology, regions: try dataRegions(of: topology),
      clients: try workloadClients(of: topology))
    workload.requestsPerSecond = try decimal(
      "requests", in: 0.001...1000, default: workload.requestsPerSecond)
    workload.readShare = try share("reads", default: Share(workload.readShare)).value
    workload.travellers = try share("travellers", default: Share(workload.travellers)).value
    workload.mix = try mix(default: workload.mix)
    workload.articles = try integer("articles", in: 1...1000, default: workload.articles)
    workload.unitsPerArticle = try integer(
      "units", in: 0...1_000_000, default: workload.unitsPerArticle)
    workload.lag = try lag(default: workload.lag)
    workload.jitter = try decimal("jitter", in: 0...2, default: workload.jitter)
    workload.session = try choice("session", default: workload.session)
    workload.duration = try duration("duration", default: workload.duration)
    guard workload.duration > .zero else {
      throw failure("duration", "duration is 0; it must be above 0")
    }
    workload.outage = try outage(in: workload)
    workload.seed = UInt64(try integer("seed", in: 0...1_000_000_000, default: 1))
    try requireEnd(workload)
    return workload
  }

  private mutating func dataRegions(of topology: Topology) throws(Diagnostic) -> [RegionID] {
    let regions = try regions("regions", of: topology)
    guard !regions.isEmpty, regions.count <= Self.mostPlaces else {
      throw failure(
        "regions", "regions has \(regions.count) entries; it must have 1 to \(Self.mostPlaces)")
    }
    if let twice = regions.indices.first(where: { regions[..<$0].contains(regions[$0]) }) {
      throw failure("regions", "\(regions[twice]) is named twice; a region keeps one copy")
    }
    return regions
  }

  private static let mostPlaces = 9

  /// Entries such as `us-east 20`.
  private mutating func workloadClients(
    of topology: Topology
  ) throws(Diagnostic) -> [Workload.Clients] {
    guard let entries = try items("clients") else {
      throw missing("clients", "it must be a list such as [us-east 20, eu-west 10]")
    }
    guard !entries.isEmpty, entries.count <= Self.mostPlaces else {
      throw failure(
        "clients", "clients has \(entries.count) entries; it must have 1 to \(Self.mostPlaces)")
    }
    var clients: [Workload.Clients] = []
    for entry in entries {
      let next = try workloadClients(entry, of: topology)
      guard !clients.contains(where: { $0.region == next.region }) else {
        throw failure(at: entry, "\(next.region) is named twice; add its users up")
      }
      clients.append(next)
    }
    return clients
  }

  private func workloadClients(
    _ entry: Item, of topology: Topology
  ) throws(Diagnostic) -> Workload.Clients {
    let words = entry.text.split(separator: " ").map(String.init)
    guard words.count == 2, let users = Int(words[1]), (1...10_000).contains(users) else {
      throw failure(
        at: entry,
        "'\(entry.text)' must be written us-east 20, a region and 1 to 10000 users")
    }
    do throws(AtlasError) {
      return Workload.Clients(region: try topology.regionID(named: words[0]), users: users)
    } catch {
      throw failure(at: entry, error.description)
    }
  }

  private mutating func mix(default usual: Workload.Mix) throws(Diagnostic) -> Workload.Mix {
    let mix = Workload.Mix(
      counter: try share("counter", default: Share(usual.counter)).value,
      set: try share("set", default: Share(usual.set)).value,
      stock: try share("stock", default: Share(usual.stock)).value)
    let sum = mix.counter + mix.set + mix.stock
    guard sum <= 1 + 1e-9 else {
      throw failure(
        "stock",
        "counter, set and stock are \(Share(sum).text) of the requests; "
          + "together they must be at most 100 %")
    }
    return mix
  }

  private mutating func lag(default usual: Duration) throws(Diagnostic) -> Duration {
    let lag = try duration("lag", default: usual)
    guard lag <= .seconds(60) else {
      throw failure("lag", "lag is \(Quantity.duration(lag).text); it must be at most 60 s")
    }
    return lag
  }

  private mutating func outage(in workload: Workload) throws(Diagnostic) -> Workload.Outage? {
    let name = try value("lost")
    let time = try duration("at", default: workload.duration / 2)
    let failover = try duration("failover", default: .seconds(10))
    guard time < workload.duration else {
      throw failure("at", "at is \(Quantity.duration(time).text), when no request is made any more")
    }
    guard failover <= .seconds(3600) else {
      throw failure(
        "failover", "failover is \(Quantity.duration(failover).text); it must be at most 60 min")
    }
    guard let name, name != "none" else { return nil }
    do throws(WorkloadError) {
      return try workload.outage(of: name, at: time, failover: failover)
    } catch {
      throw failure("lost", error.description)
    }
  }

  private func requireEnd(_ workload: Workload) throws(Diagnostic) {
    let requests = workload.rate * (workload.duration / .seconds(1))
    guard requests <= Workload.mostRequests else {
      throw failure(
        "requests",
        "\(Int(requests.rounded())) requests would be made in all; it must be at most "
          + "\(Int(Workload.mostRequests)): lower users, requests or duration")
    }
  }
}

extension Workload {
  /// More would take a minute.
  fileprivate static let mostRequests = 100_000.0

  /// The loss of one of the regions that keep the data.
  ///
  /// - Parameters:
  ///   - time: in the middle of the run unless it is given.
  package func outage(
    of name: String, at time: Duration? = nil, failover: Duration = .seconds(10)
  ) throws(WorkloadError) -> Outage {
    guard let region = regions.first(where: { $0.name == name }) else {
      throw WorkloadError(
        description: "no data is in '\(name)'; \(suggestion(for: name, in: regions.map(\.name)))")
    }
    guard regions.count > 1 else {
      throw WorkloadError(description: "\(name) is the only region; nothing would be left")
    }
    return Outage(region: region, time: time ?? duration / 2, failover: failover)
  }
}

/// Why a region cannot be lost.
package struct WorkloadError: Error, Equatable, CustomStringConvertible {
  package let description: String
}
