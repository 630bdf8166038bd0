import Content
import Testing

struct CourseTests {
  private let lesson = "---\nminutes: 5\n---\n# T\n## S"
  private let task = "---\nminutes: 5\ntask: 1\n---\n# T\n## S"

  @Test func `sections come first, then tasks, each by number`() throws {
    let course = try Course(files: [
      "assets/topologies/module.yaml": Samples.threeRegions,
      "assets/coastline.txt": "not read here",
      "lessons/10-b.md": lesson,
      "lessons/02-a.md": lesson,
      "lessons/task-1-c.md": task,
    ])
    #expect(
      course.lessons.map(\.file) == ["lessons/02-a.md", "lessons/10-b.md", "lessons/task-1-c.md"])
    #expect(course.sections.map(\.number) == [2, 10])
    #expect(course.tasks.map(\.number) == [1])
    #expect(course.atlas.names == ["module", "module:p90"])
  }

  @Test func `all mistakes of all files are found`() {
    let error = #expect(throws: Diagnostics.self) {
      try Course(files: [
        "assets/topologies/module.yaml": Samples.threeRegions,
        "assets/topologies/empty.yaml": "",
        "assets/topologies/other.yml": Samples.threeRegions,
        "lessons/02-a.md": lesson,
        "lessons/02-b.md": lesson,
        "lessons/03-c.md": "",
        "lessons/04-d.md": "\(lesson)\n\n<b>",
      ])
    }
    #expect(
      error?.description == """
        assets/topologies/empty.yaml:1:1: error: 'name' is missing; it must be a text
        assets/topologies/other.yml:1:1: error: the name of a topology ends in .yaml
        lessons/02-b.md:1:1: error: lessons/02-a.md is section 2 already; choose another number
        lessons/03-c.md:1:1: error: a lesson begins with ---, lines such as 'minutes: 25', and --- again
        lessons/04-d.md:7:1: error: HTML is not supported; write \\< for a plain <
        """)
  }
}

struct ErratumTests {
  @Test func `an erratum says what is claimed and what the model computes`() throws {
    let body = """
      claim: it takes 140 ms
      truth: it takes **{round-trip us-east to eu-west}**
      reason: |
        a majority of {majority of 3}
        is enough
      source: "[a paper](https://example.org/paper)"
      """
    let erratum = try Erratum(
      Samples.directive(body), topology: Samples.topology(), atlas: Samples.atlas())
    #expect(erratum.claim.plainText == "it takes 140 ms")
    #expect(erratum.truth.plainText == "it takes 85 ms")
    #expect(erratum.reason.plainText == "a majority of 2 is enough ")
    #expect(erratum.source == [.link([.text("a paper")], target: "https://example.org/paper")])
    #expect(erratum.line == 10)
  }
}
