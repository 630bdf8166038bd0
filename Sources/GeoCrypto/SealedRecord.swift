/// What a store keeps of a record that is encrypted: anybody may copy it, few can read it.
public struct SealedRecord: Equatable, Sendable {
  /// Whose data it is.
  public let subject: String
  public let name: String
  /// A nonce of 12 bytes, the ciphertext, and a tag of 16 bytes.
  public let bytes: [UInt8]

  /// What the cipher authenticates along with the text: a record that is filed under another
  /// subject or another name does not open.
  ///
  /// The length in front keeps "a|b" of c apart from "a" of "b|c".
  static func label(subject: String, name: String) -> [UInt8] {
    Array("\(subject.utf8.count)|\(subject)|\(name)".utf8)
  }

  var label: [UInt8] { Self.label(subject: subject, name: name) }

  /// The ciphertext alone.
  public var ciphertext: ArraySlice<UInt8> { bytes.dropFirst(12).dropLast(16) }
}
