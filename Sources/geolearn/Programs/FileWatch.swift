import Foundation

/// Notices that a file was saved. A class, since it owns a descriptor.
///
/// The folder is watched, because editors write a new file and rename it. Where the system cannot
/// tell, one asks again from time to time.
final class FileWatch {
  /// Can be read when something in the folder has happened; `nil` where the system cannot tell.
  let descriptor: Int32?
  private let path: String
  private var stamp: Stamp

  /// What changes when a file is saved; nothing where there is no file.
  private struct Stamp: Equatable {
    let size: Int?
    let time: Date?
    let number: Int?

    init(_ path: String) {
      let facts = try? FileManager.default.attributesOfItem(atPath: path)
      size = (facts?[.size] as? NSNumber)?.intValue
      time = facts?[.modificationDate] as? Date
      number = (facts?[.systemFileNumber] as? NSNumber)?.intValue
    }
  }

  init(_ path: String) {
    self.path = path
    stamp = Stamp(path)
    descriptor = Self.watching(URL(filePath: path).deletingLastPathComponent().path)
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Whether the file is another one than when it was asked last; waits until it is whole.
  func hasChanged() -> Bool {
    drain()
    var now = Stamp(path)
    guard now.size != nil, now != stamp else { return false }
    // A program that saves in steps is left time to end, but not for ever.
    for _ in 0..<Self.mostSteps {
      usleep(Self.stepMicroseconds)
      let next = Stamp(path)
      guard next != now else { break }
      now = next
    }
    stamp = now
    return true
  }

  private static let mostSteps = 20
  private static let stepMicroseconds: UInt32 = 50_000

  private func drain() {
    guard let descriptor else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 { continue }
  }

  private static func watching(_ folder: String) -> Int32? {
    #if os(Linux)
      let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE)
      guard inotify_add_watch(descriptor, folder, events) >= 0 else {
        close(descriptor)
        return nil
      }
      return descriptor
    #else
      return nil
    #endif
  }
}
