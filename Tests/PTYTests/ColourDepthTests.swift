import Drawing
import Testing
import geolearn

struct ColourDepthTests {
  @Test(arguments: [
    // count of terminfo, colour wanted, its number
    (256, Color.indexed(178), 178), (256, .ansi(3), 3), (256, .terminalDefault, -1),
    (16, .indexed(178), 3), (16, .indexed(74), 6), (16, .indexed(175), 5), (16, .indexed(35), 2),
    (16, .indexed(166), 1), (16, .indexed(221), 11), (16, .indexed(31), 6), (16, .indexed(61), 4),
    (16, .indexed(250), 7), (8, .indexed(178), 3), (8, .ansi(11), 3),
    (0, .indexed(178), -1), (16_777_216, .indexed(178), 3),
  ])
  func `a colour becomes the nearest that there is`(count: Int, color: Color, number: Int) {
    let paint = Paint(
      foreground: color, background: .terminalDefault, isBold: false, isDim: false,
      isReversed: false, isUnderlined: false)
    #expect(ColourDepth(count: count).choice(for: paint).foreground == number)
  }

  @Test func `eight colours show a bright one as bold`() {
    let paint = Paint(
      foreground: .ansi(11), background: .terminalDefault, isBold: false, isDim: false,
      isReversed: false, isUnderlined: false)
    #expect(ColourDepth.eight.choice(for: paint).isBold)
    #expect(!ColourDepth.sixteen.choice(for: paint).isBold)
  }

  @Test(arguments: [8, 16, 256])
  func `no text has the colour of its background`(count: Int) {
    let depth = ColourDepth(count: count)
    for foreground in 0..<256 {
      for background in [0, 7, 15, 16, 231, 234, 255] where foreground != background {
        let paint = Paint(
          foreground: .indexed(foreground), background: .indexed(background), isBold: false,
          isDim: false, isReversed: false, isUnderlined: false)
        let choice = depth.choice(for: paint)
        #expect(choice.foreground != choice.background, "\(foreground) on \(background)")
      }
    }
  }
}
