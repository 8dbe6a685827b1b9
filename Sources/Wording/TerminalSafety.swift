extension String {
  /// The text without anything that could steer a terminal or turn its reading order: controls
  /// (C0, DEL, C1; line feed and tab stay), bidi marks, embeddings, overrides and isolates, deprecated format characters,
  /// and the invisible tag characters.
  ///
  /// Everything that comes from a person, a file or a message passes here before it is printed.
  package var safeForTerminal: String {
    guard unicodeScalars.contains(where: \.steersTerminal) else { return self }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: unicodeScalars.lazy.filter { !$0.steersTerminal })
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether `safeForTerminal` takes this scalar out.
  package var steersTerminal: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
    case 0x2028, 0x2029, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
