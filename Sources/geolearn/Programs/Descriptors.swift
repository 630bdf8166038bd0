import CNcurses
import Foundation

/// A pipe whose ends are closed with their owner.
struct DescriptorPair: ~Copyable {
  private(set) var reading: Int32
  private(set) var writing: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    if reading >= 0 { close(reading) }
    if writing >= 0 { close(writing) }
  }

  /// Leaves only the end for reading, which then never waits.
  mutating func keepReading() {
    close(writing)
    writing = -1
    _ = fcntl(reading, F_SETFL, O_NONBLOCK)
  }

  /// Leaves only the end for writing, which then never waits.
  mutating func keepWriting() {
    close(reading)
    reading = -1
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
  }
}

/// Bytes that came from a descriptor; `nil` at its end, empty when there are none yet.
func available(_ descriptor: Int32, into buffer: inout [UInt8]) -> ArraySlice<UInt8>? {
  let count = read(descriptor, &buffer, buffer.count)
  if count > 0 { return buffer[..<count] }
  return count == 0 || ![EAGAIN, EINTR].contains(errno) ? nil : []
}
