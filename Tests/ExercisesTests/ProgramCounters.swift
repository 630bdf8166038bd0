import Exercises
import GeoModel

/// A counter as a learner writes it.
protocol LearnersCounter: AnyObject, SendableMetatype {
  init()
  func increment(_ node: ReplicaID) throws(LearnersError)
  func decrement(_ node: ReplicaID) throws(LearnersError)
  func merge(_ other: Self) throws(LearnersError)
  func value() throws(LearnersError) -> Int
}

/// What a learner's code throws.
struct LearnersError: Error {
  let message: String
}

/// A program with counters of one type, asked in this process.
struct Counters<Counter: LearnersCounter>: Conversation {
  private var counters: [Int: Counter] = [:]
  /// How many requests came, and in how many parts.
  private(set) var requestCount = 0
  private(set) var askCount = 0

  mutating func ask(_ requests: [CounterRequest]) -> [CounterReply] {
    requestCount += requests.count
    askCount += 1
    return requests.map { perform($0) }
  }

  private mutating func perform(_ request: CounterRequest) -> CounterReply {
    do throws(LearnersError) {
      switch request {
      case .create(let number): counters[number] = Counter()
      case .increment(let number, let node, let count):
        for _ in 0..<count { try counters[number]?.increment(node) }
      case .decrement(let number, let node, let count):
        for _ in 0..<count { try counters[number]?.decrement(node) }
      case .merge(let from, let into):
        if let other = counters[from] { try counters[into]?.merge(other) }
      case .value(let number):
        guard let counter = counters[number] else { return .done }
        return .value(Int64(try counter.value()))
      }
      return .done
    } catch {
      return .threw(error.message)
    }
  }
}
