import Foundation

/// Where a presenter and those who follow him find each other: a socket in the file system, which
/// only their owner may use.
package struct PresentSocket {
  /// In the order in which they are tried; a presenter takes the first one.
  package let paths: [String]

  /// `$XDG_RUNTIME_DIR`, which ends with the session, and else the folder of the journal; a session
  /// over ssh may know the second alone.
  package init(_ invocation: Invocation) {
    let runtime = invocation.variable("XDG_RUNTIME_DIR").flatMap { folder in
      folder.hasPrefix("/") ? "\(folder)/geolearn" : nil
    }
    let state = Journal(invocation).path.map {
      URL(filePath: $0).deletingLastPathComponent().path
    }
    paths = [runtime, state].compactMap(\.self).map { "\($0)/present.socket" }
  }

  /// What is sent first: who speaks, and the version of the protocol.
  package static let greeting = "geolearn-present 1"

  /// The address of a path; `nil` where it is longer than the system allows.
  static func address(of path: String) -> sockaddr_un? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { field in
      guard bytes.count < field.count else { return false }
      field.copyBytes(from: bytes)
      return true
    }
    return fits ? address : nil
  }

  /// A socket that never waits; -1 where none can be had.
  static func open() -> Int32 {
    #if os(Linux)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_UNIX, kind, 0)
    prepare(descriptor)
    return descriptor
  }

  /// Lets a socket never wait, never outlive the program in another one, and never end it because
  /// the other side has gone.
  static func prepare(_ descriptor: Int32) {
    guard descriptor >= 0 else { return }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if !os(Linux)
      var isOn: Int32 = 1
      setsockopt(
        descriptor, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  /// Sends what can be sent now; -1 where nothing can.
  static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
    #if os(Linux)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    return bytes.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, flags) }
  }
}

extension sockaddr_un {
  /// Calls a function of the system with the address as it wants it.
  func withPointer(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    withUnsafePointer(to: self) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
