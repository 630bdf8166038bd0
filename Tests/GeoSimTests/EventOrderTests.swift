import GeoModel
import GeoSim
import Testing

/// Sets itself reminders at the start, and notes them as they come.
private struct Sleeper: Node {
  struct Message: Equatable, Sendable {
    let number: Int
    let delay: Int64
  }

  let reminders: [Message]
  var heard: [Message] = []

  mutating func start(at now: Instant, into outbox: inout Outbox<Message>) {
    for reminder in reminders {
      outbox.remind(of: reminder, after: Delay(nanoseconds: reminder.delay))
    }
  }

  mutating func receive(
    _ message: Message, from sender: NodeID, at now: Instant, into outbox: inout Outbox<Message>
  ) {
    heard.append(message)
  }
}

/// Reminders with delays so short that many are equal.
private func reminders(_ count: Int, seed: UInt64) -> [Sleeper.Message] {
  var dice = SplitMix64(seed: seed)
  return (0..<count).map { number in
    Sleeper.Message(number: number, delay: Int64(dice.integer(in: 0...count)))
  }
}

/// What a sleeper hears who dies on the way, and one who stays.
private func heard(_ reminders: [Sleeper.Message], crash: Int64) -> [[Int]] {
  let simulation = Simulation(
    nodes: [Sleeper(reminders: reminders), Sleeper(reminders: reminders)],
    network: Network(delays: [[.zero, .zero], [.zero, .zero]]),
    faults: [ScheduledFault(.crash(NodeID(0)), at: .nanoseconds(crash))])
  var run = simulation.start()
  while run.next() != nil {}
  return run.world.nodes.map { $0.heard.map(\.number) }
}

@Test(arguments: [1, 2, 31, 32, 33, 64, 65, 100, 3000])
func `events happen by their time, and at one time as they were planned`(count: Int) {
  for seed in 0..<5 as Range<UInt64> {
    let reminders = reminders(count, seed: seed)
    let sorted = reminders.sorted { ($0.delay, $0.number) < ($1.delay, $1.number) }
    let middle = Int64(count / 2)
    let heard = heard(reminders, crash: middle)
    #expect(heard[0] == sorted.filter { $0.delay < middle }.map(\.number))
    #expect(heard[1] == sorted.map(\.number))
  }
}
