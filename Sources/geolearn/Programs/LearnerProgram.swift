import CNcurses
import Exercises
import Foundation

/// A learner's program at work, from the first question on, behind walls.
///
/// The program ends with the last owner of this value; that is why it is a class.
package final class LearnerProgram: Conversation {
  private let source: ProgramSource
  /// For the whole conversation, compiling included.
  private let limit: Duration
  private let interruption: Interruption?
  private let invocation: Invocation
  private var lines = LineProtocol(folder: "")

  private var folder: WorkFolder?
  private var process: ContainedProcess?
  private var deadline = ContinuousClock.now
  private var failure: ProgramFailure?
  private var phase = Phase.starting

  /// How far the program has come; before it reads the learner's file nothing is his fault.
  private enum Phase { case starting, reading, talking }

  package init(
    _ source: ProgramSource, _ invocation: Invocation, limit: Duration? = nil,
    interruption: Interruption? = nil
  ) {
    self.source = source
    self.limit = limit ?? source.timeLimit
    self.interruption = interruption
    self.invocation = invocation
  }

  package var equatesEquivalentTexts: Bool {
    if case .file(_, .swift) = source { true } else { false }
  }

  /// What is in force around the program; nothing before the first question.
  package var walls: Walls { process?.walls ?? [] }

  /// What the program printed, as far as it is kept.
  package var printed: String {
    lines.withoutChance(String(decoding: process?.printed ?? [], as: UTF8.self))
  }

  package func ask(_ requests: [CounterRequest]) throws(ProgramFailure) -> [CounterReply] {
    if let failure { throw failure }
    do throws(ProgramFailure) {
      let process = try running()
      process.send(lines.lines(for: requests))
      return try replies(requests.count, from: process)
    } catch {
      failure = error
      stop()
      throw error
    }
  }

  /// Ends the program and removes its folder.
  package func stop() {
    process?.end()
    folder = nil
  }
}

extension LearnerProgram {
  private func running() throws(ProgramFailure) -> ContainedProcess {
    if let process { return process }
    return try start()
  }

  private func start() throws(ProgramFailure) -> ContainedProcess {
    deadline = .now + limit
    let folder = try workFolder()
    let plans = ProgramPlans(
      source: source, folder: folder, limit: limit, drivers: embeddedContent,
      tools: ToolFinder(invocation),
      place: invocation.folder)
    let plan = try plans.plan()
    if let compilation = try plans.compilation() { try compile(compilation) }
    let process = try launched(plan)
    self.process = process
    process.send(lines.greeting(seconds: warning))
    try expectReady(process)
    return process
  }

  /// When a driver tells where its program is: shortly before the end.
  private var warning: Double {
    let left = deadline - .now
    let seconds = Double(left.components.seconds) + Double(left.components.attoseconds) / 1e18
    return max(0.1, seconds - 0.3)
  }

  private func workFolder() throws(ProgramFailure) -> WorkFolder {
    do throws(CommandFailure) {
      let folder = try WorkFolder(invocation)
      self.folder = folder
      lines = LineProtocol(folder: folder.path)
      return folder
    } catch {
      throw .undecided(error.description)
    }
  }

  private func launched(_ plan: ContainedProcess.Plan) throws(ProgramFailure) -> ContainedProcess {
    guard let process = ContainedProcess(plan) else {
      throw .undecided("no process can be started: \(String(cString: strerror(errno)))")
    }
    return process
  }

  private func compile(_ plan: ContainedProcess.Plan) throws(ProgramFailure) {
    let compiler = try launched(plan)
    switch news(from: compiler) {
    case .answers, .end: break
    case .late: throw .undecided("swiftc did not end within \(limit.components.seconds) s")
    case .interrupted: throw Self.stopped
    }
    guard compiler.state != .ended(0) else { return }
    throw CompilerWords.failure(String(decoding: compiler.printed, as: UTF8.self))
  }

  private static let longestLine = 1 << 16
  private static let stopped = ProgramFailure.undecided("the check was stopped")
}

extension LearnerProgram {
  private func expectReady(_ process: ContainedProcess) throws(ProgramFailure) {
    if case .command = source { phase = .reading }
    while true {
      switch try nextLine(from: process) {
      case .ready:
        phase = .talking
        return
      case .reading: phase = .reading
      case .failure(let failure): throw failure
      case .reply, .stray:
        throw .fault("its first line must be the word after 'token', then 'ready'")
      }
    }
  }

  private func replies(
    _ count: Int, from process: ContainedProcess
  ) throws(ProgramFailure) -> [CounterReply] {
    var replies: [CounterReply] = []
    replies.reserveCapacity(count)
    while replies.count < count {
      switch try nextLine(from: process) {
      case .reply(let reply): replies.append(reply)
      case .failure(let failure): throw failure
      case .ready, .reading, .stray: throw .fault("it answered 'ready' when it was asked something")
      }
    }
    guard !process.hasLine else { throw .fault("it answered more than it was asked") }
    return replies
  }

  /// The next line of the protocol; on standard output a program may print others in between.
  private func nextLine(from process: ContainedProcess) throws(ProgramFailure) -> LineProtocol.Line
  {
    while true {
      while let line = process.takeLine() {
        let meaning = lines.meaning(of: line)
        guard meaning == .stray else { return meaning }
        guard case .command = source else { throw scribbled(line) }
      }
      guard process.untaken.count < Self.longestLine else {
        throw scribbled(process.untaken)
      }
      switch news(from: process) {
      case .answers: continue
      case .late: throw .fault(FaultWords.late(limit, printed: printed))
      case .interrupted: throw Self.stopped
      case .end: throw ending(of: process)
      }
    }
  }

  /// Waits for a process; what does not end the check is no news.
  private func news(from process: ContainedProcess) -> ContainedProcess.News {
    while true {
      let news = process.wait(until: deadline, interrupts: interruption?.descriptors ?? [])
      guard news == .interrupted, let interruption, !interruption.isWanted() else { return news }
    }
  }

  private func scribbled(_ bytes: ArraySlice<UInt8>) -> ProgramFailure {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    return .fault(FaultWords.scribbled(lines.withoutChance(text)))
  }

  private func ending(of process: ContainedProcess) -> ProgramFailure {
    switch process.state {
    case .cannotStart(let code):
      return .undecided("it cannot be started: \(String(cString: strerror(code)))")
    case .starting, .running:
      return .fault(FaultWords.closed)
    case .ended(let status):
      guard phase != .starting, !isUnknownCommand(status) else {
        return .undecided(FaultWords.unstarted(printed))
      }
      if process.isCrowded { return .fault(FaultWords.crowded) }
      return .fault(FaultWords.ended(status, wasReading: phase == .reading, printed: printed))
    }
  }

  /// Whether the shell could not find or start the learner's command.
  private func isUnknownCommand(_ status: Int32) -> Bool {
    guard case .command = source, phase == .reading else { return false }
    return [126, 127].contains((status >> 8) & 0xFF)
  }
}
