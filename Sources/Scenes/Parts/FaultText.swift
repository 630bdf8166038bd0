import Content
import GeoModel
import GeoSim

/// Faults as lessons and learners write them: `12 s crash us-east`, `20 s cut us-east eu-west`.
struct FaultText {
  /// What can be written between the time and the regions.
  static let words = [
    "crash", "recover", "pause", "resume", "isolate", "rejoin", "cut", "heal", "slow", "skew",
  ]

  /// Reads one fault; the regions are those of a topology.
  static func parse(_ text: String, in topology: Topology) throws(FaultTextError) -> RegionFault {
    var words = text.split(separator: " ").map(String.init)
    guard words.count >= 4, let time = Duration(authored: "\(words[0]) \(words[1])") else {
      throw .misshapen(text)
    }
    let word = words[2]
    words.removeFirst(3)
    return RegionFault(try change(word, words, in: topology), at: time)
  }

  private static func change(_ word: String, _ operands: [String], in topology: Topology)
    throws(FaultTextError) -> RegionFault.Change
  {
    let first = try region(operands, 0, in: topology)
    switch word {
    case "crash": return .crash(first)
    case "recover": return .recover(first)
    case "pause": return .pause(first)
    case "resume": return .resume(first)
    case "isolate": return .isolate(first)
    case "rejoin": return .rejoin(first)
    case "cut": return .cut(from: first, to: try region(operands, 1, in: topology))
    case "heal": return .heal(from: first, to: try region(operands, 1, in: topology))
    case "slow":
      guard let factor = operands.last.flatMap(Double.init), operands.count == 3, factor > 0 else {
        throw .misshapen(([word] + operands).joined(separator: " "))
      }
      return .slow(from: first, to: try region(operands, 1, in: topology), factor: factor)
    case "skew":
      guard let offset = Duration(authored: operands.dropFirst().joined(separator: " ")) else {
        throw .misshapen(([word] + operands).joined(separator: " "))
      }
      return .skewClock(first, by: offset)
    default: throw .unknownWord(word)
    }
  }

  private static func region(_ operands: [String], _ index: Int, in topology: Topology)
    throws(FaultTextError) -> RegionID
  {
    guard operands.indices.contains(index) else {
      throw .misshapen(operands.joined(separator: " "))
    }
    let region = RegionID(operands[index])
    guard topology.region(region) != nil else {
      throw .unknownRegion(region, known: topology.regions.map(\.id.name))
    }
    return region
  }
}

/// Why a fault cannot be read.
enum FaultTextError: Error, CustomStringConvertible {
  case misshapen(String)
  case unknownWord(String)
  case unknownRegion(RegionID, known: [String])

  var description: String {
    switch self {
    case .misshapen(let text):
      "'\(text)' is no fault; write a time, what happens and where: 12 s crash us-east"
    case .unknownWord(let word):
      "nothing is called '\(word)'; \(suggestion(for: word, in: FaultText.words))"
    case .unknownRegion(let region, let known):
      "no region is called '\(region)'; \(suggestion(for: region.name, in: known))"
    }
  }
}

extension Arguments {
  /// The faults of the argument `faults`: a list, or the word `none`.
  mutating func faults(in topology: Topology) throws(Diagnostic) -> [RegionFault] {
    guard let texts = try optionalStrings("faults"), texts != ["none"] else { return [] }
    var faults: [RegionFault] = []
    for text in texts {
      do throws(FaultTextError) {
        faults.append(try FaultText.parse(text, in: topology))
      } catch {
        throw failure("faults", error.description)
      }
    }
    return faults
  }
}
