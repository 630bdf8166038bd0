import CNcurses
import Foundation

/// A process behind walls, which is asked on one pipe and answers on another.
///
/// It ends with its owner, with everything that it started; that is why this is a class.
final class ContainedProcess {
  /// What it is, and what it may.
  struct Plan {
    /// The path of the program first.
    var arguments: [String]
    var environment: [String: String]
    /// Where it begins.
    var start: String
    /// Where it may write.
    var folder: String
    var limits: ProgramLimits
    var usesStandardStreams = false
    var mayStartProcesses = false
    var mayWrite = false
  }

  /// What is known of its life.
  enum State: Equatable {
    case starting
    case running
    /// With the errno.
    case cannotStart(Int32)
    /// With the status, as wait() gives it.
    case ended(Int32)
  }

  /// Why waiting is over.
  enum News { case answers, end, late, interrupted }

  private(set) var state = State.starting
  private(set) var walls: Walls = []
  /// Whether it was ended because it had started too many processes.
  private(set) var isCrowded = false
  /// What it printed, as far as it is kept.
  private(set) var printed: [UInt8] = []
  /// What it answered, of which the first `taken` bytes have been given away.
  private var answers: [UInt8] = []
  private var taken = 0
  /// What it is asked and has not been sent yet.
  private var unsent: ArraySlice<UInt8> = []
  private var hasAnswersLeft = true
  private var hasPrintedAll = false
  /// How long the end is waited for when no answer can come any more.
  private var patience: ContinuousClock.Instant?

  private let guardian: pid_t
  private var isEnded = false
  private var requestPipe: DescriptorPair
  private var answerPipe: DescriptorPair
  private var printedPipe: DescriptorPair
  private var reportPipe: DescriptorPair
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  private static let mostPrinted = 1 << 14

  /// - Returns: `nil` when the system has no process or pipe left.
  init?(_ plan: Plan) {
    guard let requests = DescriptorPair(), let answers = DescriptorPair(),
      let printed = DescriptorPair(), let report = DescriptorPair()
    else { return nil }
    requestPipe = requests
    answerPipe = answers
    printedPipe = printed
    reportPipe = report
    guardian = Self.start(
      plan, requests: requestPipe.reading, answers: answerPipe.writing,
      printed: printedPipe.writing, report: reportPipe.writing)
    guard guardian > 0 else { return nil }
    signal(SIGPIPE, SIG_IGN)
    requestPipe.keepWriting()
    answerPipe.keepReading()
    printedPipe.keepReading()
    reportPipe.keepReading()
  }

  deinit { end() }

  /// Ends the process with everything that it started, and waits for that.
  func end() {
    guard guardian > 0, !isEnded else { return }
    isEnded = true
    program_end(guardian)
  }

  private static func start(
    _ plan: Plan, requests: Int32, answers: Int32, printed: Int32, report: Int32
  ) -> pid_t {
    let variables = plan.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return withCStrings(plan.arguments) { arguments in
      withCStrings(variables) { environment in
        withCStrings([plan.start, plan.folder]) { folders in
          var c = ProgramPlan()
          (c.arguments, c.environment) = (arguments, environment)
          c.start = folders[0].map { UnsafePointer($0) }
          c.folder = folders[1].map { UnsafePointer($0) }
          (c.requests, c.answers, c.printed, c.report) = (requests, answers, printed, report)
          c.uses_standard_streams = plan.usesStandardStreams
          c.may_start_processes = plan.mayStartProcesses
          c.may_write = plan.mayWrite
          c.cpu_seconds = plan.limits.processorSeconds
          c.address_bytes = plan.limits.addressBytes
          c.data_bytes = plan.limits.dataBytes
          c.file_bytes = plan.limits.fileBytes
          c.processes = plan.limits.processes
          return program_start(&c)
        }
      }
    }
  }
}

extension ContainedProcess {
  /// Asks, without waiting for an answer.
  func send(_ bytes: [UInt8]) {
    unsent += bytes
  }

  /// Waits until answers have come, the process has ended, the time is over, or one of
  /// `interrupts` can be read.
  func wait(until deadline: ContinuousClock.Instant, interrupts: [Int32]) -> News {
    while !isOver {
      let left = (patience ?? deadline) - .now
      guard left > .zero else { return patience == nil ? .late : .end }
      var entries = entries(interrupts)
      guard poll(&entries, nfds_t(entries.count), left.pollTimeout) > 0 else { continue }
      if entries[4...].contains(where: { $0.revents != 0 }) { return .interrupted }
      if entries[0].revents != 0 { sendMore() }
      if entries[1].revents != 0 { takePrinted() }
      if entries[2].revents != 0, takeAnswers() { return .answers }
      if entries[3].revents != 0 { takeReports() }
    }
    return takeAnswers() ? .answers : .end
  }

  private var isOver: Bool {
    switch state {
    case .starting, .running: false
    case .cannotStart, .ended: true
    }
  }

  // Entries with a negative descriptor are left out by poll.
  private func entries(_ interrupts: [Int32]) -> [pollfd] {
    let own = [
      (unsent.isEmpty ? -1 : requestPipe.writing, POLLOUT),
      (hasPrintedAll ? -1 : printedPipe.reading, POLLIN),
      (hasAnswersLeft ? answerPipe.reading : -1, POLLIN), (reportPipe.reading, POLLIN),
    ]
    return (own + interrupts.map { ($0, POLLIN) }).map { descriptor, events in
      pollfd(fd: descriptor, events: Int16(events), revents: 0)
    }
  }

  private func sendMore() {
    let count = unsent.withUnsafeBytes { write(requestPipe.writing, $0.baseAddress, $0.count) }
    if count > 0 {
      unsent = unsent.dropFirst(count)
    } else if ![EAGAIN, EINTR].contains(errno) {
      unsent = []  // nobody reads any more; the end will be noticed
    }
  }

  private func takePrinted() {
    guard let bytes = available(printedPipe.reading, into: &buffer) else {
      hasPrintedAll = true
      return
    }
    printed += bytes.prefix(Self.mostPrinted - printed.count)
  }

  /// False when there are none.
  private func takeAnswers() -> Bool {
    guard hasAnswersLeft else { return false }
    guard let bytes = available(answerPipe.reading, into: &buffer) else {
      hasAnswersLeft = false
      patience = .now + .milliseconds(500)
      return false
    }
    answers += bytes
    return !bytes.isEmpty
  }

  private func takeReports() {
    var report = ProgramReport()
    let size = MemoryLayout<ProgramReport>.size
    var count = read(reportPipe.reading, &report, size)
    while count == size {
      take(report)
      count = read(reportPipe.reading, &report, size)
    }
    // Without its guardian nobody will ever tell more.
    if count == 0, !isOver { state = .ended(SIGKILL) }
  }

  private func take(_ report: ProgramReport) {
    switch report.kind {
    case PROGRAM_STARTS:
      walls = Walls(rawValue: UInt32(report.value))
      state = .running
    case PROGRAM_CROWDED:
      isCrowded = true
    case PROGRAM_CANNOT_START:
      state = .cannotStart(report.value)
    default:
      guard !isOver else { return }
      takePrinted()
      state = .ended(report.value)
    }
  }
}

extension ContainedProcess {
  /// What can be read when there is news, for those who wait for several processes.
  var descriptors: [Int32] {
    [reportPipe.reading] + (hasPrintedAll ? [] : [printedPipe.reading])
      + (hasAnswersLeft ? [answerPipe.reading] : [])
  }

  /// Takes what has come, without waiting for more.
  ///
  /// - Returns: whether the process has ended.
  func hasEnded() -> Bool {
    takePrinted()
    takeReports()
    while takeAnswers() { continue }
    return isOver
  }

  /// The next whole line of the answers, without its newline; `nil` when none is there yet.
  func takeLine() -> ArraySlice<UInt8>? {
    guard let end = answers[taken...].firstIndex(of: UInt8(ascii: "\n")) else {
      answers.removeFirst(taken)
      taken = 0
      return nil
    }
    defer { taken = end + 1 }
    return answers[taken..<end]
  }

  var hasLine: Bool { answers[taken...].contains(UInt8(ascii: "\n")) }

  /// What has come and was not taken, such as a line that is not whole yet.
  var untaken: ArraySlice<UInt8> { answers[taken...] }
}

extension Duration {
  /// In milliseconds for poll, rounded up, at most a minute.
  var pollTimeout: Int32 {
    let (seconds, attoseconds) = components
    return Int32(max(0, min(seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1, 60_000)))
  }
}

/// The texts as C wants them: pointers, and a null pointer at the end.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = texts.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeBufferPointer { buffer in
    guard let first = buffer.baseAddress else { preconditionFailure("an array with nil has one") }
    return body(first)
  }
}
