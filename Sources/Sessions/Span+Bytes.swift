import Glibc

extension Span<UInt8> {
  /// The place of the first newline at a place or behind it; `nil` where there is none.
  func firstNewline(from place: Int) -> Int? {
    extracting(place...).withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress,
        let found = memchr(start, Int32(UInt8(ascii: "\n")), bytes.count)
      else { return nil }
      return place + (UnsafeRawPointer(found) - start)
    }
  }

  /// Whether these bytes stand at a place, whole.
  func has(_ word: StaticString, at place: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard self.count - place >= count else { return false }
    return extracting(place..<place + count).withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0, word.utf8Start, count) == 0 } ?? false
    }
  }
}
