import Foundation
import Testing
import geolearn

/// Files that other programs have compressed.
struct GzipTests {
  @Test(arguments: [
    (Self.stored, "stored"),
    (Self.fixed, "fixed fixed fixed fixed fixed"),
    (Self.dynamic, (0..<40).map { "\($0 * $0) replicas of \($0) regions" }.joined(separator: " ")),
  ])
  func `a compressed text is expanded`(file: String, text: String) throws {
    #expect(String(decoding: try Gzip.expand(Self.bytes(file)), as: UTF8.self) == text)
  }

  @Test(arguments: [Self.stored, Self.fixed, Self.dynamic])
  func `a file that is cut off is refused wherever it is cut`(file: String) {
    let bytes = Self.bytes(file)
    for count in 0..<bytes.count {
      #expect(throws: GzipFault.self) { try Gzip.expand(Array(bytes.prefix(count))) }
    }
  }

  @Test(arguments: [Self.stored, Self.fixed, Self.dynamic])
  func `no byte behind the header can be changed without being noticed`(file: String) {
    let bytes = Self.bytes(file)
    // The header ends with a name in one of them; names are not checked.
    let start = file == Self.fixed ? 15 : 10
    for place in start..<bytes.count {
      for mask in [1, 2, 0x10, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[place] ^= mask
        let text = try? Gzip.expand(damaged)  // a bit that no code uses may change nothing
        #expect(text == nil || text == (try? Gzip.expand(bytes)))
      }
    }
  }

  @Test func `a mistake is named with its place`() throws {
    var bytes = Self.bytes(Self.stored)
    bytes[15] ^= 1
    #expect(throws: GzipFault(byte: 21, kind: .wrongChecksum)) { try Gzip.expand(bytes) }
    #expect(throws: GzipFault(byte: 29, kind: .damaged)) {
      try Gzip.expand(Self.bytes(Self.stored) + [0])
    }
    #expect(throws: GzipFault(byte: 3, kind: .cutOff)) { try Gzip.expand([0x1F, 0x8B, 8]) }
  }

  @Test func `a small file cannot fill the memory`() {
    #expect {
      try Gzip.expand(Self.bytes(Self.dynamic), limit: 100)
    } throws: {
      ($0 as? GzipFault)?.kind == .tooLong
    }
  }

  private static func bytes(_ text: String) -> [UInt8] {
    Data(base64Encoded: text).map(Array.init) ?? []
  }

  private static let stored = "H4sIAAAAAAAA/wEGAPn/c3RvcmVkC/lDVgYAAAA="

  private static let fixed =
    "H4sICAAAAAAA/25hbWUAS8usSE1RSMNOAgBcP8b2HQAAAA=="

  private static let dynamic =
    "H4sIAAAAAAAA/12SXQoCQQyDr7JHmLbzexwRFUFU9P6gT5Mmj9vQbfJNyvG5vB/38+l7vK5H+X/d7q/n9zCa255X"
    + "mvueL5oH/tNJqFvwRkLbQvBGx2m+MbbQ2dTcwuQUC65K4XwpuEt0ZLfKh8xTTDZnicDiQJYYCARrCY9sgYNPuQUS"
    + "4eJwJqySCzSq0HDQqJW3PDVhShdAozk7dNBog3M5aHSh4aDRdQs0ht4CjaEOUzM0F2gsoRGgsYRhpG4UQR+pHEVe"
    + "LFI7TB46aqqiEImWNKlVAImFtDFG7rD4BBRr0v3YVH4s1ZugJwQAAA=="
}
