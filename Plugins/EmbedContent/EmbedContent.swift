import Foundation
import PackagePlugin

/// Makes `lessons/` and `assets/` part of the binary, as one generated Swift file.
@main
struct EmbedContent: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folders = ["lessons", "assets"].map { context.package.directoryURL.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedContent.swift")
    return [
      .buildCommand(
        displayName: "Embed lessons and assets",
        executable: try context.tool(named: "embed-content").url,
        arguments: [output.path()] + folders.map { $0.path() },
        inputFiles: try folders.flatMap(files(in:)),
        outputFiles: [output])
    ]
  }

  private func files(in folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path())
      .map { folder.appending(path: $0) }
      .filter { !$0.hasDirectoryPath }
  }
}
