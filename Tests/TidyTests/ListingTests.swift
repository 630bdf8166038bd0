import TestSupport
import Testing

/// What is in a folder is named where people look for it.
struct ListingTests {
  @Test func `every kind of scene is in the catalog`() throws {
    let files = try Repository.swiftFiles(in: "Sources/Scenes")
    let catalog = try #require(files.first { $0.path.hasSuffix("/SceneCatalog.swift") })
    let kinds = files.filter { $0.path.contains("/Specs/") }.flatMap { file in
      file.code.matches(of: /struct (\w+): (?:Diagram)?Scene\b/).map { String($0.1) }
    }
    #expect(kinds.count > 1)
    #expect(kinds.filter { !catalog.code.contains("\($0)(arguments") } == [])
  }

  @Test func `every asset has its source`() throws {
    let assets = try Repository.files(in: "assets")
    let sources = try #require(assets["assets/SOURCES.md"])
    let unknown = assets.keys.filter { $0 != "assets/SOURCES.md" }
      .filter { !sources.contains($0.dropFirst("assets/".count)) }
    #expect(unknown.sorted() == [])
  }

  @Test func `every topology is named in the README`() throws {
    let files = try Repository.allFiles()
    guard let readme = files["README.md"] else { return }
    let folder = "assets/topologies/"
    let names = files.keys.filter { $0.hasPrefix(folder) }
      .map { $0.dropFirst(folder.count).dropLast(".yaml".count) }
    #expect(names.filter { !readme.contains("`\($0)`") }.sorted() == [])
  }
}
