import Crypto

/// A key under another key: AES key wrap, RFC 3394.
enum KeyWrapping {
  static func wrap(_ key: SymmetricKey, with wrapping: SymmetricKey) -> [UInt8] {
    do {
      return Array(try AES.KeyWrap.wrap(key, using: wrapping))
    } catch {
      preconditionFailure("256 bits wrap 256 bits: \(error)")
    }
  }

  /// - Returns: `nil` where another key has wrapped it.
  static func unwrap(_ wrapped: [UInt8], with wrapping: SymmetricKey) -> SymmetricKey? {
    // The cipher says only that the check of integrity failed.
    try? AES.KeyWrap.unwrap(wrapped, using: wrapping)
  }
}
