/// The SHA-256 of some content, as 64 hexadecimal digits.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let description: String

  /// The hash written so, or `nil` where these are not 64 lower-case hexadecimal digits.
  package init?(hex: String) {
    let isHex = hex.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard hex.utf8.count == 64, isHex else { return nil }
    description = hex
  }

  /// The hash of these bytes.
  package init(of bytes: some Sequence<UInt8>) {
    description = SHA256.digest(of: Array(bytes)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// The hash of named files, whatever their order; names and lengths count too.
  package init(ofFiles files: [String: [UInt8]]) {
    var bytes: [UInt8] = []
    for (name, content) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    {
      bytes.append(contentsOf: "\(name.utf8.count) \(name) \(content.count) ".utf8)
      bytes.append(contentsOf: content)
    }
    self.init(of: bytes)
  }

  /// The hash of named files by their lengths and checksums, whatever their order.
  ///
  /// It tells one edition of the data from another at a tenth of the cost, and is no proof against forgery.
  package init(editionOfFiles files: [String: [UInt8]]) {
    let lines = files.map {
      "\($0.key.utf8.count) \($0.key) \($0.value.count) \(CRC32.of($0.value)) "
    }
    self.init(of: lines.sorted().joined().utf8)
  }
}
