import Foundation
import Testing
import Yams
import geolearn

/// `geolearn integration`: the packages, each run as its system runs it.
@Suite(.serialized)
struct IntegrationTests {
  private static let answers = "\"1.1\": 85 ms\n\"1.3\": 140 ms\n"

  private func package(_ name: String, in folder: String) throws -> Workplace {
    let place = try Workplace()
    let output = place.run("integration \(name) -o \(folder)")
    #expect(output.code == .success)
    #expect(output.complaint == "")
    return place
  }

  /// A program on the path that does nothing.
  private func stub(_ name: String, _ place: borrowing Workplace) throws -> [String: String] {
    try place.write("#!/bin/sh\n", to: "stubs/\(name)")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(place.folder)/stubs/\(name)")
    return ["PATH": "\(place.folder)/stubs:\(ProcessInfo.processInfo.environment["PATH"] ?? "")"]
  }

  @Test func `Gradescope finds results of an upload without folders`() throws {
    let place = try package("gradescope", in: "source")
    let variables = ["AUTOGRADER": place.folder].merging(try stub("apt-get", place)) { $1 }
    let setup = try Tools.run(["source/setup.sh"], in: place.folder, variables)
    #expect(setup.text == "\(Version.text)\n")
    #expect(setup.code == 0)
    try place.write(Self.answers, to: "submission/task1.yaml")
    #expect(try Tools.run(["source/run_autograder"], in: place.folder, variables).code == 0)
    let results = "\(place.folder)/results/results.json"
    #expect(try Tools.mistakes(in: results, by: "gradescope") == "")
    #expect(try place.text(of: "results/results.json").hasPrefix("{\n  \"score\": 1,"))
  }

  @Test func `Gradescope finds results where geolearn cannot run`() throws {
    let place = try package("gradescope", in: "source")
    try place.write("", to: "source/geolearn")
    try place.write("", to: "submission/task1.yaml")
    let run = try Tools.run(
      ["source/run_autograder"], in: place.folder, ["AUTOGRADER": place.folder])
    #expect(run.code == 0)
    #expect(
      try Tools.mistakes(in: "\(place.folder)/results/results.json", by: "gradescope") == "")
  }

  @Test func `Classroom 50 finds result.json beside the submission`() throws {
    let place = try package("classroom50", in: "bundle")
    try place.write(Self.answers, to: "checkout/answers/task1.yaml")
    let variables = [
      "CLASSROOM": "geo", "ASSIGNMENT": "latency", "SUBMISSION_TAG": "submit/1",
      "COMMIT_URL": "https://example.org/c", "RELEASE_URL": "https://example.org/r",
    ]
    let run = try Tools.run(
      ["python3", "../bundle/autograder.py"], in: "\(place.folder)/checkout", variables)
    #expect(run.code == 0, "\(run.text)")
    #expect(
      try Tools.mistakes(in: "\(place.folder)/checkout/result.json", by: "classroom50") == "")
    #expect(try place.text(of: "checkout/result.json").contains("\"score\": 1,"))
  }

  @Test func `Exercism finds results.json in the folder that it names`() throws {
    let place = try package("exercism", in: "runner")
    try place.write(Self.answers, to: "input/answers/task1.yaml")
    let run = try Tools.run(["runner/bin/run.sh", "task-1", "input/", "output/"], in: place.folder)
    #expect(run.code == 0, "\(run.text)")
    #expect(try Tools.mistakes(in: "\(place.folder)/output/results.json", by: "exercism") == "")
    #expect(try place.text(of: "output/results.json").contains("\"status\": \"fail\""))
    #expect(try Tools.run(["runner/bin/run.sh", "task1"], in: place.folder).code == 64)
  }

  @Test func `the workflow grades a push, and its code is that of the check`() throws {
    let place = try package("github-actions", in: "repository")
    let root = "\(place.folder)/repository"
    let text = try place.text(of: "repository/.github/workflows/geolearn.yml")
    let workflow = try #require(try Yams.load(yaml: text) as? [String: Any])
    let jobs = try #require(workflow["jobs"] as? [String: [String: Any]])
    let steps = try #require(jobs["check"]?["steps"] as? [[String: Any]])
    let scripts = steps.compactMap { $0["run"] as? String }
    #expect(scripts.count == 2)
    #expect(steps.compactMap { $0["uses"] as? String }.contains("actions/checkout@v4"))

    try place.write(Self.answers, to: "repository/answers/task1.yaml")
    try place.write("# before\n", to: "summary.md")
    var variables = try stub("sudo", place)
    variables["GITHUB_STEP_SUMMARY"] = "\(place.folder)/summary.md"
    variables["GEOLEARN_STATE_DIR"] = "\(place.folder)/state"
    let codes = try scripts.map {
      try Tools.run(["bash", "-e", "-c", $0], in: root, variables).code
    }
    #expect(codes == [0, 1])
    #expect(try place.text(of: "summary.md").hasPrefix("# before\n# geolearn\n"))
    #expect(try Tools.mistakes(in: "\(root)/results.json", by: "json") == "")
    #expect(try place.text(of: "repository/results.xml").contains("<testsuite name=\"task1\""))
  }

  @Test func `nothing is written over`() throws {
    let place = try package("exercism", in: "runner")
    try place.write("mine", to: "runner/bin/course.yaml")
    let output = place.run("integration exercism -o runner")
    #expect(output.code == .cannotCreate)
    #expect(output.complaint.hasSuffix("is there already and stays as it is; nothing is written\n"))
    #expect(try place.text(of: "runner/bin/course.yaml") == "mine")
  }
}
