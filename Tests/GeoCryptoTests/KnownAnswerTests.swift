import Crypto
import Testing

@testable import GeoCrypto

/// Test case 16 of McGrew and Viega, "The Galois/counter mode of operation (GCM)".
private let vector = (
  key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
  text: "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
    + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
  label: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
  nonce: "cafebabefacedbaddecaf888",
  ciphertext: "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
    + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
  tag: "76fc6ece0f4e1768cddf8853bb2d551b"
)

@Test func `the cipher is AES-GCM with 256 bits`() {
  let key = SymmetricKey(data: bytes(vector.key))
  let sealed = AuthenticatedCipher.seal(
    bytes(vector.text), with: key, nonce: bytes(vector.nonce), label: bytes(vector.label))
  #expect(sealed == bytes(vector.nonce + vector.ciphertext + vector.tag))
  let opened = AuthenticatedCipher.open(sealed, with: key, label: bytes(vector.label))
  #expect(opened == bytes(vector.text))
}

@Test func `a sealed text opens with no bit changed, or not at all`() {
  let key = SymmetricKey(data: bytes(vector.key))
  let label = bytes(vector.label)
  let sealed = bytes(vector.nonce + vector.ciphertext + vector.tag)
  for place in sealed.indices {
    for bit in 0..<8 {
      var changed = sealed
      changed[place] ^= 1 << UInt8(bit)
      #expect(AuthenticatedCipher.open(changed, with: key, label: label) == nil)
    }
  }
  for length in 0..<sealed.count {
    let shortened = Array(sealed.prefix(length))
    #expect(AuthenticatedCipher.open(shortened, with: key, label: label) == nil)
  }
}

@Test func `a sealed text does not open under another label or another key`() {
  let key = SymmetricKey(data: bytes(vector.key))
  let sealed = bytes(vector.nonce + vector.ciphertext + vector.tag)
  #expect(AuthenticatedCipher.open(sealed, with: key, label: bytes(vector.label) + [0]) == nil)
  #expect(AuthenticatedCipher.open(sealed, with: key, label: []) == nil)
  let other = SymmetricKey(data: bytes(vector.key).reversed())
  #expect(AuthenticatedCipher.open(sealed, with: other, label: bytes(vector.label)) == nil)
}

@Test func `data keys are wrapped as in section 4_6 of RFC 3394`() throws {
  let wrapping = SymmetricKey(
    data: bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"))
  let wrapped = KeyWrapping.wrap(
    SymmetricKey(data: bytes("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f")),
    with: wrapping)
  let expected = bytes(
    "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21")
  #expect(wrapped == expected)
  #expect(KeyWrapping.unwrap(expected, with: wrapping) != nil)
  #expect(KeyWrapping.unwrap(expected, with: SymmetricKey(data: Array(1...32))) == nil)
}

private func bytes(_ hexadecimal: String) -> [UInt8] {
  let digits = hexadecimal.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}
