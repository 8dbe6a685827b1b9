/// What is kept of the characters a person or a pipe sent.
enum AnswerText {
  /// Whether a scalar belongs into an answer: all but controls, the tab kept.
  static func keeps(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9: true
    case 0..<0x20, 0x7F..<0xA0: false
    default: true
    }
  }

  /// The text of these bytes, invalid UTF-8 repaired with U+FFFD, controls dropped.
  static func clean(_ bytes: some Collection<UInt8>) -> String {
    clean(String(decoding: bytes, as: UTF8.self))
  }

  /// The text without controls.
  static func clean(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(keeps) { return text }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.lazy.filter(keeps))
    return String(kept)
  }
}
