import Content
import Foundation

/// The folder of one learner of a class.
struct Submission {
  /// Which is the name of the learner.
  let name: String
  let path: String

  /// The folders below that of the class, by name; hidden ones are nobody's.
  static func all(in folder: String, named shown: String) throws(CommandFailure) -> [Submission] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw CommandFailure("there is no folder '\(shown)' that can be read", .noInput)
    }
    let submissions = names.sorted().filter { !$0.hasPrefix(".") }
      .map { Submission(name: $0, path: "\(folder)/\($0)") }
      .filter { Self.kind(of: $0.path) == .typeDirectory }
    guard !submissions.isEmpty else {
      throw CommandFailure(
        "'\(shown)' has no folders; each learner has one, such as \(shown)/anna", .noInput)
    }
    return submissions
  }

  /// Links are not followed, so that nobody hands in what is another's.
  private static func kind(of path: String) -> FileAttributeType? {
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    return facts?[.type] as? FileAttributeType
  }

  /// Adds the names and contents of all files to a fingerprint.
  func add(to fingerprint: inout Fingerprint) {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    for file in paths.sorted().prefix(Self.mostFiles) {
      guard Self.kind(of: "\(path)/\(file)") == .typeRegular else { continue }
      fingerprint.add(file)
      fingerprint.add(FileManager.default.contents(atPath: "\(path)/\(file)") ?? Data())
    }
  }

  /// Nobody answers with more.
  private static let mostFiles = 1000
}

/// A number that is another one for other texts, as good as always: FNV-1a with 64 bits.
struct Fingerprint {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) { add(Data(text.utf8)) }

  /// The length too, so that two texts are not taken for one.
  mutating func add(_ data: Data) {
    add(bytes: data)
    withUnsafeBytes(of: UInt64(data.count).littleEndian) { add(bytes: $0) }
  }

  private mutating func add(bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// In hexadecimal digits.
  var text: String { String(hash, radix: 16) }
}
