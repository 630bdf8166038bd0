import ArgumentParser
import Foundation

/// A language for which geolearn has a driver.
package enum ProgramLanguage: String, CaseIterable, ExpressibleByArgument, Sendable {
  case python, java, swift

  /// The language of a file, told from its name; `nil` for one without a driver.
  package init?(file: String) {
    let ending = URL(filePath: file).pathExtension
    guard let language = Self.allCases.first(where: { $0.fileExtension == ending }) else {
      return nil
    }
    self = language
  }

  var fileExtension: String {
    switch self {
    case .python: "py"
    case .java: "java"
    case .swift: "swift"
    }
  }

  /// The name of the learner's file: `pn_counter.py`.
  package var fileName: String {
    switch self {
    case .python: "pn_counter.py"
    case .java, .swift: "PNCounter.\(fileExtension)"
    }
  }

  /// What runs or compiles it.
  var tool: String {
    switch self {
    case .python: "python3"
    case .java: "java"
    case .swift: "swiftc"
    }
  }

  /// How the tool is had where it is missing.
  var installation: String {
    switch self {
    case .python: "install Python 3, on Debian: apt-get install python3-minimal"
    case .java: "install a JDK, on Debian: apt-get install default-jdk-headless"
    case .swift: "install Swift: https://www.swift.org/install"
    }
  }

  /// The driver among the assets, and the name under which it is put beside the learner's file.
  var driver: (asset: String, fileName: String) {
    switch self {
    case .python: ("assets/drivers/driver.py", "driver.py")
    case .java: ("assets/drivers/Driver.java", "Driver.java")
    case .swift: ("assets/drivers/driver.swift", "main.swift")
    }
  }

  /// What `geolearn init` writes.
  var starter: String { "assets/drivers/starters/\(fileName)" }

  /// The longest that a check may take; compiling is slower than reading.
  var timeLimit: Duration { self == .python ? .seconds(10) : .seconds(20) }
}
