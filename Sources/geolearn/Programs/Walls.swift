import CNcurses

/// What stands between a learner's program and the rest of the machine.
package struct Walls: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Its own process numbers, which all end with it, and no network.
  package static let namespace = Walls(rawValue: PROGRAM_WALL_NAMESPACE.rawValue)
  /// It can write nothing but a folder in memory that vanishes with it.
  package static let readOnly = Walls(rawValue: PROGRAM_WALL_READ_ONLY.rawValue)
  /// It can start no process, reach no network and send no signal.
  package static let systemCalls = Walls(rawValue: PROGRAM_WALL_SYSTEM_CALLS.rawValue)

  package static let all: Walls = [.namespace, .readOnly, .systemCalls]

  /// For programs: `namespace`, `read-only`, `system-calls`.
  package var names: [String] {
    [(Walls.namespace, "namespace"), (.readOnly, "read-only"), (.systemCalls, "system-calls")]
      .filter { contains($0.0) }.map(\.1)
  }
}

/// What a learner's program may use up.
struct ProgramLimits: Sendable {
  var time: Duration
  /// Of processor time, in all threads of one process.
  var processorSeconds: UInt64 { UInt64(time.components.seconds) * 2 + 2 }
  /// Of address space; 0 where only data counts, because a virtual machine reserves far more.
  var addressBytes: UInt64 = 1 << 30
  var dataBytes: UInt64 = 0
  var fileBytes: UInt64 = 16 << 20
  var processes: UInt64 = 128
}
