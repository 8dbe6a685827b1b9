/// The form `xn--…` in which the names of hosts with other letters than a to z are kept (RFC 3492).
enum Punycode {
  /// The letters behind an `xn--` label in UTF-8; any other label, and one that stands for nothing, as
  /// it is.
  static func decoded(_ label: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard label.count <= 63, label.starts(with: "xn--".utf8),
      let scalars = scalars(label.dropFirst(4)), !scalars.isEmpty
    else { return label }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return Array(text.utf8)[...]
  }

  private static func scalars(_ name: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
    let hyphen = name.lastIndex(of: UInt8(ascii: "-"))
    var scalars = name[..<(hyphen ?? name.startIndex)].map { Unicode.Scalar($0) }
    var digits = name[(hyphen.map { $0 + 1 } ?? name.startIndex)...]
    var (value, place, bias, isFirst) = (128, 0, 72, true)
    while !digits.isEmpty {
      guard let step = integer(&digits, bias: bias) else { return nil }
      let count = scalars.count + 1
      bias = adapted(step, count: count, isFirst: isFirst)
      isFirst = false
      place += step
      value += place / count
      place %= count
      guard value < 0x110000, let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
      scalars.insert(scalar, at: place)
      place += 1
    }
    return scalars
  }

  /// The next number of variable length; `nil` where the digits end or are none.
  ///
  /// A label has at most 63 of them, so numbers beyond a million stand for nothing.
  private static func integer(_ digits: inout ArraySlice<UInt8>, bias: Int) -> Int? {
    var (sum, weight, base) = (0, 1, 36)
    while let byte = digits.popFirst(), let digit = digit(byte), sum < 0x1000_0000 {
      sum += digit * weight
      let threshold = min(max(base - bias, 1), 26)
      if digit < threshold { return sum }
      weight *= 36 - threshold
      guard weight < 0x1000_0000 else { return nil }
      base += 36
    }
    return nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte | 0x20 {
    case 0x61...0x7A: Int(byte | 0x20) - 0x61
    default: (0x30...0x39).contains(byte) ? Int(byte) - 0x30 + 26 : nil
    }
  }

  private static func adapted(_ step: Int, count: Int, isFirst: Bool) -> Int {
    var step = isFirst ? step / 700 : step / 2
    step += step / count
    var bias = 0
    while step > 455 {
      step /= 35
      bias += 36
    }
    return bias + 36 * step / (step + 38)
  }
}
