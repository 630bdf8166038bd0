import App
import Exercises
import Foundation
import Testing
import geolearn

/// The learner's journal
struct JournalTests {
  @Test func `a line is the time, a tab and the entry`() throws {
    let place = try Workplace()
    var journal = Journal(place.invocation())
    journal.add([.graded(id: "1.1", .pass)], at: place.invocation().now)
    #expect(try place.text(of: "state/journal") == "2026-11-23T15:00:00Z\tgraded 1.1 pass\n")
  }

  @Test func `lines are added, never taken away`() throws {
    let place = try Workplace()
    let old = "2026-01-01T00:00:00Z\tgraded 1.1 fail\nsomething newer\n"
    try place.write(old, to: "state/journal")
    var journal = Journal(place.invocation())
    #expect(journal.entries() == [.graded(id: "1.1", .fail)])
    journal.add([.reset(id: "1.1")], at: place.invocation().now)
    #expect(try place.text(of: "state/journal").hasPrefix(old))
    #expect(journal.entries() == [.graded(id: "1.1", .fail), .reset(id: "1.1")])
  }

  @Test func `a line that was cut does not spoil the next`() throws {
    let place = try Workplace()
    try place.write("2026-01-01T00:00:00Z\tgraded 1.1 pa", to: "state/journal")
    var journal = Journal(place.invocation())
    journal.add([.reset(id: "1.2")], at: place.invocation().now)
    #expect(journal.entries() == [.reset(id: "1.2")])
  }

  @Test func `the folder is the learner's alone`() throws {
    let place = try Workplace()
    var journal = Journal(place.invocation())
    journal.add([.reset(id: "1.1")], at: place.invocation().now)
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(place.folder)/state")
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test(
    arguments: [
      (["GEOLEARN_STATE_DIR": "/a", "XDG_STATE_HOME": "/b", "HOME": "/c"], "/a/journal"),
      (["XDG_STATE_HOME": "/b", "HOME": "/c"], "/b/geolearn/journal"),
      (["XDG_STATE_HOME": "b", "HOME": "/c"], "/c/.local/state/geolearn/journal"),
      (["GEOLEARN_STATE_DIR": "", "HOME": "/c"], "/c/.local/state/geolearn/journal"),
      ([:], nil),
    ] as [([String: String], String?)])
  func `variables say where it is`(environment: [String: String], path: String?) {
    #expect(Journal(Invocation(environment: environment, folder: "/")).path == path)
  }

  @Test func `a course goes on without a journal, and says so once`() throws {
    let place = try Workplace()
    try place.write("in the way", to: "state")
    let output = place.run("check 1.1 --answer \"85 ms\"")
    #expect(output.text.hasPrefix("PASS"))
    #expect(
      output.complaint
        == "geolearn: your progress was not saved: "
        + "\(place.folder)/state/journal cannot be opened: not a directory\n")
    #expect(output.code == .success)
  }

  @Test func `a reset that cannot be remembered has not happened`() throws {
    let place = try Workplace()
    try place.write("in the way", to: "state")
    #expect(place.run("reset 1.1 --yes").code.code == 74)
  }
}
