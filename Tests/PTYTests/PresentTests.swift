import App
import Foundation
import Testing
import geolearn

/// A presenter, three who follow him, and his notes: real programs on real terminals.
@Suite(.serialized)
struct PresentTests {
  /// A folder for the socket; gone when the value is.
  private struct Room: ~Copyable {
    let folder = "/tmp/geolearn-\(UUID().uuidString.prefix(8))"

    init() throws {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }  // the system cleans up after us

    func terminal(_ arguments: String, columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
      try PseudoTerminal(
        arguments, environment: ["XDG_RUNTIME_DIR": folder], columns: columns, rows: rows)
    }

    var socket: String { "\(folder)/geolearn/present.socket" }
  }

  /// Steps to go to, each another one than before.
  private static func steps(_ count: Int, seed: UInt64) -> [Int] {
    var state = seed
    var step = 1
    return (0..<count).map { _ in
      // Numerical Recipes' generator: enough for going to and fro.
      state = state &* 1_664_525 &+ 1_013_904_223
      step = (step + Int(state >> 33) % 12) % 13 + 1
      return step
    }
  }

  private static func presenter(in room: borrowing Room) throws -> PseudoTerminal {
    var presenter = try room.terminal("present 2 --motion none")
    let isShown = presenter.shows("1 of 13")
    try #require(isShown)
    return presenter
  }

  private static func follower(_ kind: String, in room: borrowing Room) throws -> PseudoTerminal {
    var follower = try room.terminal("present \(kind)")
    let isShown = follower.shows("of 13")
    try #require(isShown)
    return follower
  }

  /// A follower without a screen. A class, so that there can be an array of them.
  private final class Ear {
    private var listener: PresentListener
    private var step: Int?

    init(_ room: borrowing Room) {
      listener = PresentListener(
        PresentSocket(
          Invocation(environment: ["XDG_RUNTIME_DIR": room.folder], folder: room.folder)))
    }

    func hears(_ step: Int) -> Bool {
      if case .position(let position) = listener.news() { self.step = position.step }
      return self.step == step
    }
  }

  /// Goes to the steps, and waits each time until every ear has heard of it.
  ///
  /// - Returns: the longest time that took.
  private static func slowest(
    _ steps: some Collection<Int>, by presenter: inout PseudoTerminal, _ ears: [Ear]
  ) throws -> Duration {
    var slowest = Duration.zero
    for step in steps {
      let start = ContinuousClock.now
      presenter.type("\(step)G")
      let isHeard = presenter.waits { ears.allSatisfy { $0.hears(step) } }
      slowest = max(slowest, ContinuousClock.now - start)
      try #require(isHeard, "step \(step)")
    }
    return slowest
  }

  @Test func `three followers and the notes are where the presenter is, whatever he does`() throws {
    let room = try Room()
    var presenter = try Self.presenter(in: room)
    var first = try Self.follower("--follow", in: room)
    var second = try Self.follower("--follow", in: room)
    var third = try Self.follower("--follow", in: room)
    var notes = try Self.follower("--notes", in: room)
    let ears = (0..<3).map { _ in Ear(room) }
    let steps = Self.steps(200, seed: 7)
    var slowest = Duration.zero
    for part in 0..<4 {
      let part = steps[part * 50..<(part + 1) * 50]
      slowest = max(slowest, try Self.slowest(part, by: &presenter, ears))
      // Parts, knobs, and what is broken.
      presenter.type("\u{1B}[6~\u{1B}[6~\u{1B}[6~\u{1B}[Bx")
      let agree = (
        PseudoTerminal.agree(&presenter, &first), PseudoTerminal.agree(&presenter, &second),
        PseudoTerminal.agree(&presenter, &third)
      )
      try #require(agree == (true, true, true))
      notes.signal(SIGCONT)
      let isNoted = notes.shows("\(part.last ?? 0) of 13")
      #expect(isNoted)
    }
    print("the slowest of 200 moves was heard everywhere after \(slowest)")
    // People notice 200 ms; a busy machine may take longer.
    #expect(slowest < .seconds(10))
  }

  @Test func `a follower that stops or dies changes nothing for the others`() throws {
    let room = try Room()
    var presenter = try Self.presenter(in: room)
    var stopped = try Self.follower("--follow", in: room)
    var killed = try Self.follower("--follow", in: room)
    let ears = (0..<3).map { _ in Ear(room) }
    stopped.signal(SIGSTOP)
    let isStopped = stopped.stops()
    try #require(isStopped)
    killed.signal(SIGKILL)
    let ending = killed.ending()
    #expect(ending == .killed(signal: SIGKILL))
    let slowest = try Self.slowest(Self.steps(60, seed: 8), by: &presenter, ears)
    print("with one stopped and one dead follower, after \(slowest)")
    stopped.goOn()
    let catchesUp = PseudoTerminal.agree(&presenter, &stopped)
    #expect(catchesUp)
  }

  @Test func `when the presenter goes, followers wait for the next one`() throws {
    let room = try Room()
    var presenter = try Self.presenter(in: room)
    var follower = try Self.follower("--follow", in: room)
    presenter.type("q")
    let ending = presenter.ending()
    #expect(ending == .exited(0))
    #expect(presenter.traces() == [])
    #expect(!FileManager.default.fileExists(atPath: room.socket))
    let waits = follower.shows("The presenter has gone")
    #expect(waits)
    var next = try Self.presenter(in: room)
    let follows = follower.shows("1 of 13")
    #expect(follows)
    let agrees = PseudoTerminal.agree(&next, &follower)
    #expect(agrees)
    follower.type("q")
    let left = follower.ending()
    #expect(left == .exited(0))
    #expect(follower.traces() == [])
  }

  @Test func `a presenter that is killed is in nobody's way`() throws {
    let room = try Room()
    var presenter = try Self.presenter(in: room)
    presenter.signal(SIGKILL)
    let ending = presenter.ending()
    #expect(ending == .killed(signal: SIGKILL))
    _ = try Self.presenter(in: room)
  }

  @Test func `only the owner may follow, and nobody may present twice`() throws {
    let room = try Room()
    let presenter = try Self.presenter(in: room)
    let attributes = try FileManager.default.attributesOfItem(atPath: room.socket)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    var second = try room.terminal("present 2")
    let isTold = second.shows("somebody presents already")
    #expect(isTold)
    let ending = second.ending()
    #expect(ending == .exited(73))
    #expect(second.traces() == [])
    _ = consume presenter
  }
}
