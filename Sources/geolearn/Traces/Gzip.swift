/// Why a file in the form of gzip cannot be expanded.
package struct GzipFault: Error, Equatable {
  package enum Kind: Equatable {
    /// The file ends too early.
    case cutOff
    /// Something stands there that no such file has.
    case damaged
    /// What came out is not what went in.
    case wrongChecksum
    /// More comes out than is taken.
    case tooLong
  }

  /// About where, from 0.
  package let byte: Int
  package let kind: Kind

  package init(byte: Int, kind: Kind) {
    (self.byte, self.kind) = (byte, kind)
  }
}

/// Files in the form of gzip (RFC 1952), read without the library that no system has for sure.
package enum Gzip {
  /// The longest text that is taken, so that a small file cannot fill the memory.
  package static let longestOutput = 1 << 28

  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// - Parameter bytes: a file with one member, as programs write it.
  package static func expand(_ bytes: [UInt8], limit: Int = longestOutput) throws(GzipFault)
    -> [UInt8]
  {
    let start = try startOfData(bytes)
    let inflate = try Inflate(bytes[start...], limit: limit)
    guard inflate.end + 8 <= bytes.count else {
      throw GzipFault(byte: bytes.count, kind: .cutOff)
    }
    guard inflate.end + 8 == bytes.count else {
      throw GzipFault(byte: inflate.end + 8, kind: .damaged)
    }
    guard number(bytes, inflate.end) == checksum(inflate.output),
      number(bytes, inflate.end + 4) == UInt32(truncatingIfNeeded: inflate.output.count)
    else { throw GzipFault(byte: inflate.end, kind: .wrongChecksum) }
    return inflate.output
  }

  /// Behind the header: ten bytes, and what their flags announce.
  private static func startOfData(_ bytes: [UInt8]) throws(GzipFault) -> Int {
    guard bytes.count >= 10 else { throw GzipFault(byte: bytes.count, kind: .cutOff) }
    guard bytes[2] == 8, bytes[3] & 0xE0 == 0 else { throw GzipFault(byte: 2, kind: .damaged) }
    var start = 10
    if bytes[3] & 4 != 0, bytes.count >= 12 {
      start += 2 + Int(bytes[10]) + Int(bytes[11]) << 8
    }
    // The name of the file and a comment, each up to a zero.
    for flag in [8, 16] as [UInt8] where bytes[3] & flag != 0 {
      guard let zero = bytes.dropFirst(start).firstIndex(of: 0) else {
        throw GzipFault(byte: bytes.count, kind: .cutOff)
      }
      start = zero + 1
    }
    if bytes[3] & 2 != 0 { start += 2 }
    guard start <= bytes.count else { throw GzipFault(byte: bytes.count, kind: .cutOff) }
    return start
  }

  private static func number(_ bytes: [UInt8], _ position: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[position + $1]) << UInt32(8 * $1) }
  }

  /// The CRC-32 of RFC 1952, section 8.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      remainders[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8
    }
  }

  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
  }
}
