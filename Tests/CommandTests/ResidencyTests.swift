import Testing
import geolearn

/// `geolearn calc residency`
struct ResidencyTests {
  private let design = """
    accounts:
      eu: {jurisdiction: EEA, home: eu-central-1}
    entities:
      user: {subject: user, fields: {email: personal}}
    stores:
      profiles: {engine: postgres, regions: home, holds: user}
      copies: {engine: backup, regions: us-east-1}
    flows:
      - {from: profiles, to: copies, kind: backup}
    """

  private func run(_ options: String, design text: String? = nil) throws -> CommandOutput {
    let place = try Workplace()
    try place.write(text ?? design, to: "my.yaml")
    return place.run("calc residency my.yaml \(options)")
  }

  @Test func `every finding has its rule, its sentence, its path and a remedy`() throws {
    #expect(
      try run("--policy strict-eu")
        == CommandOutput(
          """
          Design my.yaml, as of 2026-11-25, policy strict-eu

          ✘ LAW breach: transfer-without-basis
            user.email of eu accounts reaches copies in us-east-1, under the law of the
            US, and no basis is claimed.
            path    profiles (eu-central-1) → backup → copies (us-east-1)
            rule    GDPR, articles 44 to 46
            remedy  keep copies in the EEA, or claim a basis that holds: dpf if the
                    recipient is certified, else scc

          ✘ POLICY breach: outside-eea
            user.email of eu accounts reaches copies in us-east-1, under the law of the
            US.
            path    profiles (eu-central-1) → backup → copies (us-east-1)
            rule    policy strict-eu
            remedy  choose regions of the EEA for copies

          1 found by law, 1 by policy.
          This is engineering, not legal advice; docs/design-files.md lists the rules.

          """, code: .failed))
  }

  @Test func `without findings the code is 0`() throws {
    let output = try run("", design: design + "\nbases: {us-east-1: scc}")
    #expect(output.code == .success)
    #expect(
      output.text == """
        Design my.yaml, as of 2026-11-25, policy none

        ✔ Nothing was found.
        This is engineering, not legal advice; docs/design-files.md lists the rules.

        """)
  }

  @Test func `the answer for programs has these keys in this order`() throws {
    #expect(
      try run("--format json").text == """
        {
          "design": "my.yaml",
          "policy": "none",
          "day": "2026-11-25",
          "findings": [
            {
              "rule": "transfer-without-basis",
              "source": "law",
              "reference": "GDPR, articles 44 to 46",
              "severity": "breach",
              "population": "eu",
              "fields": ["user.email"],
              "path": [
                {
                  "store": "profiles",
                  "region": "eu-central-1",
                  "by": "written",
                  "transform": "none"
                },
                {
                  "store": "copies",
                  "region": "us-east-1",
                  "by": "backup",
                  "transform": "none"
                }
              ],
              "sentence": "user.email of eu accounts reaches copies in us-east-1, under the law of the US, and no basis is claimed.",
              "remedy": "keep copies in the EEA, or claim a basis that holds: dpf if the recipient is certified, else scc"
            }
          ]
        }

        """)
  }

  @Test(arguments: [("feed", geolearn.ExitStatus.success), ("forgotten-backup", .failed)])
  func `the designs of the course are known by name`(name: String, code: geolearn.ExitStatus) throws
  {
    #expect(try Workplace().run("calc residency \(name)").code == code)
  }

  @Test func `the schema is printed as it is`() throws {
    let output = try Workplace().run("calc residency --schema")
    #expect(output.text.hasPrefix("{\n \"$schema\""))
    #expect(output.code == .success)
  }

  @Test(
    arguments: [
      (
        "fed",
        "no design is called 'fed'; did you mean 'feed'? A path to a .yaml file is taken too",
        .usage
      ),
      ("", "a design is missing; name one, such as feed, or a path", .usage),
      ("none.yaml", "there is no file 'none.yaml' that can be read", .noInput),
    ] as [(String, String, geolearn.ExitStatus)])
  func `a mistake on the command line is answered with what would be right`(
    line: String, message: String, code: geolearn.ExitStatus
  ) throws {
    #expect(
      try Workplace().run("calc residency \(line)")
        == CommandOutput(complaint: "Error: \(message)\n", code: code))
  }

  @Test func `mistakes in the design are answered with their places`() throws {
    let text = design.replacing("regions: home", with: "regions: hom").replacing(
      "kind: backup", with: "kind: bakup")
    #expect(
      try run("", design: text)
        == CommandOutput(
          complaint: """
            Error: the design has mistakes
            my.yaml:6:41: error: no region is called 'hom'; did you mean 'home'?
            my.yaml:9:40: error: kind is bakup; did you mean 'backup'?

            """, code: .data))
  }
}
