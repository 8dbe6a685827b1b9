import Recognizers

/// A message as an array of scalars, so that any range of it can be quoted at once.
struct MessageText: Hashable, Sendable {
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The raw text of a folded one.
  init(_ folded: FoldedText) {
    scalars = folded.rawScalars
  }

  /// The words of a range; a range outside the text is cut to it.
  func quote(_ range: Range<Int>) -> Quote {
    Quote(range: range.clamped(to: scalars.indices), in: self)
  }

  /// A copy of the words of a range; a range outside the text is cut to it.
  func text(_ range: Range<Int>) -> String {
    let words = scalars[range.clamped(to: scalars.indices)]
    // Nearly all of them take one byte or three; a short text then needs no block of memory.
    let room = words.reduce(0) { $0 + UTF8.width($1) }
    return String(unsafeUninitializedCapacity: room) { buffer in
      var count = 0
      for scalar in words {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  /// Whether any of a few scalars stands at a place.
  @inline(__always)
  func isAt(_ index: Int, anyOf set: StaticString) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    return scalars[index].isAny(of: set)
  }
}

extension Unicode.Scalar {
  /// Whether it is one of a few scalars below U+10000.
  @inline(__always)
  func isAny(of set: StaticString) -> Bool {
    set.withUTF8Buffer { buffer in
      var offset = 0
      while offset < buffer.count {
        let byte = UInt32(buffer[offset])
        if byte < 0x80 {
          if byte == value { return true }
          offset += 1
        } else if byte < 0xE0 {
          if (byte & 0x1F) << 6 | UInt32(buffer[offset + 1] & 0x3F) == value { return true }
          offset += 2
        } else {
          let high = (byte & 0xF) << 12 | UInt32(buffer[offset + 1] & 0x3F) << 6
          if high | UInt32(buffer[offset + 2] & 0x3F) == value { return true }
          offset += 3
        }
      }
      return false
    }
  }
}
