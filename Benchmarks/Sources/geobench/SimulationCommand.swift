import ArgumentParser

/// `geobench des`: how many events the engine lets happen in a second.
struct SimulationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "des", abstract: "Run the reference model failover3 on the engine.")

  @Option(help: "How many failovers.") var trials = 2000
  @Option(help: "How many threads share them.") var threads = 1
  @Option(help: "Of the first trial; each next one takes the next number.") var seed: UInt64 = 1

  func validate() throws {
    guard trials >= 1, threads >= 1 else {
      throw ValidationError("trials and threads are 1 or more")
    }
  }

  func run() async throws {
    var results: [FailoverTrial] = []
    let time = await ContinuousClock().measure { results = await outcomes() }
    try JSONLine.print(SimulationReport(results, threads: threads, time: time))
  }

  private func outcomes() async -> [FailoverTrial] {
    await withTaskGroup { group in
      for thread in 0..<threads {
        group.addTask { share(of: thread) }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }

  private func share(of thread: Int) -> [FailoverTrial] {
    let network = FailoverTrial.network
    return stride(from: thread, to: trials, by: threads).map { trial in
      FailoverTrial(network: network, seed: seed &+ UInt64(trial))
    }
  }
}
