import GeoSim
import Testing

private func request(_ task: RaftTask, number: Int = 0) -> RaftRequest {
  RaftRequest(id: RaftRequestID(client: NodeID(9), number: number), task: task)
}

/// Three servers of which one has just been elected, and its first words are on their way.
private func led(_ budget: RaftExplorer.Budget, usesPreVote: Bool = false) -> RaftExplorer.State {
  var state = RaftExplorer.State(
    servers: 3, voters: 3, usesPreVote: usesPreVote,
    budget: RaftExplorer.Budget(timeouts: 1, heartbeats: 0, crashes: 0))
  state.timeOut(0)
  var read = 0
  while state.servers[0].role != .leader, read < state.letters.count {
    if state.letters[read].receiver.index < 2 { state.deliver(state.letters[read]) }
    read += 1
  }
  state.budget = budget
  return state
}

@Test func `every way of three servers from their start, 10 steps deep, keeps the promises`() {
  let budget = RaftExplorer.Budget(timeouts: 2, heartbeats: 0, crashes: 1)
  var start = RaftExplorer.State(servers: 3, voters: 3, budget: budget)
  // The servers are equal, so that the first to time out may be the first.
  start.timeOut(0)
  let explorer = RaftExplorer(from: start, depth: 9)
  #expect(explorer.violations == [])
  #expect(explorer.stateCount > 10_000)
  #expect(explorer.commitCount > 1000)
}

@Test func `every way of a leader, its rival and a write, 6 steps deep, keeps the promises`() {
  let budget = RaftExplorer.Budget(
    timeouts: 2, heartbeats: 1, crashes: 1, requests: [request(.write)])
  let explorer = RaftExplorer(from: led(budget), depth: 6)
  #expect(explorer.violations == [])
  #expect(explorer.commitCount > 1000)
}

@Test func `every way with pre-votes, a removal and a transfer, 6 steps deep, keeps the promises`()
{
  let budget = RaftExplorer.Budget(
    timeouts: 2, heartbeats: 1, crashes: 0,
    requests: [request(.change(.remove(NodeID(0)))), request(.transfer(to: NodeID(2)), number: 1)])
  let explorer = RaftExplorer(from: led(budget, usesPreVote: true), depth: 6)
  #expect(explorer.violations == [])
  #expect(explorer.commitCount > 1000)
}
