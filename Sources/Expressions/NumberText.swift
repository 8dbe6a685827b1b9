extension Double {
  /// The shortest text that reads back as the number, as CEL writes it (C's `%g` with as many digits
  /// as needed): `1`, `0.24`, `1e+06`, `1e-05`, `-0`, `NaN`, `+Inf`.
  package var shortest: String {
    guard isFinite else { return isNaN ? "NaN" : (self < 0 ? "-Inf" : "+Inf") }
    let (digits, exponent) = significantDigits
    let sign = self.sign == .minus ? "-" : ""
    guard (-4..<6).contains(exponent) else {
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      let magnitude = String(abs(exponent))
      let padded = magnitude.count < 2 ? "0" + magnitude : magnitude
      return "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(padded)"
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  /// The digits without zeros around them, and the power of ten of the first: 0.0045 is 45, -3.
  private var significantDigits: (digits: String, exponent: Int) {
    let parts = magnitude.description.split(separator: "e")
    let mantissa = parts.first ?? "0"
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let whole = mantissa.prefix { $0 != "." }
    let all = whole + mantissa.dropFirst(whole.count + 1)
    let leadingZeros = all.prefix { $0 == "0" }.count
    guard leadingZeros < all.count else { return ("0", 0) }
    var digits = all.dropFirst(leadingZeros)
    while digits.last == "0" { digits.removeLast() }
    return (String(digits), power + whole.count - 1 - leadingZeros)
  }
}
