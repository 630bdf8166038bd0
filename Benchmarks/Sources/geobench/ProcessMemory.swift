import Foundation

/// What the system says about this process.
enum ProcessMemory {
  /// The most memory that the process has had; `nil` where the system keeps no such file.
  static var peakKilobytes: Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
  }
}
