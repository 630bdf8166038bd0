import Testing
import geolearn

/// `geolearn calc floor`
struct FloorTests {
  @Test func `light in fibre to Singapore and back takes 152 ms`() throws {
    let line = "calc floor us-east-1 ap-southeast-1 --topology aws-2025 --format json"
    #expect(
      try Workplace().run(line)
        == CommandOutput(
          """
          {
            "distance_km": 15528,
            "floor_ms": 152.1,
            "measured_ms": 219.3,
            "stretch": 1.44,
            "estimate": false,
            "faster_than_light": false
          }

          """))
  }

  @Test func `people are told what the numbers are`() throws {
    #expect(
      try Workplace().run("calc floor us-east ap-southeast --ascii").text == """
        us-east to ap-southeast, topology module

        distance    15,528 km    along the great circle
        floor          152.1 ms  light in straight fibre, there and back
        round trip     140 ms    measured

        The round trip is faster than light, 0.92x its floor of 152.1 ms: the source is wrong.

        """)
  }

  @Test(arguments: [
    ("us-west sa-east", "\"estimate\": true"),
    ("us-east ap-southeast", "\"faster_than_light\": true"),
    ("us-east us-east", "\"stretch\": null"),
  ])
  func `doubts are told to programs`(regions: String, line: String) throws {
    #expect(try Workplace().run("calc floor \(regions) --format json").text.contains(line))
  }

  @Test func `the tail percentile is a topology too`() throws {
    let line = "calc floor us-east-1 ap-southeast-1 --topology aws-2025:p90 --format json"
    let output = try Workplace().run(line)
    #expect(output.text.contains("\"floor_ms\": 152.1"))
    #expect(!output.text.contains("\"measured_ms\": 219.3"))
  }

  @Test func `a percentile that is not there is answered with those that are`() throws {
    let output = try Workplace().run("calc floor us-east-1 eu-west-1 --topology aws-2025:p99")
    #expect(output.complaint.contains("there is no ':p99' here; it has :p90"))
  }
}
