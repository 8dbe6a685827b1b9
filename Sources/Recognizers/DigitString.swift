/// At most 24 digits in ASCII, kept in place: telephone numbers are read without an array for each.
struct DigitString {
  private var bytes = InlineArray<24, UInt8>(repeating: 0)
  private(set) var count = 0

  /// The digit at a place in ASCII, 0 outside.
  subscript(index: Int) -> UInt8 { index >= 0 && index < count ? bytes[index] : 0 }

  /// Adds a digit in ASCII; a 25th is left out.
  mutating func append(_ digit: UInt8) {
    guard count < 24 else { return }
    bytes[count] = digit
    count += 1
  }

  /// The first digits, at most so many.
  func prefix(_ length: Int) -> DigitString {
    var shorter = self
    shorter.count = min(count, max(0, length))
    return shorter
  }

  /// The digits behind the first so many.
  func dropFirst(_ length: Int) -> DigitString {
    var rest = DigitString()
    for index in min(max(0, length), count)..<count { rest.append(bytes[index]) }
    return rest
  }

  /// Whether the digits begin with those of a literal.
  @inline(__always)
  func starts(with digits: StaticString) -> Bool {
    guard count >= digits.utf8CodeUnitCount else { return false }
    return digits.withUTF8Buffer { wanted in
      for index in 0..<wanted.count where bytes[index] != wanted[index] { return false }
      return true
    }
  }

  /// The digits as text.
  var text: String {
    String(unsafeUninitializedCapacity: count) { buffer in
      for index in 0..<count { buffer.initializeElement(at: index, to: bytes[index]) }
      return count
    }
  }
}
