import TestSupport
import Testing

/// The graph of ARCHITECTURE.md, as the files draw it.
struct ImportTests {
  /// What the files of a target may import.
  static let allowed: [(target: String, modules: Set<String>)] = [
    ("GeoModel", ["Foundation"]),
    ("Drawing", ["Glibc", "Musl", "Darwin"]),
    ("GeoSim", ["GeoModel", "HeapModule"]),
    ("GeoCrypto", ["GeoModel", "Crypto"]),
    ("Content", ["GeoModel", "Yams"]),
    ("Scenes", ["GeoModel", "GeoSim", "GeoCrypto", "Drawing", "Content"]),
    ("Exercises", ["GeoModel", "GeoSim", "GeoCrypto", "Content", "Yams"]),
    ("App", ["GeoModel", "Drawing", "Content", "Scenes", "Exercises", "Synchronization"]),
    ("CNcurses", []),
    (
      "geolearn",
      [
        "GeoModel", "GeoSim", "GeoCrypto", "Drawing", "Content", "Scenes", "Exercises", "App",
        "CNcurses", "ArgumentParser", "Foundation",
      ]
    ),
    ("embed-content", ["Foundation"]),
  ]

  @Test(arguments: allowed)
  func `a target imports nothing but what the architecture grants it`(
    target: String, modules: Set<String>
  ) throws {
    let strangers = try Repository.swiftFiles(in: "Sources/\(target)").flatMap { file in
      file.imports.filter { !modules.contains($0) }.map { "\(file.path) imports \($0)" }
    }
    #expect(strangers == [])
  }

  @Test func `every target has its row`() throws {
    let targets = Set(
      try Repository.files(in: "Sources").keys.map { path in
        String(path.split(separator: "/")[1])
      })
    #expect(targets == Set(Self.allowed.map(\.target)))
  }

  @Test func `the model uses Foundation for sines alone`() throws {
    let files = try Repository.swiftFiles(in: "Sources/GeoModel")
      .filter { $0.imports.contains("Foundation") && $0.occurrences(of: ["sin("]).isEmpty }
    #expect(files.map(\.path) == [])
  }
}
