import Exercises
import Foundation

/// Grades a class, several learners at once, in one thread that waits for processes.
struct ClassGrader {
  let plan: GradingPlan
  let kept: KeptGrades
  /// How many learners are graded at once.
  let jobs: Int
  let invocation: Invocation
  let progress: GradingProgress

  /// By the name of the learner.
  private(set) var verdicts: [String: [Verdict]] = [:]
  private var waiting: ArraySlice<Submission> = []
  private var running: [GradingJob] = []

  init(
    plan: GradingPlan, kept: KeptGrades, jobs: Int, progress: GradingProgress,
    _ invocation: Invocation
  ) {
    self.plan = plan
    self.kept = kept
    self.jobs = jobs
    self.progress = progress
    self.invocation = invocation
  }

  /// Grades everybody whose grade is not known yet.
  ///
  /// - Throws: after a signal, and where nothing can be started or kept.
  mutating func grade(_ submissions: [Submission]) throws(CommandFailure) {
    for submission in submissions {
      verdicts[submission.name] = kept.verdicts(
        on: submission.name, fingerprint: plan.fingerprint(of: submission))
    }
    waiting = submissions.filter { verdicts[$0.name] == nil }[...]
    progress.begin(known: verdicts.count, of: submissions.count)
    defer { progress.end() }
    let signals = invocation.ownsSignals ? SignalWatch() : nil
    while !waiting.isEmpty || !running.isEmpty {
      while running.count < jobs, let next = waiting.popFirst() {
        running.append(try GradingJob(next, plan, invocation))
      }
      wait(besides: signals?.interruption.descriptors ?? [])
      try collect()
      guard signals?.interruption.isWanted() != true else {
        throw stopped(by: signals?.ending ?? SIGINT, of: submissions.count)
      }
    }
  }

  private mutating func stopped(by signal: Int32, of count: Int) -> CommandFailure {
    running = []
    return CommandFailure(
      "stopped after \(verdicts.count) of \(count); start again to go on",
      .signal(signal))
  }

  /// Waits for news of any process, or for the next that is late.
  private func wait(besides others: [Int32]) {
    var entries = (running.flatMap(\.process.descriptors) + others).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let next = running.map(\.deadline).min() ?? .now
    poll(&entries, nfds_t(entries.count), (next - .now).pollTimeout)
  }

  private mutating func collect() throws(CommandFailure) {
    var going: [GradingJob] = []
    for job in running {
      guard let outcome = job.outcome() else {
        going.append(job)
        continue
      }
      try take(outcome, of: job)
    }
    running = going
  }

  private mutating func take(
    _ outcome: GradingJob.Outcome, of job: GradingJob
  ) throws(CommandFailure) {
    let name = job.submission.name
    switch outcome {
    case .report(let text, let verdicts):
      try kept.keep(text, on: name, fingerprint: job.fingerprint)
      self.verdicts[name] = verdicts
    // It is not kept, so that the next grading tries again.
    case .failed(let reason):
      job.process.end()
      verdicts[name] = plan.errors(saying: reason)
    }
    let known = verdicts.count
    progress.advance(to: known, name: name, verdicts: verdicts[name] ?? [])
  }
}
