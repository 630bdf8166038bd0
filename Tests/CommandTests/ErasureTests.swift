import Testing
import geolearn

/// `geolearn calc erasure`
struct ErasureTests {
  @Test func `the answer tells every copy, what was tried, and when the last one is gone`() throws {
    let output = try Workplace().run("calc erasure feed --subject ana --at 12d")
    #expect(
      output.text == """
        Design feed: ana asks for erasure, and everything is told to forget

        copy              gone after  by         encrypted with
        ─────────────────────────────────────────────────────────────────
        profiles               5 min  key gone   user-key
        posts                  5 min  key gone   user-key
        events                 5 min  key gone   user-key
        timelines            at once  deleted
        timelines (file)        24 h  rewritten
        edge                 at once  deleted
        finder                  24 h  rewritten
        logs                    30 d  expired                    the last
        snapshots              5 min  key gone   user-key
        mailer                   7 d  expired

        The last copy is gone after 30 d: logs.
        After 12 d can be read: logs.

        Tried without user-key: of 4 copies of ana none opens; every copy of others opens.

        ✔ Nothing was found. Engineering, not legal advice: only the rules of docs/design-files.md.

        """)
    #expect(output.code == .success)
  }

  @Test(
    arguments: [
      // design and options, rules that are found
      ("feed", []), ("key-backup", ["key-backup"]),
      ("feed --away 12d", []), ("feed --restore 20d", []),
    ] as [(String, [String])])
  func `a design ends with what was found in it`(arguments: String, rules: [String]) throws {
    let output = try Workplace().run("calc erasure \(arguments) --format json")
    let found = output.text.split(separator: "\n").filter { $0.contains("\"rule\": ") }
      .map { String($0.split(separator: "\"")[3]) }
    #expect(found == rules)
    #expect(output.code == (rules.isEmpty ? .success : .failed))
  }

  @Test func `a forgotten backup of the keys is found by decrypting`() throws {
    let text = try Workplace().run("calc erasure key-backup").text
    #expect(text.contains("Tried without user-key: of 4 copies of ana 4 open;"))
    #expect(text.contains("a backup of it is kept for 365 d: all that it sealed opens."))
  }

  @Test(arguments: [
    ("", "Error: Missing expected argument '<name-or-path>'"),
    ("fed", "Error: no design is called 'fed'; did you mean 'feed'?"),
    ("feed --at soon", "Error: --at is 'soon'; it must be a time such as 30s, 1.5s or 2min"),
  ])
  func `a wrong command line is answered`(arguments: String, complaint: String) throws {
    let output = try Workplace().run("calc erasure \(arguments)")
    #expect(output.complaint.hasPrefix(complaint), "\(output.complaint)")
    #expect(output.code == .usage)
  }
}
