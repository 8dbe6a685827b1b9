import MoneyAndDates

/// An amount as a cell prints it.
struct AmountCell: Hashable {
  let value: Money
  /// A currency code printed in the cell.
  let currency: String?

  /// Reads a number with currency signs, thousands separators, a sign, and a bracket behind it; `nil` where there is no
  /// number, or one with anything else around it.
  init?(_ cell: SheetCell) {
    if let number = cell.number {
      guard let fen = Int64(exactly: (number * 100).rounded(.toNearestOrAwayFromZero)) else {
        return nil
      }
      (value, currency) = (Money(fen: fen), nil)
      return
    }
    var reading = AmountReading(cell.text)
    guard let value = reading.value else { return nil }
    (self.value, currency) = (value, reading.currency)
  }
}

/// One pass over an amount's text.
private struct AmountReading {
  private var digits: [UInt8] = []
  private var isNegative = false
  private(set) var currency: String?
  private var letters: [UInt8] = []
  private var isSound = true

  init(_ text: String) {
    var isBehind = false
    for scalar in text.unicodeScalars {
      switch Self.folded(scalar) {
      case "0"..."9", ".":
        isSound = isSound && !isBehind
        digits.append(UInt8(truncatingIfNeeded: Self.folded(scalar).value))
      case ",", " ", "\t", "\u{A0}", "'": continue
      case "¥", "￥", "$", "元": continue
      case "+": isSound = isSound && digits.isEmpty
      case "-": isNegative = true
      case "A"..."Z": letters.append(UInt8(truncatingIfNeeded: Self.folded(scalar).value))
      case "(", "[", "【":
        // A bracket behind the number (a country, a refund note) is no part of it.
        if !digits.isEmpty { isBehind = true }
        isSound = isSound && isBehind
      default: isSound = isSound && isBehind
      }
      if isBehind { break }
    }
    if letters.count == 3 { currency = String(decoding: letters, as: UTF8.self) }
    isSound = isSound && (letters.isEmpty || currency != nil)
  }

  var value: Money? {
    mutating get {
      guard isSound, digits.contains(where: { $0 != UInt8(ascii: ".") }) else { return nil }
      let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard parts.count <= 2 else { return nil }
      var fen: Int64 = 0
      let decimals = parts.count == 2 ? Array(parts[1]) : []
      let padded = (decimals + [48, 48, 48]).prefix(3)
      for digit in parts[0] + padded.prefix(2) {
        let (tens, overflow) = fen.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(Int64(digit) - 48)
        guard !overflow, !carry else { return nil }
        fen = sum
      }
      if let third = padded.last, third >= UInt8(ascii: "5") {
        guard fen < Int64.max else { return nil }
        fen += 1
      }
      return Money(fen: isNegative ? -fen : fen)
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2212, 0x2013, 0xFE63: "-"
    default: scalar
    }
  }
}
