import Glibc

extension String {
  /// The scalars as a C wide string that ends in zero.
  var wide: [wchar_t] {
    var characters = unicodeScalars.map { wchar_t(truncatingIfNeeded: $0.value) }
    characters.append(0)
    return characters
  }

  /// The text of wide characters; one that is no scalar becomes U+FFFD.
  init(wide characters: UnsafeBufferPointer<wchar_t>) {
    var view = String.UnicodeScalarView()
    for character in characters {
      view.append(Unicode.Scalar(UInt32(truncatingIfNeeded: character)) ?? "\u{FFFD}")
    }
    self.init(view)
  }
}
