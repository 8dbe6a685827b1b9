import MoneyAndDates

extension Rate {
  /// Reads a percentage a year, `"24"` or `"3.45"`: up to 6 digits before and 6 after the point.
  init?(percentPerYear text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...6).contains(parts[0].count),
      parts.count == 1 || (1...6).contains(parts[1].count),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }),
      let digits = Int64(parts.map { String(Substring($0)) }.joined())
    else { return nil }
    self.init(digits: digits, scale: (parts.count == 2 ? parts[1].count : 0) + 2, basis: .perYear)
  }
}

extension Rate {
  /// The fraction as a percentage without its sign: `3.45`, `24`.
  var percentText: String {
    guard scale > 2 else {
      return String(digits * (scale == 2 ? 1 : scale == 1 ? 10 : 100))
    }
    let text = String(digits)
    let places = scale - 2
    let padded = String(repeating: "0", count: max(0, places + 1 - text.utf8.count)) + text
    return String(padded.dropLast(places)) + "." + String(padded.suffix(places))
  }
}
