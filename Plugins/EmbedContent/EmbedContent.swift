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
        inputFiles: try folders.flatMap(inputs(in:)),
        outputFiles: [output])
    ]
  }

  /// A folder and everything below it.
  ///
  /// A folder changes when a file is added to it, removed or saved under a new name. The list is
  /// made only when the build is planned: until then, nothing else is noticed of an added file.
  private func inputs(in folder: URL) throws -> [URL] {
    try [folder]
      + FileManager.default.subpathsOfDirectory(atPath: folder.path())
      .map { folder.appending(path: $0) }
  }
}
