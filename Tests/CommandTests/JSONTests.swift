import Testing
import geolearn

struct JSONTests {
  @Test(
    arguments: [
      (85, "85"), (152.1, "152.1"), (7.125, "7.125"), (0.0004, "0"), (1.9996, "2"), (-0.5, "-0.5"),
      (0.05, "0.05"),
    ] as [(Double, String)])
  func `numbers have no more than three decimals`(number: Double, text: String) {
    #expect(JSON.number(number).text == text)
  }

  @Test func `characters that would end a text early are escaped`() {
    #expect(JSON.string("a\"b\\c\n\u{1}\u{1F}").text == #""a\"b\\c\n\u0001\u001f""#)
  }

  @Test func `what is not a number is null`() {
    #expect(JSON.number(.infinity).text == "null")
    #expect(JSON.number(.nan).text == "null")
  }
}
