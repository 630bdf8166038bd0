import Crypto

/// AES-GCM with keys of 256 bits: what is opened is what was sealed, or nothing.
///
/// NIST SP 800-38D. A sealed text is its nonce, then the ciphertext, then a tag of 16 bytes.
enum AuthenticatedCipher {
  /// - Parameters:
  ///   - nonce: 12 bytes that no other text under this key has.
  ///   - label: is not hidden, but must be the same when the text is opened.
  static func seal(
    _ text: [UInt8], with key: SymmetricKey, nonce: [UInt8], label: [UInt8]
  ) -> [UInt8] {
    do {
      let box = try AES.GCM.seal(
        text, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: label)
      return nonce + Array(box.ciphertext) + Array(box.tag)
    } catch {
      preconditionFailure("a nonce has 12 bytes and a key 256 bits: \(error)")
    }
  }

  /// - Returns: `nil` when the key, the label or a single bit is another one.
  static func open(_ sealed: [UInt8], with key: SymmetricKey, label: [UInt8]) -> [UInt8]? {
    // The cipher says only that authentication failed, and never what was wrong.
    guard let box = try? AES.GCM.SealedBox(combined: sealed),
      let text = try? AES.GCM.open(box, using: key, authenticating: label)
    else { return nil }
    return Array(text)
  }
}
