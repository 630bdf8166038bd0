import ArgumentParser
import Content
import Drawing
import Scenes

/// `80x24`
struct PictureSize: ExpressibleByArgument {
  let size: Size

  static let standard = PictureSize(size: Size(width: 80, height: 24))
  private static let allowed = 1...500

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}

extension PictureSize {
  init?(argument: String) {
    let numbers = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      .compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy(Self.allowed.contains) else { return nil }
    size = Size(width: numbers[0], height: numbers[1])
  }
}

/// A moment of a run: a part of it, from 0 to 1, or a time.
enum Moment: ExpressibleByArgument, Equatable {
  case part(Double)
  case time(Duration)

  init?(argument: String) {
    if argument.hasSuffix("%") {
      guard let percent = Double(argument.dropLast()), (0...100).contains(percent) else {
        return nil
      }
      self = .part(percent / 100)
    } else {
      let spaced =
        argument.prefix { $0.isNumber || $0 == "." } + " "
        + argument.drop { $0.isNumber || $0 == "." || $0 == " " }
      guard let time = Duration(authored: String(spaced)) else { return nil }
      self = .time(time)
    }
  }

  var defaultValueDescription: String { "100%" }

  func time(in scene: any Scene) -> Duration { time(within: scene.duration) }

  /// The moment of something that lasts so long.
  func time(within duration: Duration) -> Duration {
    switch self {
    case .part(let part): duration * part
    case .time(let time): min(time, duration)
    }
  }
}

/// `leader=eu-west`
struct Setting: ExpressibleByArgument {
  let key: String
  let value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    key = String(parts[0])
    value = String(parts[1])
  }
}
