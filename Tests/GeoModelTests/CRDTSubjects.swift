import GeoModel

/// What each type is held to; the oracles count, filter and sort updates, and merge nothing.
enum Subjects {
  static let growing = Subject<GCounter.Update, Int>(
    draw: { .increment(by: $0.integer(in: 1...3)) },
    scope: [(.increment(by: 1), 0), (.increment(by: 2), 1), (.increment(by: 4), 2)],
    value: { $0.reduce(0) { $0 + $1.update.amount } })

  static let counting = Subject<PNCounter.Update, Int>(
    draw: { dice in
      let amount = dice.integer(in: 1...3)
      return dice.happens(0.5) ? .increment(by: amount) : .decrement(by: amount)
    },
    scope: [(.increment(by: 2), 0), (.decrement(by: 1), 0), (.decrement(by: 4), 1)],
    value: { $0.reduce(0) { $0 + $1.update.change } })

  static let adding = Subject<GSet<Int>.Update, [Int]>(
    draw: { .add($0.integer(in: 1...9)) },
    scope: [(.add(1), 0), (.add(2), 1), (.add(1), 2)],
    value: { events in (1...9).filter { number in events.contains { $0.update == .add(number) } } })

  static let addingOnce = Subject<TwoPhaseSet<Int>.Update, [Int]>(
    draw: { dice in
      let element = dice.integer(in: 1...4)
      return dice.happens(0.6) ? .add(element) : .remove(element)
    },
    scope: [(.add(1), 0), (.remove(1), 1), (.add(1), 2)],
    value: { addedOnce($0) },
    allows: { update, _, events in
      switch update {
      case .add(let element): !events.contains { $0.update == .remove(element) }
      case .remove(let element): addedOnce(events).contains(element)
      }
    })

  static let addWins = Subject<ORSet<Int>.Update, [Int]>(
    draw: { dice in
      let element = dice.integer(in: 1...3)
      return dice.happens(0.6) ? .add(element) : .remove(element)
    },
    scope: [(.add(1), 0), (.add(1), 1), (.remove(1), 1), (.remove(1), 2)],
    value: { events in
      (1...3).filter { element in
        events.contains { add in
          add.update == .add(element)
            && !events.contains { $0.update == .remove(element) && $0.sees(add) }
        }
      }
    })

  static let lastWins = Subject<LWWRegister<Int>.Update, Int?>(
    draw: { .set($0.integer(in: 1...99), time: $0.integer(in: 1...5)) },
    scope: [(.set(1, time: 2), 0), (.set(2, time: 1), 0), (.set(3, time: 2), 1)],
    value: { events in
      events.first { write in !events.contains { write.isOutdone(by: $0) { $0.write.time } } }?
        .update.write.content
    })

  static let siblings = Subject<MVRegister<Int>.Update, [Int]>(
    draw: { .set($0.integer(in: 1...99)) },
    scope: [(.set(1), 0), (.set(2), 1), (.set(3), 2)],
    value: { events in
      events.filter { write in !events.contains { $0.sees(write) } }.map(\.update.content).sorted()
    })

  static let cells = Subject<LWWMap<Int, Int>.Update, SortedMap<Int, Int>>(
    draw: { dice in
      let (key, time) = (dice.integer(in: 1...3), dice.integer(in: 1...5))
      return dice.happens(0.6)
        ? .set(dice.integer(in: 1...99), for: key, time: time) : .remove(key, time: time)
    },
    scope: [
      (.set(1, for: 1, time: 2), 0), (.remove(1, time: 2), 1), (.set(2, for: 2, time: 1), 1),
    ],
    value: { events in
      let last = events.filter { event in
        !events.contains { other in
          other.update.write.key == event.update.write.key
            && event.isOutdone(by: other) { $0.write.time }
        }
      }
      return SortedMap(
        last.map(\.update.write).compactMap { key, content, _ in content.map { (key, $0) } })
    })

  static let escrow = Subject<BoundedCounter.Update, Int>(
    draw: { dice in
      let amount = dice.integer(in: 1...3)
      return switch dice.integer(in: 1...6) {
      case 1...2: .increment(by: amount)
      case 3...4: .decrement(by: amount)
      default: .transfer(amount, to: ["A", "B", "C"][dice.integer(in: 0...2)])
      }
    },
    scope: [
      (.increment(by: 2), 0), (.transfer(1, to: "B"), 0), (.decrement(by: 1), 0),
      (.decrement(by: 1), 1),
    ],
    value: { max(0, $0.reduce(0) { $0 + $1.update.change }) },
    allows: { update, replica, events in
      switch update {
      case .increment: true
      case .transfer(_, replica): true
      case .decrement(let amount), .transfer(let amount, _): amount <= holding(of: replica, events)
      }
    })

  private static func addedOnce(_ events: [Event<TwoPhaseSet<Int>.Update>]) -> [Int] {
    (1...4).filter { element in
      events.contains { $0.update == .add(element) }
        && !events.contains { $0.update == .remove(element) }
    }
  }

  private static func holding(
    of replica: ReplicaID, _ events: [Event<BoundedCounter.Update>]
  ) -> Int {
    events.reduce(0) { held, event in
      switch event.update {
      case .increment, .decrement: event.replica == replica ? held + event.update.change : held
      case .transfer(let amount, let receiver):
        held + (receiver == replica ? amount : 0) - (event.replica == replica ? amount : 0)
      }
    }
  }
}

extension GCounter.Update {
  fileprivate var amount: Int {
    switch self {
    case .increment(let amount): amount
    }
  }
}

extension PNCounter.Update {
  fileprivate var change: Int {
    switch self {
    case .increment(let amount): amount
    case .decrement(let amount): -amount
    }
  }
}

extension BoundedCounter.Update {
  fileprivate var change: Int {
    switch self {
    case .increment(let amount): amount
    case .decrement(let amount): -amount
    case .transfer: 0
    }
  }
}

extension MVRegister.Update {
  fileprivate var content: Content {
    switch self {
    case .set(let content): content
    }
  }
}

extension LWWRegister<Int>.Update {
  fileprivate var write: (content: Int, time: Int) {
    switch self {
    case .set(let content, let time): (content, time)
    }
  }
}

extension LWWMap<Int, Int>.Update {
  fileprivate var write: (key: Int, content: Int?, time: Int) {
    switch self {
    case .set(let content, let key, let time): (key, content, time)
    case .remove(let key, let time): (key, nil, time)
    }
  }
}

extension Event {
  /// Of writes by one replica at one time, the first wins.
  fileprivate func isOutdone(by other: Event, time: (Update) -> Int) -> Bool {
    let (mine, theirs) = ((time(update), replica), (time(other.update), other.replica))
    return mine == theirs ? sees(other) : mine < theirs
  }
}
