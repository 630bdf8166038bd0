import Foundation
import GeoModel

/// A program whose runs are timed from outside, as its user feels them.
struct Program {
  let path: String

  /// The median time from the start of the process to its exit, in milliseconds.
  func median(of runs: Int, _ arguments: [String]) throws -> Double {
    Quantiles(try (0..<runs).map { _ in try time(arguments) })[0.5].milliseconds
  }

  private func time(_ arguments: [String]) throws -> Duration {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let time = ContinuousClock.now - start
    guard process.terminationStatus == 0 else { throw ProgramFailure(arguments: arguments) }
    return time
  }
}

/// A program that did not end well.
struct ProgramFailure: Error, CustomStringConvertible {
  let arguments: [String]

  var description: String { "geolearn \(arguments.joined(separator: " ")) failed" }
}
