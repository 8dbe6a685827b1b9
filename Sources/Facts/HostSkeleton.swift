/// Forms of host names for comparing: lower case, parts, and the shape behind look-alike letters.
enum HostSkeleton {
  static func lowercased(_ host: String) -> String {
    guard host.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return host }
    return String(
      decoding: host.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  /// The last label that is not empty, without its dots; empty where there is none.
  static func lastLabel(_ host: [UInt8]) -> String {
    guard let last = host.lastIndex(where: { $0 != UInt8(ascii: ".") }) else { return "" }
    let label = host[...last]
    let dot = label.lastIndex(of: UInt8(ascii: "."))
    return String(decoding: label[(dot.map { $0 + 1 } ?? 0)...], as: UTF8.self)
  }

  /// The parts between dots and hyphens.
  static func parts(_ name: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    name.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  /// The name with look-alikes folded: `0` `1` `l` `i`, `rn`, `vv`, Latin letters with
  /// marks, Cyrillic and Greek ones.
  static func of(_ name: some Sequence<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    let bytes = Array(name)
    folded.reserveCapacity(bytes.count)
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      for byte in bytes { append(ascii(byte), to: &folded) }
      return folded
    }
    // A mark above the letter before it is not seen as a letter.
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
    where !(0x300...0x36F).contains(scalar.value) {
      append(letter(scalar), to: &folded)
    }
    return folded
  }

  /// The Latin letter a scalar is taken for, `?` for one that looks like none.
  private static func letter(_ scalar: Unicode.Scalar) -> UInt8 {
    if scalar.isASCII { return ascii(UInt8(scalar.value)) }
    return (latin[scalar.value] ?? plainLatin(scalar)).map(ascii) ?? UInt8(ascii: "?")
  }

  /// The letter under the marks of a Latin one, by its name in Unicode (LATIN SMALL LETTER A WITH …).
  private static func plainLatin(_ scalar: Unicode.Scalar) -> UInt8? {
    guard let words = scalar.properties.name?.split(separator: " "), words.count > 4,
      words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH", words[3].utf8.count == 1
    else { return nil }
    return words[3].utf8.first.map { $0 | 0x20 }
  }

  /// 0 → o, 1 and i → l.
  private static func ascii(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30: 0x6F
    case 0x31, 0x69: 0x6C
    default: byte
    }
  }

  private static func append(_ letter: UInt8, to folded: inout [UInt8]) {
    if letter == UInt8(ascii: "n"), folded.last == UInt8(ascii: "r") {
      folded[folded.count - 1] = UInt8(ascii: "m")
    } else if letter == UInt8(ascii: "v"), folded.last == UInt8(ascii: "v") {
      folded[folded.count - 1] = UInt8(ascii: "w")
    } else {
      folded.append(letter)
    }
  }

  /// An IPv4 or IPv6 address, a port, or a user before `@`.
  static func isAddress(_ host: [UInt8]) -> Bool {
    let dotted = host.contains(UInt8(ascii: "."))
    return host.contains(UInt8(ascii: ":")) || host.contains(UInt8(ascii: "@"))
      || (dotted && host.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
  }

  /// A label beyond ASCII, or its `xn--` form.
  static func isInternational(_ host: [UInt8]) -> Bool {
    host.contains { $0 >= 0x80 }
      || host.indices.contains { index in
        (index == 0 || host[index - 1] == UInt8(ascii: "."))
          && host[index...].starts(with: "xn--".utf8)
      }
  }

  private static let latin: [UInt32: UInt8] = [
    0x430: 0x61, 0x435: 0x65, 0x43E: 0x6F, 0x440: 0x70, 0x441: 0x63, 0x443: 0x79, 0x445: 0x78,
    0x456: 0x69, 0x458: 0x6A, 0x455: 0x73, 0x43F: 0x6E, 0x43A: 0x6B, 0x442: 0x74, 0x43C: 0x6D,
    0x432: 0x62, 0x44C: 0x62, 0x433: 0x72, 0x43D: 0x68, 0x4BB: 0x68, 0x4AF: 0x79, 0x4CF: 0x6C,
    0x501: 0x64, 0x51B: 0x71, 0x51D: 0x77,
    0x3B1: 0x61, 0x3BF: 0x6F, 0x3C1: 0x70, 0x3BD: 0x76, 0x3B9: 0x69, 0x3BA: 0x6B, 0x3C5: 0x75,
    0x3B7: 0x6E, 0x3C4: 0x74, 0x3C7: 0x78, 0x3C9: 0x77, 0x3F2: 0x63, 0x3F3: 0x6A,
    0x131: 0x69, 0x237: 0x6A, 0x251: 0x61, 0x261: 0x67, 0x578: 0x6E, 0x57D: 0x75, 0x585: 0x6F,
    0x1D04: 0x63, 0x1D0F: 0x6F, 0x1D1C: 0x75, 0x1D20: 0x76, 0x1D21: 0x77, 0x1D22: 0x7A,
  ]
}
