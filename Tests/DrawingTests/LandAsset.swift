import Drawing
import Foundation

/// The text of a file of the world, from the folder of the package.
func landText(_ name: String = "land") throws -> String {
  let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try String(
    contentsOf: package.appending(path: "assets/world/\(name).txt"), encoding: .utf8)
}

/// The world as the program shows it.
func realWorld() throws -> WorldMap {
  WorldMap(land: try landRings(parsing: landText()))
}
