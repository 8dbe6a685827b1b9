/// A number as it was shown, in ASCII: separators taken off, full-width digits made plain.
struct DialledNumber: Hashable, Sendable {
  /// The digits and, where there are any, letters.
  let digits: [UInt8]
  /// Whether it began with `+`.
  let hasPlus: Bool
  let hasLetters: Bool
  let hasDigits: Bool

  init(_ text: String) {
    var digits: [UInt8] = []
    var plus = false
    var letters = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(UInt8(scalar.value))
      case 0xFF10...0xFF19: digits.append(UInt8(scalar.value - 0xFF10 + 0x30))
      case 0x2B, 0xFF0B: if digits.isEmpty { plus = true }
      case 0x41...0x5A, 0x61...0x7A:
        letters = true
        digits.append(UInt8(scalar.value))
      default: continue
      }
    }
    self.digits = digits
    hasPlus = plus
    hasLetters = letters
    hasDigits = digits.contains { (0x30...0x39).contains($0) }
  }

  init(digits: ArraySlice<UInt8>) {
    self.digits = Array(digits)
    hasPlus = false
    hasLetters = false
    hasDigits = !digits.isEmpty
  }

  /// The digits as text.
  var text: String { String(decoding: digits, as: UTF8.self) }

  /// What follows `+86`, `0086` or `86`; `nil` when none of them stands in front.
  var withoutCountryCode: ArraySlice<UInt8>? {
    // Asked for by many patterns of one number.
    if digits.count >= 2, digits[0] == 0x38, digits[1] == 0x36 { return digits.dropFirst(2) }
    if !hasPlus, digits.count >= 4, digits[0] == 0x30, digits[1] == 0x30, digits[2] == 0x38,
      digits[3] == 0x36
    {
      return digits.dropFirst(4)
    }
    return nil
  }

  /// What follows 0 and an area code (010, 02x, or 0 and three digits); `nil` when there is none.
  static func withoutAreaCode(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard digits.count > 4, digits.first == 0x30 else { return nil }
    switch digits[digits.startIndex + 1] {
    case 0x31: return digits[digits.startIndex + 2] == 0x30 ? digits.dropFirst(3) : nil
    case 0x32: return digits.dropFirst(3)
    case 0x33...0x39: return digits.dropFirst(4)
    default: return nil
    }
  }
}
