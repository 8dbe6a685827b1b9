/// CRC-32 as in gzip and PNG (polynomial 0xEDB88320): finds torn and flipped bytes, no forgery.
enum CRC32 {
  /// Eight tables of 256: the remainder of a byte, and of that byte with one to seven zero bytes after it.
  private static let tables: [UInt32] = {
    var tables = (0..<256).map { remainder(of: UInt32($0)) }
    for place in 256..<2048 {
      let before = tables[place - 256]
      tables.append(before >> 8 ^ tables[Int(before & 0xFF)])
    }
    return tables
  }()

  private static func remainder(of byte: UInt32) -> UInt32 {
    (0..<8).reduce(byte) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  /// The checksum of these bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.withContiguousStorageIfAvailable(of) ?? Array(bytes).withUnsafeBufferPointer(of)
  }

  /// The checksum, eight bytes at a time, each by the table that knows how many follow it.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var sum = ~UInt32(0)
      var place = 0
      let raw = UnsafeRawBufferPointer(bytes)
      while place + 8 <= raw.count {
        let word =
          UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
          ^ UInt64(sum)
        sum = 0
        for index in 0..<8 {
          let byte = Int(truncatingIfNeeded: word >> UInt64(8 * index)) & 0xFF
          sum ^= tables[(7 - index) * 256 + byte]
        }
        place += 8
      }
      for byte in bytes[place...] {
        sum = sum >> 8 ^ tables[Int(UInt8(truncatingIfNeeded: sum) ^ byte)]
      }
      return ~sum
    }
  }
}
