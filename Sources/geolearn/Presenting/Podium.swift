import App
import Foundation

/// The presenter's end of the socket: tells everybody who follows where the presentation is.
///
/// Nothing here waits. What a follower has not read yet stays in the system's buffer; when that is
/// full he misses positions, and hears the latest one when he reads again. So a follower who stands
/// still costs a line of text and no time.
package struct Podium: ~Copyable {
  private let path: String
  private let lock: Int32
  private let listener: Int32
  private var listeners: [Listener] = []
  private var position: PresentPosition?
  private var line: [UInt8] = []

  /// A room has so many at most; more are turned away.
  private static let most = 64

  /// - Throws: where somebody presents already, or no socket can be made anywhere.
  package static func open(_ socket: PresentSocket) throws(CommandFailure) -> Podium {
    var failure = CommandFailure(
      "HOME is not set, so there is no place for a socket", .inputOutput)
    for path in socket.paths {
      do throws(CommandFailure) {
        return try Podium(path: path)
      } catch  where error.code == .inputOutput {
        failure = error
      }
    }
    throw failure
  }

  private init(path: String) throws(CommandFailure) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    // A folder that cannot be made is found out by locking the file in it.
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let lock = try Self.lock("\(path).lock")
    do throws(CommandFailure) {
      listener = try Self.listen(at: path)
    } catch {
      close(lock)
      throw error
    }
    (self.path, self.lock) = (path, lock)
  }

  deinit {
    for listener in listeners { close(listener.descriptor) }
    close(listener)
    unlink(path)
    close(lock)
  }

  /// Can be read when somebody comes or goes.
  var descriptors: [Int32] { [listener] + listeners.map(\.descriptor) }

  /// Lets in who has come, lets go who has gone, and tells everybody the position.
  package mutating func tell(_ position: PresentPosition?) {
    if let position, position != self.position {
      self.position = position
      line = Array(position.line.utf8)
      for index in listeners.indices { listeners[index].isBehind = true }
    }
    admit()
    var gone: [Int32] = []
    for index in listeners.indices where !listeners[index].hear(line) {
      gone.append(listeners[index].descriptor)
    }
    for descriptor in gone { close(descriptor) }
    listeners.removeAll { gone.contains($0.descriptor) }
  }

  private mutating func admit() {
    while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
      guard listeners.count < Self.most else {
        close(descriptor)
        continue
      }
      PresentSocket.prepare(descriptor)
      listeners.append(
        Listener(descriptor: descriptor, rest: Array("\(PresentSocket.greeting)\n".utf8)[...]))
    }
  }
}

/// Somebody who follows.
private struct Listener {
  let descriptor: Int32
  /// Of the line that he is being told, what he has not taken yet.
  var rest: ArraySlice<UInt8>
  /// Whether there is news after that line.
  var isBehind = true

  /// - Returns: `false` when he has gone.
  mutating func hear(_ line: [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    // What he says means nothing; only that he is there.
    guard available(descriptor, into: &buffer) != nil else { return false }
    while !rest.isEmpty || isBehind && !line.isEmpty {
      if rest.isEmpty { (rest, isBehind) = (line[...], false) }
      let count = PresentSocket.send(rest, to: descriptor)
      guard count > 0 else { return [EAGAIN, EINTR, ENOBUFS].contains(errno) }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

extension Podium {
  /// Holds the lock of the one presenter, which ends with the process, however it ends.
  private static func lock(_ path: String) throws(CommandFailure) -> Int32 {
    let file = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("\(path) cannot be opened") }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK
      let failure =
        isTaken
        ? CommandFailure(
          "somebody presents already, with \(path); end that presentation, or show it here too "
            + "with geolearn present --follow", .cannotCreate)
        : Self.failure("\(path) cannot be locked")
      close(file)
      throw failure
    }
    return file
  }

  private static func listen(at path: String) throws(CommandFailure) -> Int32 {
    guard let address = PresentSocket.address(of: path) else {
      throw CommandFailure(
        "\(path) is \(path.utf8.count) bytes long, which is too long for a socket; "
          + "set XDG_RUNTIME_DIR to a shorter path", .inputOutput)
    }
    let listener = PresentSocket.open()
    // The lock is ours, so what is there was left behind.
    unlink(path)
    let mask = umask(0o177)
    let isBound = address.withPointer { bind(listener, $0, $1) } == 0
    umask(mask)
    guard isBound, Foundation.listen(listener, 16) == 0 else {
      let failure = failure("\(path) cannot be made")
      close(listener)
      throw failure
    }
    return listener
  }

  /// What the system says about the last call that failed.
  private static func failure(_ sentence: String) -> CommandFailure {
    CommandFailure("\(sentence): \(String(cString: strerror(errno)).lowercased())", .inputOutput)
  }
}

extension PresentPosition {
  /// `position {...}` with a newline.
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, numbers and truth values can always be written.
    let data = (try? encoder.encode(self)) ?? Data()
    return "position \(String(decoding: data, as: UTF8.self))\n"
  }

  /// Reads a line without its newline; `nil` for a line of another kind.
  package init?(parsing line: some StringProtocol) {
    let prefix = "position "
    guard line.hasPrefix(prefix),
      // A position that cannot be read is one of a newer program, and is passed over.
      let position = try? JSONDecoder().decode(
        PresentPosition.self, from: Data(line.dropFirst(prefix.count).utf8))
    else { return nil }
    self = position
  }
}
