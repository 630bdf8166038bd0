import Testing
import geolearn

/// The designs that answer tasks: `geolearn init`, `check`, `replay` and `watch`.
struct DesignTests {
  /// A shop that is soon judged: nothing of it but the sale is played event by event.
  private let shop = """
    accounts:
      india: {jurisdiction: India, home: ap-south-1}
      eu: {jurisdiction: EEA, home: eu-central-1}
    entities:
      user: {subject: user, fields: {email: personal}}
    stores:
      profiles: {engine: postgres, regions: home, holds: user}
    services:
      stock: {keeps: stock, serves: [india, eu], replication: snapshots, primary: ap-south-1,
        into: eu-central-1, every: 1 h, restore: 10 min}
    inventory: {method: oversell, at: stock, compensation: 0.2}
    """

  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write(shop, to: "shop.yaml")
    return place
  }

  @Test func `init writes designs that can be read, and says how to go on`() throws {
    let place = try Workplace()
    let output = place.run("init")
    for task in ["3", "4"] {
      #expect(
        output.text.contains(
          "answers/task\(task).yaml is written: a design that is still open. Complete it, then: "
            + "geolearn check \(task)\n"))
      #expect(try place.text(of: "answers/task\(task).yaml").contains("# Task \(task):"))
    }
  }

  @Test func `a check tells every requirement with its points, what was measured and the limit`()
    throws
  {
    let output = try place().run("check 4.3 --file shop.yaml")
    #expect(output.code == .failed)
    #expect(
      output.text.hasPrefix(
        """
        FAIL     4.3  2 of 4 requirements are met.
                      2/2 Everybody can buy every unit
                      2/4 Nothing is oversold while the network is cut (4776
                          oversold, limit: none)
        """), "\(output.text)")
    #expect(output.text.contains("limit: none)"))
    #expect(output.text.contains("As many apologies cost as much as"))
  }

  @Test func `two processes judge one design in the same bytes`() throws {
    let place = try place()
    let command = [try BuiltProgram.path()] + words("check 4 --file shop.yaml --format json")
    let environment = ["GEOLEARN_STATE_DIR": "\(place.folder)/state"]
    let one = try Tools.run(command, in: place.folder, environment)
    #expect(one.code == 1)
    #expect(one.text.contains("apology-prevents"))
    #expect(try Tools.run(command, in: place.folder, environment) == one)
  }

  @Test func `what failed is shown at the moment at which it went wrong`() throws {
    let output = try place().run("replay 4.3-cut --file shop.yaml")
    #expect(output.code == .success, "\(output.complaint)")
    #expect(output.text.contains("✘ 1 oversold"))
    #expect(output.text.contains("A buyer is sold a unit that is not there."))
  }

  @Test func `mistakes in a design are told with their place`() throws {
    let place = try Workplace()
    try place.write(shop.replacing("oversell", with: "overselling"), to: "shop.yaml")
    let output = place.run("check 4 --file shop.yaml")
    #expect(output.code == .data)
    #expect(
      output.complaint.contains("shop.yaml:11:21: error: method is overselling; did you mean"))
  }

  @Test func `one task can be watched at a time, and its file must be there`() throws {
    let place = try Workplace()
    #expect(place.run("watch 3 4").complaint.contains("one task can be watched at a time"))
    #expect(place.run("watch 4").complaint.contains("there is no file 'answers/task4.yaml'"))
  }
}
