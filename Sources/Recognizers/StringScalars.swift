extension String {
  /// The text of scalars given as numbers; one that is no Unicode scalar is left out.
  ///
  /// Encoded in one go: appending scalar by scalar to a `String` costs ten times as much.
  init(scalars: some Collection<UInt32>) {
    // The exact room: a short text then needs no block of memory.
    var room = 0
    for scalar in scalars {
      room += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
    self.init(unsafeUninitializedCapacity: room) { bytes in
      var count = 0
      func put(_ byte: UInt32) {
        bytes.initializeElement(at: count, to: UInt8(truncatingIfNeeded: byte))
        count += 1
      }
      for scalar in scalars {
        switch scalar {
        case ..<0x80: put(scalar)
        case ..<0x800:
          put(0xC0 | scalar >> 6)
          put(0x80 | scalar & 0x3F)
        case 0xD800...0xDFFF, 0x110000...: continue
        case ..<0x10000:
          put(0xE0 | scalar >> 12)
          put(0x80 | scalar >> 6 & 0x3F)
          put(0x80 | scalar & 0x3F)
        default:
          put(0xF0 | scalar >> 18)
          put(0x80 | scalar >> 12 & 0x3F)
          put(0x80 | scalar >> 6 & 0x3F)
          put(0x80 | scalar & 0x3F)
        }
      }
      return count
    }
  }
}
