extension Lexer {
  /// Reads `12`, `0x1F`, `1.5`, `.5`, `1e-3`; the sign before it belongs to the parser.
  mutating func readNumber() -> Token.Kind? {
    let start = position
    if current == "0", folded(at: position + 1)?.isX == true,
      folded(at: position + 2)?.isHexDigit == true
    {
      position += 2
      return readWhole(from: start, radix: 16)
    }
    skipDigits()
    var isDouble = false
    if current == ".", digitFollows(position + 1) {
      isDouble = true
      position += 1
      skipDigits()
    }
    if let length = exponentLength() {
      isDouble = true
      position += length
      skipDigits()
    }
    return isDouble ? readDouble(from: start) : readWhole(from: start, radix: 10)
  }

  private mutating func skipDigits() {
    while current?.isASCIIDigit == true { position += 1 }
  }

  /// The length of `e`, `e+`, `e-` where digits follow.
  private func exponentLength() -> Int? {
    guard let letter = current, letter == "e" || letter == "E" else { return nil }
    if digitFollows(position + 1) { return 1 }
    guard let sign = folded(at: position + 1), sign == "+" || sign == "-",
      digitFollows(position + 2)
    else { return nil }
    return 2
  }

  private mutating func readWhole(from start: Int, radix: UInt64) -> Token.Kind {
    if radix == 16 {
      while current?.isHexDigit == true { position += 1 }
    }
    var value: UInt64? = 0
    for place in (radix == 16 ? start + 2 : start)..<position {
      let digit = folded(at: place)?.hexValue ?? 0
      value = value.flatMap { value in
        let (product, overflow) = value.multipliedReportingOverflow(by: radix)
        let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
        return overflow || carry ? nil : sum
      }
    }
    if let next = current, next == "u" || next == "U" {
      position += 1
      report(
        .notInProfile, at: start..<position, zh: "没有无符号整数，请去掉末尾的 u",
        en: "there are no unsigned numbers; drop the u")
    }
    guard let value, value <= 1 << 63 else {
      report(
        .badNumber, at: start..<position, zh: "这个整数太大", en: "this whole number is too large")
      return .int(0)
    }
    return .int(value)
  }

  private mutating func readDouble(from start: Int) -> Token.Kind {
    let digits = (start..<position).compactMap { folded(at: $0) }.map { String(Character($0)) }
      .joined()
    let padded = digits.utf8.first == UInt8(ascii: ".") ? "0" + digits : digits
    guard let value = Double(padded), value.isFinite else {
      report(.badNumber, at: start..<position, zh: "这个数太大", en: "this number is too large")
      return .double(0)
    }
    return .double(value)
  }
}

extension Unicode.Scalar {
  fileprivate var isX: Bool { self == "x" || self == "X" }
}
