extension Unicode.Scalar {
  /// The ASCII signs that were meant by a sign of the Chinese keyboard, `"("` for `（`.
  ///
  /// `nil` for anything else. Quotes are looked up apart, since they end a text.
  var asciiMeant: String? {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0).map { String(Character($0)) }
    case 0x3000, 0x00A0, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0xFEFF: " "
    default: Unicode.Scalar.meant[self]
    }
  }

  /// Signs outside the block of full-width forms that a person may type for an ASCII one.
  private static let meant: [Unicode.Scalar: String] = [
    "。": ".", "、": ",", "【": "[", "】": "]", "〔": "[", "〕": "]", "《": "<", "》": ">", "〈": "<",
    "〉": ">", "≥": ">=", "≧": ">=", "≤": "<=", "≦": "<=", "≠": "!=", "×": "*", "÷": "/", "－": "-",
    "−": "-", "–": "-", "—": "-", "∧": "&&", "∨": "||", "¬": "!", "∈": " in ",
  ]

  /// The signs that may end a text opened by this one; `nil` where this opens no text.
  var closingQuotes: Set<Unicode.Scalar>? {
    switch self {
    case "“", "”", "„", "＂": ["“", "”", "＂"]
    case "‘", "’", "＇": ["‘", "’", "＇"]
    case "「", "」": ["」", "「"]
    case "『", "』": ["』", "『"]
    default: nil
    }
  }

  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  var isHexDigit: Bool { hexValue != nil }
  var isWordStart: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" }
  var isWordPart: Bool { isWordStart || isASCIIDigit }

  /// The worth of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
