import Wording

/// A message as an array of scalars, so that any range of it can be quoted at once.
struct MessageText: Hashable, Sendable {
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// From well-formed UTF-8 of so many scalars, as a `String` gives it.
  init(utf8: [UInt8], count: Int) {
    scalars = utf8.withUnsafeBufferPointer { bytes in
      var scalars: [Unicode.Scalar] = []
      scalars.reserveCapacity(count)
      var decoder = ScalarDecoder(utf8: bytes)
      while scalars.count < count, let scalar = decoder.next() { scalars.append(scalar) }
      return scalars
    }
  }

  /// The words of a range; a range outside the text is cut to it.
  func quote(_ range: Range<Int>) -> Quote {
    Quote(range: range.clamped(to: scalars.indices), in: self)
  }

  /// A copy of the words of a range; a range outside the text is cut to it.
  func text(_ range: Range<Int>) -> String {
    let words = scalars[range.clamped(to: scalars.indices)]
    return String(unsafeUninitializedCapacity: words.count * 4) { buffer in
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

  /// Whether a Latin capital letter stands in it.
  var hasCapital: Bool { scalars.contains { (0x41...0x5A).contains($0.value) } }

  /// Chinese where at least one in eight letters is a Chinese character.
  var language: Language {
    var han = 0
    var latin = 0
    for scalar in scalars {
      let value = scalar.value
      if value >= 0x80 {
        if CueText.isHan(value) { han += 1 }
      } else if CueText.isLetter(value) {
        latin += 1
      }
    }
    return han > 0 && han * 7 >= latin || han + latin == 0 ? .zh : .en
  }
}

/// Takes scalars off well-formed UTF-8; a byte that can't be read becomes U+FFFD.
private struct ScalarDecoder {
  let utf8: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  @inline(__always)
  mutating func next() -> Unicode.Scalar? {
    guard place < utf8.count else { return nil }
    let first = UInt32(utf8[place])
    place += 1
    guard first >= 0x80 else { return Unicode.Scalar(first) }
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    var value = first & (first >= 0xF0 ? 0x7 : first >= 0xE0 ? 0xF : 0x1F)
    for _ in 0..<more where place < utf8.count {
      value = value << 6 | UInt32(utf8[place] & 0x3F)
      place += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
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
