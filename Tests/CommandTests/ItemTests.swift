import Testing
import geolearn

/// `geolearn init`, `hint` and `reset`
struct ItemTests {
  @Test func `init writes a file that can be checked`() throws {
    let place = try Workplace()
    #expect(place.run("init").text.hasPrefix("answers/task1.yaml is written: "))
    #expect(place.run("check 1 2.5").code.code == 2)
  }

  @Test func `init writes designs to begin with, which can be judged and are still open`() throws {
    let place = try Workplace()
    #expect(
      place.run("init").text.contains("answers/task3.yaml is written: a design that is still"))
    let output = place.run("check 3 --format json")
    #expect(output.code.code == 1)
    #expect(output.text.contains("\"id\": \"3.2-law\""))
    #expect(output.complaint == "")
  }

  @Test func `init writes below another folder`() throws {
    let place = try Workplace()
    #expect(place.run("init mine").code == .success)
    #expect(try place.text(of: "mine/answers/task1.yaml").contains("\"1.1\":"))
  }

  @Test func `init never overwrites`() throws {
    let place = try Workplace()
    try place.write("mine", to: "answers/task1.yaml")
    let output = place.run("init")
    #expect(output.complaint == "Error: answers/task1.yaml is there already and stays as it is\n")
    #expect(output.code == .cannotCreate)
    #expect(try place.text(of: "answers/task1.yaml") == "mine")
  }

  @Test func `each call goes one hint further, and no further than the last`() throws {
    let place = try Workplace()
    let counts = (1...4).map { _ in place.run("hint 1.1").text.split(separator: "\n").count }
    #expect(counts == [1, 2, 3, 3])
    #expect(place.journal.first == "hinted 1.1 1")
  }

  @Test func `a level can be asked for`() throws {
    let place = try Workplace()
    #expect(place.run("hint 1.1 --level 2").text.contains("\nHint 2 of 3: "))
    #expect(place.journal == ["hinted 1.1 2"])
  }

  @Test(arguments: [
    ("hint 1.1 --level 4", "--level is 4; it must be 1 to 3"),
    ("reset 1.1", "nobody is there to be asked; say --yes to reset 1.1"),
  ])
  func `what cannot be done is answered with what can`(line: String, message: String) throws {
    let output = try Workplace().run(line)
    #expect(output == CommandOutput(complaint: "Error: \(message)\n", code: .usage))
  }

  @Test func `a hint is for one item`() throws {
    #expect(try Workplace().run("hint task1").complaint.contains("name one, such as 1.1"))
  }

  @Test func `reset lets an item begin anew`() throws {
    let place = try Workplace()
    _ = place.run("check 1.1 --answer \"85 ms\"")
    #expect(place.run("reset 1.1 --yes") == CommandOutput("1.1 begins anew.\n"))
    #expect(place.journal == ["graded 1.1 pass", "reset 1.1"])
    #expect(place.run("learn").text.contains("Latency math: 9 items"))
  }
}
