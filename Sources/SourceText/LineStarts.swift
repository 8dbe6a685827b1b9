import Synchronization

/// Where the lines of a text start and how many characters stand before each of its blocks, found
/// on first use and shared by its copies.
final class LineStarts: Sendable {
  /// What was found; of one text.
  struct Places: Sendable {
    /// The byte offsets at which lines start.
    var lines = [0]
    /// For each `LineStarts.block` bytes the Unicode scalars that begin before them.
    var scalars: [Int] = []
  }

  /// So many bytes are counted at once: a place on a line of a mebibyte costs no more than another.
  static let block = 1_024
  private let found = Mutex<Places?>(nil)

  /// The places; `text` must be the same at every call.
  func places(in text: [UInt8]) -> Places {
    found.withLock { found in
      if let found { return found }
      let places = text.withUnsafeBufferPointer { bytes in
        var places = Places()
        var scalars = 0
        for offset in bytes.indices {
          if offset % LineStarts.block == 0 { places.scalars.append(scalars) }
          if bytes[offset] & 0xC0 != 0x80 { scalars += 1 }
          if bytes[offset] == UInt8(ascii: "\n") { places.lines.append(offset + 1) }
        }
        places.scalars.append(scalars)
        return places
      }
      found = places
      return places
    }
  }
}
