import GeoModel

/// The line that all programs that run failover3 print.
struct SimulationReport: Encodable {
  let bench = "des"
  let peer: String
  let trials, events: Int
  let wallMs, trialsPerS, eventsPerS: Double
  let rtoP50, rtoP95, rtoP99: Double
  let lostP50, lostP99: Int
  let rpoMsP50, rpoMsP99: Double
  let rssKb: Int?

  init(_ results: [FailoverTrial], threads: Int, time: Duration) {
    let seconds = time.milliseconds / 1000
    peer = "geolearn-\(threads)t"
    trials = results.count
    events = results.reduce(0) { $0 + $1.events }
    wallMs = time.milliseconds
    trialsPerS = (Double(trials) / seconds).rounded()
    eventsPerS = (Double(events) / seconds).rounded()
    let recovery = Quantiles(results.map { $0.recoveryTime.milliseconds / 1000 })
    (rtoP50, rtoP95, rtoP99) = (recovery[0.5], recovery[0.95], recovery[0.99])
    let lost = Quantiles(results.map(\.lostWrites))
    (lostP50, lostP99) = (lost[0.5], lost[0.99])
    let lostTime = Quantiles(results.map(\.lostTime.milliseconds))
    (rpoMsP50, rpoMsP99) = (lostTime[0.5], lostTime[0.99])
    rssKb = ProcessMemory.peakKilobytes
  }
}
