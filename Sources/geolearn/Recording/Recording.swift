import App
import Drawing

/// A film as it is written down: the pictures that differ from those before them, and when.
package struct Recording {
  package struct Shot {
    /// Since the beginning, in milliseconds.
    package let time: Int
    package let canvas: Canvas
  }

  package struct Mark: Equatable {
    package let time: Int
    package let title: String
  }

  package let title: String
  package let size: Size
  package let theme: Theme
  /// The first one at the beginning.
  package private(set) var shots: [Shot] = []
  package private(set) var marks: [Mark] = []
  /// In milliseconds.
  package private(set) var length = 0

  /// Ten pictures a second are enough for what moves on a grid of characters.
  private static let frame = 100

  /// - Parameters:
  ///   - motion: with reduced motion, only the moments that tell everything.
  ///   - idle: the longest time in which nothing changes; what is longer is cut.
  package init(
    _ film: Film, size: Size, theme: Theme, motion: Motion = .full, idle: Duration? = nil
  ) {
    title = film.title
    self.size = size
    self.theme = theme
    var clock = 0
    var last = 0
    let titles = Dictionary(film.marks.map { ($0.time.wholeMilliseconds, $0.title) }) { $1 }
    for moment in Self.moments(of: film, motion) {
      let canvas = film.canvas(at: .milliseconds(moment), size: size)
      let hasChanged = shots.last?.canvas != canvas
      guard hasChanged || titles[moment] != nil || moment == film.duration.wholeMilliseconds else {
        continue
      }
      clock += min(moment - last, idle?.wholeMilliseconds ?? .max)
      last = moment
      if hasChanged { shots.append(Shot(time: clock, canvas: canvas)) }
      if let title = titles[moment] { marks.append(Mark(time: clock, title: title)) }
    }
    length = clock
  }

  /// In milliseconds, in order, each once.
  private static func moments(of film: Film, _ motion: Motion) -> [Int] {
    let cuts = film.cuts.map(\.wholeMilliseconds)
    guard motion == .full else { return cuts }
    let frames = stride(from: 0, to: film.duration.wholeMilliseconds, by: frame)
    return Set(cuts + frames).sorted()
  }
}

extension Duration {
  /// Films are measured in whole ones.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
