import Foundation

/// What is installed here, besides geolearn.
enum Tools {
  static let hasPython = isThere("python3")
  static let hasJava = isThere("javac")
  static let hasSwift = isThere("swiftc")

  private static func isThere(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }
}
