import GeoModel
import GeoSim
import Testing

/// Two nodes a second apart; the first sends a number every second, the second adds them up.
private struct Beeper: Node, Equatable {
  enum Message: Equatable, Sendable { case beep(Int), again }

  let isSender: Bool
  var sent = 0
  var heard: [Int] = []
  var heardAt: [Instant] = []
  var restarts = 0

  mutating func start(at now: Instant, into outbox: inout Outbox<Message>) {
    if isSender { outbox.remind(of: .again, after: Delay(.seconds(1))) }
  }

  mutating func receive(
    _ message: Message, from sender: NodeID, at now: Instant, into outbox: inout Outbox<Message>
  ) {
    switch message {
    case .beep(let number):
      heard.append(number)
      heardAt.append(now)
    case .again:
      sent += 1
      outbox.send(.beep(sent), to: NodeID(1))
      if sent < 10 { outbox.remind(of: .again, after: Delay(.seconds(1))) }
    }
  }

  mutating func restart(at now: Instant, into outbox: inout Outbox<Message>) { restarts += 1 }
}

private func simulation(
  _ faults: [ScheduledFault] = [], jitter: Jitter = .none, loss: Double = 0,
  keepsOrder: Bool = true, seed: UInt64 = 1
) -> Simulation<Beeper> {
  Simulation(
    nodes: [Beeper(isSender: true), Beeper(isSender: false)],
    network: Network(
      delays: [[.zero, .seconds(1)], [.seconds(1), .zero]], jitter: jitter, loss: loss,
      keepsOrder: keepsOrder),
    faults: faults, seed: seed)
}

/// What the receiver has heard at the end.
private func heard(_ simulation: Simulation<Beeper>) -> [Int] {
  simulation.trace().steps.last?.world.nodes[1].heard ?? []
}

private let sender = NodeID(0)
private let receiver = NodeID(1)

@Test func `without faults every message arrives in its order`() {
  #expect(heard(simulation()) == Array(1...10))
}

@Test func `what reaches a node that is down is lost`() {
  let faults = [
    ScheduledFault(.crash(receiver), at: .milliseconds(3500)),
    ScheduledFault(.recover(receiver), at: .milliseconds(6500)),
  ]
  #expect(heard(simulation(faults)) == [1, 2, 6, 7, 8, 9, 10])
  #expect(simulation(faults).trace().steps.last?.world.nodes[1].restarts == 1)
}

@Test func `a crash takes the node's reminders with it`() {
  let faults = [
    ScheduledFault(.crash(sender), at: .milliseconds(3500)),
    ScheduledFault(.recover(sender), at: .milliseconds(3600)),
  ]
  #expect(heard(simulation(faults)) == [1, 2, 3])
}

@Test func `what reaches a paused node waits for it`() {
  let faults = [
    ScheduledFault(.pause(receiver), at: .milliseconds(3500)),
    ScheduledFault(.resume(receiver), at: .milliseconds(6500)),
  ]
  let node = simulation(faults).trace().steps.last?.world.nodes[1]
  #expect(node?.heard == Array(1...10))
  #expect(node?.heardAt[2...4].allSatisfy { $0 == Instant(.milliseconds(6500)) } == true)
}

@Test func `a cut loses messages in its direction only, until it heals`() {
  let cut = ScheduledFault(.cut(from: sender, to: receiver), at: .milliseconds(3500))
  let heal = ScheduledFault(.heal(from: sender, to: receiver), at: .milliseconds(6500))
  let other = ScheduledFault(.cut(from: receiver, to: sender), at: .zero)
  #expect(heard(simulation([cut, heal])) == [1, 2, 7, 8, 9, 10])
  #expect(heard(simulation([other])) == Array(1...10))
}

@Test func `a slow link takes its factor longer`() {
  let slow = ScheduledFault(.slow(from: sender, to: receiver, factor: 3), at: .milliseconds(1500))
  let node = simulation([slow]).trace().steps.last?.world.nodes[1]
  #expect(node?.heardAt[0] == Instant(.seconds(2)))
  #expect(node?.heardAt[1] == Instant(.seconds(5)))
}

@Test func `a fast clock makes reminders early, a skewed one shows another time`() {
  let fast = simulation([
    ScheduledFault(.driftClock(sender, partsPerMillion: 1_000_000), at: .zero)
  ])
  // The first reminder was set before the clock ran fast; nine follow at half the time.
  #expect(fast.trace().steps.last?.world.time == Instant(.milliseconds(1000 + 9 * 500 + 1000)))
  let skewed = simulation([ScheduledFault(.skewClock(receiver, by: .seconds(7)), at: .zero)])
  #expect(skewed.trace().steps.last?.world.nodes[1].heardAt[0] == Instant(.seconds(9)))
}

@Test func `one message in three is lost when a third is`() {
  let lost = (0..<300 as Range<UInt64>).map { seed in
    10 - heard(simulation(loss: 1 / 3, seed: seed)).count
  }
  let mean = Double(lost.reduce(0, +)) / 300
  #expect(abs(mean - 3.33) < 0.35)
}

@Test func `jitter varies around the median, and order is kept where it must be`() {
  let jitter = Jitter.lognormal(sigma: 0.8)
  var isEverOutOfOrder = false
  for seed in 0..<100 as Range<UInt64> {
    #expect(heard(simulation(jitter: jitter, seed: seed)) == Array(1...10))
    let free = heard(simulation(jitter: jitter, keepsOrder: false, seed: seed))
    #expect(free.sorted() == Array(1...10))
    isEverOutOfOrder = isEverOutOfOrder || free != free.sorted()
  }
  #expect(isEverOutOfOrder)
}

@Test func `a seed gives the same bytes, another seed others`() {
  func text(_ seed: UInt64) -> String {
    simulation(jitter: .lognormal(sigma: 0.3), loss: 0.1, seed: seed).trace().text
  }
  #expect(text(4) == text(4))
  #expect(text(4) != text(5))
}

@Test func `a run without recording ends where the trace does`() {
  let simulation = simulation(jitter: .lognormal(sigma: 0.3), loss: 0.2, seed: 9)
  var run = simulation.start()
  var count = 0
  while run.next() != nil { count += 1 }
  let trace = simulation.trace()
  #expect(count == trace.steps.count)
  #expect(run.world.nodes == trace.steps.last?.world.nodes)
}

@Test func `nothing happens after the end, and the limit holds`() {
  let short = Simulation(
    nodes: [Beeper(isSender: true), Beeper(isSender: false)],
    network: Network(delays: [[.zero, .seconds(1)], [.seconds(1), .zero]]),
    end: .milliseconds(3500))
  #expect(heard(short) == [1, 2])
  #expect(short.trace().inFlight(at: Instant(.milliseconds(3500))).count == 1)
  #expect(short.trace(limit: 3).steps.count == 3)
}
