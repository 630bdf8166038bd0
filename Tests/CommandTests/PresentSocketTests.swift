import App
import Foundation
import Testing
import geolearn

/// A presenter and those who follow him, over real sockets.
struct PresentSocketTests {
  /// A short path: the name of a socket may have some hundred bytes.
  private struct Room: ~Copyable {
    let folder: String

    init() throws {
      folder = "/tmp/geolearn-\(UUID().uuidString.prefix(8))"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }  // the system cleans up after us

    var socket: PresentSocket {
      PresentSocket(
        Invocation(environment: ["XDG_RUNTIME_DIR": folder, "HOME": "\(folder)/h"], folder: "/"))
    }

    var path: String { "\(folder)/geolearn/present.socket" }
  }

  private static func position(_ step: Int, arguments: String? = nil) -> PresentPosition {
    PresentPosition(
      lesson: "02-speed-of-light", step: step, parts: 1, picture: nil, arguments: arguments,
      pointer: nil, isBlack: false, showsErratum: false, theme: "projector", seconds: 0)
  }

  @Test func `everybody hears the position, who comes late too, and then every news`() throws {
    let room = try Room()
    var podium = try Podium.open(room.socket)
    var first = PresentListener(room.socket)
    var second = PresentListener(room.socket)
    #expect(first.news() == nil)
    podium.tell(Self.position(1))
    #expect(first.news() == .position(Self.position(1)))
    #expect(first.news() == nil)
    podium.tell(Self.position(2, arguments: "w: 2 in 1...3\nclient: \"us-east\"\n"))
    #expect(second.news() == nil)
    podium.tell(Self.position(3))
    #expect(first.news() == .position(Self.position(3)))
    #expect(second.news() == .position(Self.position(3)))
  }

  @Test func `only the owner may use the socket, and it goes with the presenter`() throws {
    let room = try Room()
    do {
      let podium = try Podium.open(room.socket)
      let attributes = try FileManager.default.attributesOfItem(atPath: room.path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let folder = try FileManager.default.attributesOfItem(
        atPath: "\(room.folder)/geolearn")
      #expect(folder[.posixPermissions] as? Int == 0o700)
      _ = consume podium
    }
    #expect(!FileManager.default.fileExists(atPath: room.path))
  }

  @Test func `a second presenter is told of the first one, and disturbs nobody`() throws {
    let room = try Room()
    var podium = try Podium.open(room.socket)
    var listener = PresentListener(room.socket)
    #expect(listener.news() == nil)
    do throws(CommandFailure) {
      let second = try Podium.open(room.socket)
      Issue.record("there are two presenters")
      _ = consume second
    } catch {
      #expect(
        error
          == CommandFailure(
            "somebody presents already, with \(room.path).lock; end that presentation, or show it "
              + "here too with geolearn present --follow", .cannotCreate))
    }
    podium.tell(Self.position(1))
    #expect(listener.news() == .position(Self.position(1)))
  }

  @Test func `what a presenter left behind who was killed is in nobody's way`() throws {
    let room = try Room()
    try FileManager.default.createDirectory(
      atPath: "\(room.folder)/geolearn", withIntermediateDirectories: true)
    for name in [room.path, "\(room.path).lock"] {
      try Data().write(to: URL(filePath: name))
    }
    var podium = try Podium.open(room.socket)
    var listener = PresentListener(room.socket)
    _ = listener.news()
    podium.tell(Self.position(4))
    #expect(listener.news() == .position(Self.position(4)))
  }

  @Test func `a follower hears that the presenter has gone, and finds the next one`() throws {
    let room = try Room()
    var listener = PresentListener(room.socket)
    do {
      var podium = try Podium.open(room.socket)
      _ = listener.news()
      podium.tell(Self.position(1))
      #expect(listener.news() == .position(Self.position(1)))
    }
    #expect(listener.news() == .silence("The presenter has gone. Waiting for the next one."))
    #expect(listener.news() == nil)
    var podium = try Podium.open(room.socket)
    _ = listener.news()
    podium.tell(Self.position(2))
    #expect(listener.news() == .position(Self.position(2)))
  }

  @Test func `a follower who does not listen costs nothing, and then hears the latest`() throws {
    let room = try Room()
    var podium = try Podium.open(room.socket)
    var idle = PresentListener(room.socket)
    var eager = PresentListener(room.socket)
    _ = idle.news()
    _ = eager.news()
    // Far more than any buffer of the system holds.
    let long = String(repeating: "x", count: 10_000)
    for step in 1...500 {
      podium.tell(Self.position(step, arguments: long))
      #expect(eager.news() == .position(Self.position(step, arguments: long)))
    }
    var last: Follower.News?
    for _ in 0..<500 where last != .position(Self.position(500, arguments: long)) {
      last = idle.news() ?? last
      podium.tell(Self.position(500, arguments: long))
    }
    #expect(last == .position(Self.position(500, arguments: long)))
  }

  @Test func `followers come and go`() throws {
    let room = try Room()
    var podium = try Podium.open(room.socket)
    var steady = PresentListener(room.socket)
    _ = steady.news()
    for step in 1...100 {
      do {
        var passing = PresentListener(room.socket)
        _ = passing.news()
        podium.tell(Self.position(step))
        #expect(passing.news() == .position(Self.position(step)))
      }
      #expect(steady.news() == .position(Self.position(step)))
    }
    podium.tell(Self.position(101))
    #expect(steady.news() == .position(Self.position(101)))
  }

  @Test func `more than 64 followers are turned away, and the others are not`() throws {
    let room = try Room()
    var podium = try Podium.open(room.socket)
    var first = PresentListener(room.socket)
    _ = first.news()
    podium.tell(Self.position(1))
    let crowd = (0..<70).map { _ in
      let member = Crowd(room.socket)
      podium.tell(Self.position(1))
      return member
    }
    podium.tell(Self.position(2))
    #expect(first.news() == .position(Self.position(2)))
    let heard = crowd.count { $0.hears(.position(Self.position(2))) }
    #expect(heard == 63)
  }

  @Test func `a socket that cannot be made is an error that says why`() throws {
    let folder = "/tmp/geolearn-\(String(repeating: "x", count: 120))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let socket = PresentSocket(Invocation(environment: ["XDG_RUNTIME_DIR": folder], folder: "/"))
    do throws(CommandFailure) {
      let podium = try Podium.open(socket)
      Issue.record("there is a socket")
      _ = consume podium
    } catch {
      let path = "\(folder)/geolearn/present.socket"
      #expect(
        error
          == CommandFailure(
            "\(path) is \(path.utf8.count) bytes long, which is too long for a socket; "
              + "set XDG_RUNTIME_DIR to a shorter path", .inputOutput))
    }
  }

  @Test func `where the session has no folder, the socket is beside the journal`() throws {
    let room = try Room()
    let socket = PresentSocket(
      Invocation(
        environment: ["XDG_RUNTIME_DIR": "/proc/none", "GEOLEARN_STATE_DIR": room.folder],
        folder: "/"))
    var podium = try Podium.open(socket)
    #expect(FileManager.default.fileExists(atPath: "\(room.folder)/present.socket"))
    var listener = PresentListener(socket)
    _ = listener.news()
    podium.tell(Self.position(1))
    #expect(listener.news() == .position(Self.position(1)))
  }

  @Test func `a position is one line, whatever it says`() throws {
    let position = Self.position(5, arguments: "voters: \"a\"\nclient: b\u{2028}\u{1}\n")
    #expect(position.line.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
    #expect(PresentPosition(parsing: position.line.dropLast()) == position)
  }

  @Test func `what a newer presenter adds is passed over`() {
    let line = """
      position {"isBlack":false,"lesson":"02-speed-of-light","parts":5,"picture":{"focus":0,\
      "gear":0,"isPlaying":false,"isZoomed":false,"nanoseconds":85000000,"targets":[]},\
      "seconds":372,"showsErratum":false,"step":5,"theme":"projector","laser":[1,2]}
      """
    let position = PresentPosition(parsing: line)
    #expect(position?.picture?.nanoseconds == 85_000_000)
    #expect(position?.pointer == nil)
    for other in ["laser 1 2", "position", "position {}", "position x", ""] {
      #expect(PresentPosition(parsing: other) == nil)
    }
  }

  @Test(
    arguments: [
      // variables, paths
      (
        ["XDG_RUNTIME_DIR": "/run/7", "HOME": "/h"],
        ["/run/7/geolearn", "/h/.local/state/geolearn"]
      ),
      (["HOME": "/h"], ["/h/.local/state/geolearn"]),
      (["XDG_RUNTIME_DIR": "here", "XDG_STATE_HOME": "/s"], ["/s/geolearn"]),
      (["GEOLEARN_STATE_DIR": "/own", "HOME": "/h"], ["/own"]),
      ([:], []),
    ] as [([String: String], [String])])
  func `the socket is where the session is, and else beside the journal`(
    variables: [String: String], folders: [String]
  ) {
    let socket = PresentSocket(Invocation(environment: variables, folder: "/"))
    #expect(socket.paths == folders.map { "\($0)/present.socket" })
  }
}

/// A listener that can be kept in an array. A class, since a listener cannot be copied.
private final class Crowd {
  private var listener: PresentListener

  init(_ socket: PresentSocket) {
    listener = PresentListener(socket)
    _ = listener.news()
  }

  func hears(_ news: Follower.News) -> Bool { listener.news() == news }
}
