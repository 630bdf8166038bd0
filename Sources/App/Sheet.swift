import Drawing

/// The part of a screen on which pages are drawn.
struct Sheet {
  let screen: Size

  /// A page is no larger than this; on a larger screen it stands in the middle.
  private static let largest = Size(width: 132, height: 36)
  private static let smallest = Size(width: 40, height: 12)

  var isLargeEnough: Bool {
    screen.width >= Self.smallest.width && screen.height >= Self.smallest.height
  }

  /// The size of a page.
  var size: Size {
    Size(
      width: min(screen.width, Self.largest.width),
      height: min(screen.height, Self.largest.height))
  }

  /// Its upper left corner on the screen.
  var origin: (x: Int, y: Int) {
    ((screen.width - size.width) / 2, (screen.height - size.height) / 2)
  }

  /// The whole screen, with a page on it.
  func view(marks: Marks, page: () -> Canvas) -> Canvas {
    var canvas = Canvas(size: screen, marks: marks)
    if isLargeEnough {
      canvas.paste(page(), x: origin.x, y: origin.y)
    } else {
      canvas.put("geolearn needs 40×12", x: 0, y: 0)
    }
    return canvas
  }
}
