/// Letters beyond a to z that the name of a host can hold: Latin with marks, Greek, Cyrillic and the
/// alphabets with letters that look like them.
///
/// Chinese characters are none of them: right behind a host they are mostly the text that goes on.
enum ForeignLetters {
  /// Those with which a label can begin.
  static var starts: [Unicode.Scalar] { letters.flatMap { $0.compactMap(Unicode.Scalar.init) } }

  /// Marks that stand above or below the letter before them.
  static var marks: [Unicode.Scalar] { (0x300...0x36F).compactMap(Unicode.Scalar.init) }

  private static let letters: [ClosedRange<UInt32>] = [
    0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x370...0x37D, 0x386...0x386, 0x388...0x481,
    0x48A...0x556, 0x561...0x587, 0x10A0...0x10FF, 0x13A0...0x13FD, 0x1D00...0x1D7F,
    0x1E00...0x1FFF, 0xA4D0...0xA4FD, 0xAB30...0xAB6F,
  ]
}
